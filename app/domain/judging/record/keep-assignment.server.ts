import { appendRecords } from '#app/domain/history/record/append-records.server.ts';
import { recordCodes } from '#app/domain/history/record/record-codes.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';

type Pairs = readonly (readonly [entryId: string, judgeId: string])[];

/** Writes into the contest's record who reads what from now on, in one act. */
export async function keepAssignment(
  tx: Tx,
  { contestId, round, added = [], removed = [] }: { contestId: string; round: number; added?: Pairs; removed?: Pairs },
): Promise<void> {
  const all = [...added, ...removed];
  const { entries, judges } = await recordCodes(tx, {
    contestId,
    entries: all.map(([entry]) => entry),
    judges: all.map(([, judge]) => judge),
  });
  const coded = (pairs: Pairs) =>
    pairs
      .map(([entry, judge]): [string, string] => [entries.get(entry)!, judges.get(judge)!])
      // In the order of the codes: the order in which they were assigned tells nobody who is who.
      .sort(([a, x], [b, y]) => (a + x < b + y ? -1 : 1));
  await appendRecords(tx, {
    contestId,
    records: [{ kind: 'assigned', body: { round, added: coded(added), removed: coded(removed) } }],
  });
}
