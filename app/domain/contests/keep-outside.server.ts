import { appendRecords } from '#app/domain/history/record/append-records.server.ts';
import { recordCodes } from '#app/domain/history/record/record-codes.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import type { OutsideRule } from './contest-rules.ts';

/** Writes into the contest's record that an entry takes part outside the competition from now on, or in it again; the reason is kept beside it. */
export async function keepOutside(
  tx: Tx,
  {
    contestId,
    entryId,
    outside,
    rule,
    reason,
  }: {
    contestId: string;
    entryId: string;
    outside: boolean;
    /** Null where somebody decided it. */
    rule: OutsideRule | null;
    reason: string;
  },
): Promise<void> {
  const { entries } = await recordCodes(tx, { contestId, entries: [entryId] });
  const body = { entry: entries.get(entryId)!, outside, by: rule ?? ('decision' as const) };
  await appendRecords(tx, {
    contestId,
    records: [{ kind: 'entry-outside', body, ...(reason === '' ? {} : { content: { reason } }) }],
  });
}
