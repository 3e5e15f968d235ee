import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockJudgeInvitation } from './lock-judge-invitation.server.ts';

/**
 * Takes an offer back: the link opens nothing from now on. Of one that was accepted and waits for an officer, this is the officer's no.
 * Throws NotNow once the person sits on the panel (end the seat instead), or where there is nothing to take back.
 */
export async function withdrawJudgeInvitation({
  by,
  slug,
  id,
}: {
  by: Actor;
  slug: string;
  id: string;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const { contest, invitation, state } = await lockJudgeInvitation(tx, { by, slug, id });
    if (state !== 'open' && state !== 'waiting') throw new NotNow({ key: 'judging:refusals.nothingToWithdraw' });
    await tx.judgeInvitation.update({ where: { id: invitation.id }, data: { withdrawnAt: now() } });
    await recordEvent(tx, {
      kind: 'judge-invitation.withdrawn',
      by: by.id,
      personId: invitation.acceptedById ?? undefined,
      contestId: contest.id,
      payload: { invitationId: invitation.id },
    });
  });
}
