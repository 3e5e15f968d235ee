import type { Actor } from '#app/domain/people/actor.ts';
import type { ShareForm } from '#app/domain/people/contact.ts';
import { shareContact } from '#app/domain/people/share-contact.server.ts';
import { NotFound, NotNow } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockMentorship } from './lock-mentorship.server.ts';
import { sideOf } from './mentoring-access.ts';

/** A mentor, or one of the team, lets the other side of a standing mentorship know how to reach them. */
export async function shareInMentorship({ by, id, form }: { by: Actor; id: string; form: ShareForm }): Promise<void> {
  await db.$transaction(async (tx) => {
    const mentorship = await lockMentorship(tx, { id });
    if (sideOf(by, mentorship) === null) throw new NotFound();
    if (mentorship.endedAt !== null) throw new NotNow({ key: 'mentoring:refusals.mentorshipEnded' });
    await shareContact(tx, { by, relation: { mentorshipId: id }, form });
  });
}
