import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { type FieldReasons, NotNow, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockSheet } from './lock-sheet.server.ts';
import { keepBallots } from './record/keep-ballots.server.ts';
import { keptMarks, standing } from './save-marks.server.ts';
import { whyNotMark } from './scoresheet-access.ts';

/**
 * Hands a sheet in: every criterion has its mark and nothing waits for a choice. Handing in twice is harmless. Throws NotValid
 * beside each criterion that stands in the way.
 */
export async function submitSheet({ by, sheetId }: { by: Actor; sheetId: string }): Promise<{ submittedAt: Date }> {
  return db.$transaction(async (tx) => {
    const sheet = await lockSheet(tx, { id: sheetId, by });
    if (sheet.submittedAt !== null && !sheet.recused && !sheet.conflict) return { submittedAt: sheet.submittedAt };
    const whyNot = whyNotMark(sheet);
    if (whyNot !== null) throw new NotNow(whyNot);
    const wrong: FieldReasons = {};
    for (const { criterionId, value, asides } of standing(sheet, await keptMarks(tx, sheet.id)).criteria) {
      if (value === null) wrong[`mark.${criterionId}`] = [{ key: 'judging:problems.noMark' }];
      else if (asides.length > 0) wrong[`mark.${criterionId}`] = [{ key: 'judging:problems.chooseFirst' }];
    }
    if (sheet.criteria.length === 0) throw new NotNow({ key: 'judging:refusals.noRubric' });
    if (Object.keys(wrong).length > 0) throw new NotValid(wrong, { key: 'judging:refusals.incomplete' });
    const submittedAt = now();
    await tx.scoresheet.update({ where: { id: sheet.id }, data: { submittedAt } });
    const { contest, number } = sheet.round;
    // What all judges mark first counts nowhere, so it is no ballot.
    if (!sheet.calibration) await keepBallots(tx, { contestId: contest.id, round: number, sheetIds: [sheet.id] });
    await recordEvent(tx, {
      kind: 'scoresheet.submitted',
      by: by.id,
      contestId: sheet.round.contest.id,
      entryId: sheet.entryId,
      payload: { roundId: sheet.round.id, sheetId: sheet.id },
    });
    return { submittedAt };
  });
}
