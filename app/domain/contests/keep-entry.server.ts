import { appendRecords, type NewRecord } from '#app/domain/history/record/append-records.server.ts';
import { recordCodes } from '#app/domain/history/record/record-codes.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';

/** Writes into the contest's record that an entry was made, changed or withdrawn, under its code. */
export async function keepEntry(
  tx: Tx,
  {
    kind,
    contestId,
    entryId,
    reason,
  }: {
    kind: 'entry-made' | 'entry-changed' | 'entry-withdrawn';
    contestId: string;
    entryId: string;
    /** Of a withdrawal: kept beside the chain. */
    reason?: string | null;
  },
): Promise<void> {
  const { entries } = await recordCodes(tx, { contestId, entries: [entryId] });
  const entry = entries.get(entryId)!;
  const { division } = await tx.entry.findUniqueOrThrow({
    where: { id: entryId },
    select: { division: { select: { slug: true } } },
  });
  const record: NewRecord =
    kind === 'entry-withdrawn'
      ? { kind, body: { entry }, ...(reason ? { content: { reason } } : {}) }
      : { kind, body: { entry, division: division.slug } };
  await appendRecords(tx, { contestId, records: [record] });
}
