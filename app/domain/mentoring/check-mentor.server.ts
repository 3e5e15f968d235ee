import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { insistThat } from '#app/domain/ideas/insist.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockMentor } from './lock-mentor.server.ts';
import { mentorState } from './mentor.ts';
import { mayCheckMentor } from './mentoring-access.ts';

/** Staff of the unit have looked at an offer and know who it is: the mentor may be asked from now on, and bears the role. */
export async function checkMentor({ by, id }: { by: Actor; id: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const mentor = await lockMentor(tx, { id });
    insistThat(mayCheckMentor(by, mentor));
    if (mentorState(mentor) !== 'waiting') throw new NotNow({ key: 'mentoring:refusals.answeredAlready' });
    const at = now();
    await tx.mentor.update({ where: { id }, data: { checkedAt: at, checkedById: by.id } });
    const held = await tx.roleGrant.findFirst({
      where: { personId: mentor.personId, kind: 'MENTOR', unitId: mentor.unitId, endedAt: null },
      select: { id: true },
    });
    if (held === null) {
      await tx.roleGrant.create({
        data: { kind: 'MENTOR', personId: mentor.personId, unitId: mentor.unitId, grantedById: by.id, grantedAt: at },
      });
    }
    await recordEvent(tx, {
      kind: 'mentor.checked',
      by: by.id,
      personId: mentor.personId,
      unitId: mentor.unitId,
      payload: { mentorId: id },
    });
  });
}
