import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { holdJudgeInvitation } from './hold-judge-invitation.server.ts';

/** Whoever holds the link says no, signed in or not; it opens nothing afterwards. Throws NotNow where it opens nothing already. */
export async function declineJudgeInvitation({ by, token }: { by: Actor | null; token: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const { contest, invitation } = await holdJudgeInvitation(tx, { token });
    await tx.judgeInvitation.update({ where: { id: invitation.id }, data: { declinedAt: now() } });
    await recordEvent(tx, {
      kind: 'judge-invitation.declined',
      by: by?.id ?? null,
      contestId: contest.id,
      payload: { invitationId: invitation.id },
    });
  });
}
