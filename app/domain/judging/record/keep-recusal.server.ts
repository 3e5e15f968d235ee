import { appendRecords } from '#app/domain/history/record/append-records.server.ts';
import { recordCodes } from '#app/domain/history/record/record-codes.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';

/** Writes into the contest's record that a judge stepped back from an entry; the reason is kept beside it. */
export async function keepRecusal(
  tx: Tx,
  {
    contestId,
    round,
    entryId,
    judgeId,
    reason,
  }: { contestId: string; round: number; entryId: string; judgeId: string; reason: string },
): Promise<void> {
  const { entries, judges } = await recordCodes(tx, { contestId, entries: [entryId], judges: [judgeId] });
  const body = { round, entry: entries.get(entryId)!, judge: judges.get(judgeId)! };
  await appendRecords(tx, { contestId, records: [{ kind: 'recused', body, content: { reason } }] });
}
