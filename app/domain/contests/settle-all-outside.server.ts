import type { Tx } from '#app/platform/db/db.server.ts';
import type { ContestRules } from './contest-rules.ts';
import { settleOutside } from './settle-outside.server.ts';

/** The same for every entry of a contest that stands: its rules on who takes part outside the competition have changed. */
export async function settleAllOutside(
  tx: Tx,
  { contest, rules }: { contest: { id: string; hostId: number; hostPath: string }; rules: ContestRules },
): Promise<void> {
  const entries = await tx.entry.findMany({
    where: { contestId: contest.id, withdrawal: null },
    orderBy: { number: 'asc' },
    select: { id: true, members: { select: { personId: true } } },
  });
  const teams = entries.map(({ id, members }) => ({ entryId: id, people: members.map(({ personId }) => personId) }));
  await settleOutside(tx, { contest, rules, teams });
}
