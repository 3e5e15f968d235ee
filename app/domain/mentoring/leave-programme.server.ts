import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockMentor } from './lock-mentor.server.ts';
import { lockProgramme } from './lock-programme.server.ts';

/** A mentor is no longer matched by a programme. What was proposed already they still answer. */
export async function leaveProgramme({ by, slug }: { by: Actor; slug: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const programme = await lockProgramme(tx, { slug });
    const mentor = await lockMentor(tx, { personId: by.id });
    const left = await tx.programmeMentor.updateMany({
      where: { programmeId: programme.id, mentorId: mentor.id, leftAt: null },
      data: { leftAt: now() },
    });
    if (left.count === 0) throw new NotNow({ key: 'mentoring:refusals.notJoined' });
    const payload = { programmeId: programme.id, mentorId: mentor.id };
    await recordEvent(tx, { kind: 'programme.left', by: by.id, unitId: programme.unitId, payload });
  });
}
