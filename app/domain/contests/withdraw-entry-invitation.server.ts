import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockEntryInvitation } from './lock-entry-invitation.server.ts';

/** Takes an invitation back: its link opens nothing from now on. Throws NotNow once it was answered: what the lead began is the lead's. */
export async function withdrawEntryInvitation({
  by,
  slug,
  id,
}: {
  by: Actor;
  slug: string;
  id: string;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const { contest, invitation, state } = await lockEntryInvitation(tx, { by, slug, id });
    if (state !== 'open') throw new NotNow({ key: 'organising:teams.answered' });
    await tx.entryInvitation.update({
      where: { id: invitation.id },
      data: { withdrawnAt: now(), leadBirthDate: null, members: [] },
    });
    await recordEvent(tx, {
      kind: 'entry-invitation.withdrawn',
      by: by.id,
      contestId: contest.id,
      payload: { invitationId: invitation.id },
    });
  });
}
