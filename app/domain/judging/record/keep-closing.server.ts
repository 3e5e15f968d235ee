import { appendRecords } from '#app/domain/history/record/append-records.server.ts';
import { recordCodes } from '#app/domain/history/record/record-codes.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';

/** Writes into the contest's record that a round was closed, with the sheets that were assigned and not handed in, and why. */
export async function keepClosing(
  tx: Tx,
  { contestId, round, reason }: { contestId: string; round: { id: string; number: number }; reason: string | null },
): Promise<void> {
  const missing = await tx.scoresheet.findMany({
    where: {
      roundId: round.id,
      calibration: false,
      submittedAt: null,
      recusal: { is: null },
      entry: { withdrawal: { is: null } },
    },
    select: { entryId: true, judgeId: true },
  });
  const { entries, judges } = await recordCodes(tx, {
    contestId,
    entries: missing.map(({ entryId }) => entryId),
    judges: missing.map(({ judgeId }) => judgeId),
  });
  const pairs = missing
    .map(({ entryId, judgeId }): [string, string] => [entries.get(entryId)!, judges.get(judgeId)!])
    .sort(([a, x], [b, y]) => (a + x < b + y ? -1 : 1));
  await appendRecords(tx, {
    contestId,
    records: [
      {
        kind: 'round-closed',
        body: { round: round.number, missing: pairs },
        ...(reason ? { content: { reason } } : {}),
      },
    ],
  });
}
