import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockSheet } from './lock-sheet.server.ts';
import { keepRecusal } from './record/keep-recusal.server.ts';
import { whyNotRecuse } from './scoresheet-access.ts';

/**
 * A judge steps back from one sheet, with a reason. Its marks stay on record and do not count. Where the reason is a conflict
 * of interest it is declared too, and bars the judge from this entry in every round.
 */
export async function recuse({
  by,
  sheetId,
  reason,
  conflict,
}: {
  by: Actor;
  sheetId: string;
  reason: string;
  conflict: boolean;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const sheet = await lockSheet(tx, { id: sheetId, by });
    const whyNot = whyNotRecuse(sheet);
    if (whyNot !== null) throw new NotNow(whyNot);
    const at = now();
    await tx.recusal.create({ data: { scoresheetId: sheet.id, byId: by.id, at, reason } });
    const subjects = { by: by.id, contestId: sheet.round.contest.id, entryId: sheet.entryId };
    if (conflict) {
      const declared = await tx.conflict.create({
        data: {
          entryId: sheet.entryId,
          personId: by.id,
          kind: 'DECLARED_BY_JUDGE',
          reason,
          declaredById: by.id,
          declaredAt: at,
        },
        select: { id: true },
      });
      await recordEvent(tx, { kind: 'conflict.declared', ...subjects, payload: { conflictId: declared.id } });
    }
    const { contest, number } = sheet.round;
    const { entryId, judgeId } = sheet;
    if (!sheet.calibration) await keepRecusal(tx, { contestId: contest.id, round: number, entryId, judgeId, reason });
    await recordEvent(tx, {
      kind: 'scoresheet.recused',
      ...subjects,
      payload: { roundId: sheet.round.id, sheetId: sheet.id },
    });
  });
}
