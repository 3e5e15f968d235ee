import type { Actor } from '#app/domain/people/actor.ts';
import { withdrawShare } from '#app/domain/people/withdraw-share.server.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockMentorship } from './lock-mentorship.server.ts';
import { sideOf } from './mentoring-access.ts';

/** What one of both sides shared is taken back; who left the team may still do so. */
export async function withdrawShareInMentorship({ by, id }: { by: Actor; id: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const mentorship = await lockMentorship(tx, { id });
    const shared = await tx.contactShare.count({ where: { mentorshipId: id, personId: by.id } });
    if (sideOf(by, mentorship) === null && shared === 0) throw new NotFound();
    await withdrawShare(tx, { by, relation: { mentorshipId: id } });
  });
}
