import type { db, Tx } from '#app/platform/db/db.server.ts';
import { findConflicts } from './find-conflicts.server.ts';
import type { OwnSheet } from './lock-sheet.server.ts';
import { type OthersSheet, showsOthers } from './others-marks.ts';
import { sheetTotal } from './scoring.ts';

/**
 * What the other judges gave the entry of a judge's own sheet, by number, of the sheets that are handed in and count; null where the judge is not to
 * see it yet.
 */
export async function findOthersMarks(reader: Tx | typeof db, sheet: OwnSheet): Promise<OthersSheet[] | null> {
  if (!showsOthers(sheet)) return null;
  const others = await reader.scoresheet.findMany({
    where: {
      roundId: sheet.round.id,
      entryId: sheet.entryId,
      id: { not: sheet.id },
      calibration: false,
      submittedAt: { not: null },
      recusal: { is: null },
    },
    orderBy: [{ judge: { number: 'asc' } }, { reading: 'asc' }],
    select: {
      judgeId: true,
      judge: { select: { number: true } },
      marks: { where: { standing: 'IN_FORCE' }, select: { criterionId: true, value: true } },
    },
  });
  if (others.length === 0) return [];
  const conflicts = await findConflicts(reader, {
    contestId: sheet.round.contest.id,
    roundId: sheet.round.id,
    judgeIds: others.map(({ judgeId }) => judgeId),
    entryIds: [sheet.entryId],
  });
  const barred = new Set(conflicts.map(({ judgeId }) => judgeId));
  return others
    .filter(({ judgeId }) => !barred.has(judgeId))
    .map(({ judge, marks }) => {
      const given = new Map(marks.map(({ criterionId, value }) => [criterionId, value]));
      return {
        judge: judge.number,
        total: sheetTotal(sheet.criteria, given),
        marks: sheet.criteria.map(({ id }) => given.get(id) ?? null),
      };
    });
}
