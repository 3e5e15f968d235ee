import { randomBytes } from 'node:crypto';
import type { Tx } from '#app/platform/db/db.server.ts';
import { lockRecord } from './lock-record.server.ts';
import { codeAlphabet } from './record-body.ts';

export type RecordCodes = { entries: Map<string, string>; judges: Map<string, string> };

/**
 * The codes under which entries and judges (by their ids) stand in the contest's record. Those that have none yet are drawn
 * now, at random: a code tells neither who it is nor when they came.
 */
export async function recordCodes(
  tx: Tx,
  {
    contestId,
    entries = [],
    judges = [],
  }: { contestId: string; entries?: readonly string[]; judges?: readonly string[] },
): Promise<RecordCodes> {
  const wanted = [
    ...[...new Set(entries)].map((subjectId) => ({ kind: 'ENTRY' as const, subjectId })),
    ...[...new Set(judges)].map((subjectId) => ({ kind: 'JUDGE' as const, subjectId })),
  ];
  const read = () =>
    tx.recordCode.findMany({
      where: { contestId, subjectId: { in: wanted.map(({ subjectId }) => subjectId) } },
      select: { kind: true, subjectId: true, code: true },
    });
  const isMissing = (known: Awaited<ReturnType<typeof read>>) => {
    const has = new Set(known.map(({ kind, subjectId }) => `${kind} ${subjectId}`));
    return wanted.filter(({ kind, subjectId }) => !has.has(`${kind} ${subjectId}`));
  };
  let known = await read();
  if (isMissing(known).length > 0) {
    await lockRecord(tx, contestId);
    known = await read();
    // A code drawn twice in one contest (once in 2·10¹⁰) breaks the unique key, and the act is tried again by its person.
    const data = isMissing(known).map(({ kind, subjectId }) => ({ contestId, kind, subjectId, code: drawCode(kind) }));
    await tx.recordCode.createMany({ data });
    known = await read();
  }
  const of = (kind: 'ENTRY' | 'JUDGE') =>
    new Map(known.filter((row) => row.kind === kind).map(({ subjectId, code }) => [subjectId, code]));
  return { entries: of('ENTRY'), judges: of('JUDGE') };
}

function drawCode(kind: 'ENTRY' | 'JUDGE'): string {
  let signs = '';
  while (signs.length < 7) {
    for (const byte of randomBytes(16)) {
      // Bytes above the last whole multiple of the alphabet are passed over: every sign is equally likely.
      if (byte < 256 - (256 % codeAlphabet.length) && signs.length < 7)
        signs += codeAlphabet[byte % codeAlphabet.length];
    }
  }
  return `${kind === 'ENTRY' ? 'B' : 'G'}${signs}`;
}
