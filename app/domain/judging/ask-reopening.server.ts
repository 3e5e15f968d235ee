import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { hasSeenOthers } from './has-seen-others.server.ts';
import { lockSheet } from './lock-sheet.server.ts';
import { whyNotReopen } from './scoresheet-access.ts';

/**
 * A judge asks to change a sheet that was handed in, with a reason; flagged where they can have seen others' marks by then. It stays as it is until
 * chair or secretary decide.
 */
export async function askReopening({
  by,
  sheetId,
  reason,
}: {
  by: Actor;
  sheetId: string;
  reason: string;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const sheet = await lockSheet(tx, { id: sheetId, by });
    const pending = await tx.reopening.count({ where: { scoresheetId: sheet.id, decidedAt: null } });
    const whyNot = whyNotReopen({ ...sheet, pending: pending > 0 });
    if (whyNot !== null) throw new NotNow(whyNot);
    const afterSeeing = await hasSeenOthers(tx, { sheet, roundId: sheet.round.id });
    const { id } = await tx.reopening.create({
      data: { scoresheetId: sheet.id, askedById: by.id, askedAt: now(), reason, afterSeeing },
      select: { id: true },
    });
    await recordEvent(tx, {
      kind: 'reopening.asked',
      by: by.id,
      contestId: sheet.round.contest.id,
      entryId: sheet.entryId,
      payload: {
        roundId: sheet.round.id,
        sheetId: sheet.id,
        reopeningId: id,
        ...(afterSeeing ? { afterSeeing: 1 } : {}),
      },
    });
  });
}
