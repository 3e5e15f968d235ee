import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { insistThat } from '#app/domain/ideas/insist.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockMentorship } from './lock-mentorship.server.ts';
import { mayAnswer, sideOf } from './mentoring-access.ts';

/**
 * The mentor or the lead ends the road together, for a reason. Contacts that were shared are nobody's from then on; that the
 * mentor never judges this team stays.
 */
export async function endMentorship({ by, id, reason }: { by: Actor; id: string; reason: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const mentorship = await lockMentorship(tx, { id });
    if (sideOf(by, mentorship) === null) throw new NotFound();
    insistThat(mayAnswer(by, mentorship));
    if (mentorship.endedAt !== null) throw new NotNow({ key: 'mentoring:refusals.mentorshipEnded' });
    const at = now();
    await tx.mentorship.update({ where: { id }, data: { endedAt: at, endedById: by.id, endReason: reason } });
    await tx.contactShare.updateMany({ where: { mentorshipId: id, withdrawnAt: null }, data: { withdrawnAt: at } });
    await recordEvent(tx, {
      kind: 'mentorship.ended',
      by: by.id,
      ideaId: mentorship.ideaId,
      personId: mentorship.mentorPersonId,
      payload: { mentorshipId: id, mentorId: mentorship.mentorId },
    });
  });
}
