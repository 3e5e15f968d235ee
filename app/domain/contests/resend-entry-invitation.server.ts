import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { tooMany } from '#app/domain/people/too-many.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { countAgainst } from '#app/platform/limits.server.ts';
import { entryOfferUntil } from './entry-invitation.ts';
import { lockEntryInvitation } from './lock-entry-invitation.server.ts';

/** How often one lead is written to again in a day. */
export const resendsPerDay = 3;

/** Sends the letter again, and its link opens as long as a new one would. Throws NotNow where it was answered or withdrawn. */
export async function resendEntryInvitation({ by, slug, id }: { by: Actor; slug: string; id: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const { contest, invitation, state } = await lockEntryInvitation(tx, { by, slug, id });
    if (state !== 'open' && state !== 'expired') throw new NotNow({ key: 'organising:teams.answered' });
    const allowed = await countAgainst({ key: `team-again:${invitation.id}`, max: resendsPerDay, seconds: 86_400 });
    if (!allowed.ok) throw tooMany(allowed.retryAfterSeconds);
    const at = now();
    await tx.entryInvitation.update({
      where: { id: invitation.id },
      data: { sentAt: at, expiresAt: entryOfferUntil(contest, at) },
    });
    await recordEvent(tx, {
      kind: 'entry-invitation.resent',
      by: by.id,
      contestId: contest.id,
      payload: { invitationId: invitation.id },
    });
  });
}
