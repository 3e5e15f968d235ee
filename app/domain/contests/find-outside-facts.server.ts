import { idsInPath } from '#app/domain/units/unit.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import type { OutsideFacts } from './outside.ts';

/** What the rules look at, of any team among these people as it stands today. Two queries. */
export async function findOutsideFacts(
  tx: Tx,
  { contest, people }: { contest: { id: string; hostId: number; hostPath: string }; people: readonly string[] },
): Promise<(team: readonly string[]) => OutsideFacts> {
  const board = await tx.roleGrant.findMany({
    where: {
      personId: { in: [...people] },
      endedAt: null,
      OR: [
        { kind: { in: ['CHAIR', 'SECRETARY'] }, contestId: contest.id },
        { kind: { in: ['ORGANISER', 'ADMINISTRATOR'] }, unitId: { in: idsInPath(contest.hostPath) } },
      ],
    },
    select: { personId: true },
  });
  const host = await tx.membership.findMany({
    where: { personId: { in: [...people] }, unitId: contest.hostId, declinedAt: null, endedAt: null },
    select: { personId: true },
  });
  const [inBoard, inHost] = [board, host].map((rows) => new Set(rows.map(({ personId }) => personId)));
  return (team) => ({
    inBoard: team.some((one) => inBoard!.has(one)),
    inHost: team.some((one) => inHost!.has(one)),
  });
}
