import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockMentor } from './lock-mentor.server.ts';
import { lockProgramme } from './lock-programme.server.ts';
import { mentorState } from './mentor.ts';
import { programmePhase } from './programme.ts';

/** A checked mentor lets a programme match them. */
export async function joinProgramme({ by, slug }: { by: Actor; slug: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const programme = await lockProgramme(tx, { slug });
    const at = now();
    if (programmePhase(programme, at) === 'ended') throw new NotNow({ key: 'mentoring:refusals.programmeEnded' });
    const mentor = await lockMentor(tx, { personId: by.id });
    if (mentorState(mentor) !== 'open') throw new NotNow({ key: 'mentoring:refusals.checkedFirst' });
    const key = { programmeId_mentorId: { programmeId: programme.id, mentorId: mentor.id } };
    const before = await tx.programmeMentor.findUnique({ where: key });
    if (before !== null && before.leftAt === null) throw new NotNow({ key: 'mentoring:refusals.joinedAlready' });
    await tx.programmeMentor.upsert({
      where: key,
      create: { programmeId: programme.id, mentorId: mentor.id, joinedAt: at },
      update: { joinedAt: at, leftAt: null },
    });
    const payload = { programmeId: programme.id, mentorId: mentor.id };
    await recordEvent(tx, { kind: 'programme.joined', by: by.id, unitId: programme.unitId, payload });
  });
}
