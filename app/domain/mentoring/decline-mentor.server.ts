import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { insistThat } from '#app/domain/ideas/insist.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockMentor } from './lock-mentor.server.ts';
import { mentorState } from './mentor.ts';
import { mayCheckMentor } from './mentoring-access.ts';

/** Staff of the unit do not take an offer, or no longer; the mentor reads why. Teams they walk with stay with them. */
export async function declineMentor({ by, id, reason }: { by: Actor; id: string; reason: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const mentor = await lockMentor(tx, { id });
    insistThat(mayCheckMentor(by, mentor));
    if (mentorState(mentor) === 'declined') throw new NotNow({ key: 'mentoring:refusals.answeredAlready' });
    const at = now();
    await tx.mentor.update({
      where: { id },
      data: { declinedAt: at, declinedById: by.id, declineReason: reason, checkedAt: null, checkedById: null },
    });
    await tx.roleGrant.updateMany({
      where: { personId: mentor.personId, kind: 'MENTOR', unitId: mentor.unitId, endedAt: null },
      data: { endedAt: at, endedById: by.id, endReason: reason },
    });
    await recordEvent(tx, {
      kind: 'mentor.declined',
      by: by.id,
      personId: mentor.personId,
      unitId: mentor.unitId,
      payload: { mentorId: id },
    });
  });
}
