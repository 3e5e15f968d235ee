import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockInvitation } from './lock-invitation.server.ts';

/** The invited person says no; the place in the team is free again. */
export async function declineInvitation({ by, id }: { by: Actor; id: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const { invitation, idea } = await lockInvitation(tx, { id, by });
    await tx.ideaMember.update({ where: { id: invitation.id }, data: { declinedAt: now() } });
    await recordEvent(tx, {
      kind: 'idea-member.declined',
      by: by.id,
      ideaId: idea.id,
      personId: by.id,
      payload: { memberId: invitation.id },
    });
  });
}
