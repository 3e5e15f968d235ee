import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { holdEntryInvitation } from './hold-entry-invitation.server.ts';

/** Whoever holds the link says no, signed in or not; it opens nothing afterwards. Throws NotNow where it opens nothing already. */
export async function declineEntryInvitation({ by, token }: { by: Actor | null; token: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const { contest, invitation } = await holdEntryInvitation(tx, { token });
    await tx.entryInvitation.update({
      where: { id: invitation.id },
      data: { declinedAt: now(), leadBirthDate: null, members: [] },
    });
    await recordEvent(tx, {
      kind: 'entry-invitation.declined',
      by: by?.id ?? null,
      contestId: contest.id,
      payload: { invitationId: invitation.id },
    });
  });
}
