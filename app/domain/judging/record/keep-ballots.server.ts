import { appendRecords, type NewRecord } from '#app/domain/history/record/append-records.server.ts';
import { recordCodes } from '#app/domain/history/record/record-codes.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';

/**
 * Writes handed-in sheets into the contest's record: each mark in the order of the rubric, under the codes of entry and judge. The
 * notes are kept beside it.
 */
export async function keepBallots(
  tx: Tx,
  { contestId, round, sheetIds }: { contestId: string; round: number; sheetIds: readonly string[] },
): Promise<void> {
  const sheets = await tx.scoresheet.findMany({
    where: { id: { in: [...sheetIds] } },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    select: {
      entryId: true,
      judgeId: true,
      reading: true,
      noteToTeam: true,
      noteToPanel: true,
      marks: {
        where: { standing: 'IN_FORCE' },
        orderBy: { criterion: { position: 'asc' } },
        select: { value: true },
      },
    },
  });
  const { entries, judges } = await recordCodes(tx, {
    contestId,
    entries: sheets.map(({ entryId }) => entryId),
    judges: sheets.map(({ judgeId }) => judgeId),
  });
  const records = sheets.map(({ entryId, judgeId, reading, marks, noteToTeam, noteToPanel }): NewRecord => {
    const notes = noteToTeam !== '' || noteToPanel !== '' ? { content: { noteToTeam, noteToPanel } } : {};
    const body = {
      round,
      entry: entries.get(entryId)!,
      judge: judges.get(judgeId)!,
      reading,
      marks: marks.map(({ value }) => value),
    };
    return { kind: 'ballot', body, ...notes };
  });
  await appendRecords(tx, { contestId, records });
}
