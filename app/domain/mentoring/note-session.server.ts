import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotNow, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockMentorship } from './lock-mentorship.server.ts';
import type { SessionForm } from './mentor-form.ts';
import { sideOf } from './mentoring-access.ts';

/** Either side writes down a meeting that was held. NotFound for anyone else; NotValid for one that has not been yet. */
export async function noteSession({ by, id, form }: { by: Actor; id: string; form: SessionForm }): Promise<void> {
  await db.$transaction(async (tx) => {
    const mentorship = await lockMentorship(tx, { id });
    if (sideOf(by, mentorship) === null) throw new NotFound();
    if (mentorship.endedAt !== null) throw new NotNow({ key: 'mentoring:refusals.mentorshipEnded' });
    const at = now();
    if (form.heldAt > at) throw new NotValid({ heldAt: [{ key: 'mentoring:problems.notHeldYet' }] });
    const dayBefore = new Date(mentorship.startedAt.getTime() - 86_400_000);
    if (form.heldAt < dayBefore) throw new NotValid({ heldAt: [{ key: 'mentoring:problems.beforeBeginning' }] });
    const session = await tx.mentoringSession.create({
      data: { ...form, mentorshipId: id, notedById: by.id, notedAt: at },
      select: { id: true },
    });
    await recordEvent(tx, {
      kind: 'mentoring-session.noted',
      by: by.id,
      ideaId: mentorship.ideaId,
      personId: mentorship.mentorPersonId,
      payload: { mentorshipId: id, sessionId: session.id, minutes: form.minutes },
    });
  });
}
