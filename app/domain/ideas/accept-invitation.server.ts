import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { isOnTeam } from './idea-access.ts';
import { lockInvitation } from './lock-invitation.server.ts';

/** The invited person joins the team. Throws NotFound for anyone the invitation is not for. */
export async function acceptInvitation({ by, id }: { by: Actor; id: string }): Promise<{ slug: string }> {
  return db.$transaction(async (tx) => {
    const { invitation, idea } = await lockInvitation(tx, { id, by });
    if (isOnTeam(by, idea)) throw new NotNow({ key: 'ideas:refusals.inTeamAlready' });
    await tx.ideaMember.update({
      where: { id: invitation.id },
      data: { personId: by.id, invitedMail: null, confirmedAt: now() },
    });
    await recordEvent(tx, {
      kind: 'idea-member.confirmed',
      by: by.id,
      ideaId: idea.id,
      personId: by.id,
      payload: { memberId: invitation.id },
    });
    return { slug: idea.slug };
  });
}
