import { appendRecords } from '#app/domain/history/record/append-records.server.ts';
import type { RecordCodes } from '#app/domain/history/record/record-codes.server.ts';
import { publishedMark } from '#app/domain/judging/scoring.ts';
import type { EntryStanding } from '#app/domain/judging/standings.ts';
import type { Tx } from '#app/platform/db/db.server.ts';

/**
 * Writes a ranking into the contest's record. Its standings come under codes, as they were computed: who counts the ballots
 * again computes under the same codes, so that even the draws behind the intervals are the same.
 */
export async function keepRanking(
  tx: Tx,
  {
    contestId,
    round,
    method,
    seed,
    ballots,
    aside,
    standings,
    slugOf,
    codes,
  }: {
    contestId: string;
    round: number;
    /** What the frozen rules decide by. */
    method: 'RAW' | 'ADJUSTED';
    seed: number;
    ballots: number;
    /** Sheets handed in that do not count, as ids. */
    aside: readonly { entryId: string; judgeId: string }[];
    standings: readonly EntryStanding[];
    /** Of each division, by its id. */
    slugOf: ReadonlyMap<string, string>;
    codes: RecordCodes;
  },
): Promise<void> {
  const rounded = (mark: number | null) => (mark === null ? null : publishedMark(mark));
  await appendRecords(tx, {
    contestId,
    records: [
      {
        kind: 'round-ranked',
        body: {
          round,
          method,
          seed,
          ballots,
          aside: aside
            .map(({ entryId, judgeId }): [string, string] => [codes.entries.get(entryId)!, codes.judges.get(judgeId)!])
            .sort(([a, x], [b, y]) => (a + x < b + y ? -1 : 1)),
          standings: standings.map(
            ({ entry, division, component, sheets, mean, adjusted, rank, rankLow, rankHigh }) => ({
              entry,
              division: slugOf.get(division)!,
              component,
              sheets,
              mean: publishedMark(mean),
              adjusted: rounded(adjusted),
              rank,
              rankLow,
              rankHigh,
            }),
          ),
        },
      },
    ],
  });
}
