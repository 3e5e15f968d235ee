import { idsInPath } from '#app/domain/units/unit.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import type { OutsideFacts } from './outside.ts';

/** What the rules look at, of a team as it stands today. Two queries. */
export async function findOutsideFacts(
  tx: Tx,
  { contest, people }: { contest: { id: string; hostId: number; hostPath: string }; people: readonly string[] },
): Promise<OutsideFacts> {
  const board = await tx.roleGrant.count({
    where: {
      personId: { in: [...people] },
      endedAt: null,
      OR: [
        { kind: { in: ['CHAIR', 'SECRETARY'] }, contestId: contest.id },
        { kind: { in: ['ORGANISER', 'ADMINISTRATOR'] }, unitId: { in: idsInPath(contest.hostPath) } },
      ],
    },
  });
  const host = await tx.membership.count({
    where: { personId: { in: [...people] }, unitId: contest.hostId, declinedAt: null, endedAt: null },
  });
  return { inBoard: board > 0, inHost: host > 0 };
}
