import { canonicalJson, type Json } from '#app/domain/canonical-json.ts';
import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { lockRecord } from './lock-record.server.ts';
import { nextRecord } from './record.ts';
import { type RecordBody, type RecordKind, recordBodies } from './record-body.ts';

export type NewRecord = {
  [Kind in RecordKind]: {
    kind: Kind;
    body: RecordBody<Kind>;
    /** Names and free text: kept beside the chain under a commitment, and erasable. Left out where nothing is to be said. */
    content?: Json;
  };
}[RecordKind];

/**
 * Adds records to a contest's chain, in the transaction that makes them true, as the last thing it does: records of one contest
 * are written one transaction after the other. Answers the number and hash of the last. A chain begins with the opening of its
 * contest: for one that has none (it was laid in from elsewhere) nothing is kept, and the answer is null. Throws ZodError for a
 * body that is not of its kind: that is a bug, not a refusal.
 */
export async function appendRecords(
  tx: Tx,
  { contestId, records }: { contestId: string; records: readonly NewRecord[] },
): Promise<{ n: number; hash: string } | null> {
  await lockRecord(tx, contestId);
  let last = await tx.contestRecord.findFirst({
    where: { contestId },
    orderBy: { n: 'desc' },
    select: { n: true, hash: true },
  });
  if (last === null && records[0]?.kind !== 'contest-opened') return null;
  const at = now();
  const rows = [];
  const openings = [];
  for (const { kind, body, content } of records) {
    // What the database keeps is what was hashed: undefined properties are gone, 1.0 is 1.
    const kept = JSON.parse(canonicalJson(recordBodies[kind].parse(body)));
    const { record, opening } = await nextRecord(last, { kind, at, body: kept, content });
    rows.push({ ...record, body: kept, contestId, at });
    if (opening !== null) {
      const { salt } = opening;
      openings.push({ contestId, n: record.n, salt, content: JSON.parse(canonicalJson(opening.content)) });
    }
    last = record;
  }
  await tx.contestRecord.createMany({ data: rows });
  await tx.contestRecordOpening.createMany({ data: openings });
  return last;
}
