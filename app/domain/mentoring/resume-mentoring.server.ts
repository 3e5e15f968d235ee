import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockMentor } from './lock-mentor.server.ts';

/** The mentor takes teams again. */
export async function resumeMentoring({ by }: { by: Actor }): Promise<void> {
  await db.$transaction(async (tx) => {
    const mentor = await lockMentor(tx, { personId: by.id });
    if (mentor.pausedAt === null) throw new NotNow({ key: 'mentoring:refusals.notPaused' });
    await tx.mentor.update({ where: { id: mentor.id }, data: { pausedAt: null } });
    await recordEvent(tx, { kind: 'mentor.resumed', by: by.id, personId: by.id, payload: { mentorId: mentor.id } });
  });
}
