import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { insistThat } from '#app/domain/ideas/insist.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockProgramme } from './lock-programme.server.ts';
import { mayRunProgramme } from './mentoring-access.ts';

/** Ends a programme: nobody is matched or passed on any more; teams that found a mentor keep theirs. */
export async function endProgramme({ by, slug }: { by: Actor; slug: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const programme = await lockProgramme(tx, { slug });
    insistThat(mayRunProgramme(by, programme));
    if (programme.endedAt !== null) throw new NotNow({ key: 'mentoring:refusals.programmeEnded' });
    const at = now();
    await tx.mentoringProgramme.update({ where: { id: programme.id }, data: { endedAt: at } });
    const unserved = await tx.mentorRequest.updateManyAndReturn({
      where: {
        programmeId: programme.id,
        withdrawnAt: null,
        servedAt: null,
        unservedAt: null,
        proposals: { none: { declinedAt: null, lapsedAt: null, expiresAt: { gt: at } } },
      },
      data: { unservedAt: at },
      select: { id: true, ideaId: true },
    });
    for (const { id, ideaId } of unserved) {
      await recordEvent(tx, { kind: 'mentor-request.unserved', by: by.id, ideaId, payload: { requestId: id } });
    }
    const payload = { programmeId: programme.id };
    await recordEvent(tx, { kind: 'programme.ended', by: by.id, unitId: programme.unitId, payload });
  });
}
