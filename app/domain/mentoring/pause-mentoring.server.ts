import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockMentor } from './lock-mentor.server.ts';

/** The mentor takes no further team for now; those they walk with stay. */
export async function pauseMentoring({ by }: { by: Actor }): Promise<void> {
  await db.$transaction(async (tx) => {
    const mentor = await lockMentor(tx, { personId: by.id });
    if (mentor.pausedAt !== null) throw new NotNow({ key: 'mentoring:refusals.pausedAlready' });
    await tx.mentor.update({ where: { id: mentor.id }, data: { pausedAt: now() } });
    await recordEvent(tx, { kind: 'mentor.paused', by: by.id, personId: by.id, payload: { mentorId: mentor.id } });
  });
}
