import { insistOnUnfinished } from '#app/domain/contests/lock-contest.server.ts';
import { seatJudge } from '#app/domain/contests/seat-judge.server.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockJudgeInvitation } from './lock-judge-invitation.server.ts';

/**
 * An officer has seen who took a code at the stand: the seat is theirs. Nobody confirms themselves. Throws NotNow where nobody waits, and
 * where the person takes part in the contest by now.
 */
export async function confirmJudge({ by, slug, id }: { by: Actor; slug: string; id: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const { contest, invitation, state } = await lockJudgeInvitation(tx, { by, slug, id });
    insistOnUnfinished(contest);
    const personId = invitation.acceptedById;
    if (state !== 'waiting' || personId === null) throw new NotNow({ key: 'judging:refusals.nobodyWaits' });
    if (personId === by.id) throw new NotNow({ key: 'judging:refusals.confirmsSelf' });
    const entered = await tx.entryMember.count({
      where: { personId, entry: { contestId: contest.id, withdrawal: null } },
    });
    if (entered > 0) throw new NotNow({ key: 'organising:problems.takesPart' });
    await tx.judgeInvitation.update({
      where: { id: invitation.id },
      data: { confirmedAt: now(), confirmedById: by.id },
    });
    await recordEvent(tx, {
      kind: 'judge-invitation.confirmed',
      by: by.id,
      personId,
      contestId: contest.id,
      payload: { invitationId: invitation.id },
    });
    const { minLoad, maxLoad, pools, deputy, fieldIds, hours } = invitation;
    const seat = { minLoad, maxLoad, pools, deputy, fieldIds, hours };
    await seatJudge(tx, { contestId: contest.id, personId, seat, by: by.id });
  });
}
