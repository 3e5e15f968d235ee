import { canonicalJson } from '#app/domain/canonical-json.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { insistThat } from '#app/domain/ideas/insist.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { composeMatch } from './compose-match.server.ts';
import { lockMentorsOf } from './lock-mentors.server.ts';
import { lockProgramme } from './lock-programme.server.ts';
import type { MatchAnswer, MatchProblem } from './match-plan.ts';
import { mayRunProgramme } from './mentoring-access.ts';
import { propose } from './propose.server.ts';

/**
 * Puts a plan's pairs before both sides, all of them or none. The problem is composed afresh: where a team, a mentor or a place
 * is not what the plan was made for, it is refused and a new dry run is due.
 */
export async function applyMatch({
  by,
  slug,
  planId,
}: {
  by: Actor;
  slug: string;
  planId: string;
}): Promise<{ proposals: number }> {
  return db.$transaction(async (tx) => {
    const programme = await lockProgramme(tx, { slug });
    insistThat(mayRunProgramme(by, programme));
    const plan = await tx.matchPlan.findFirst({ where: { id: planId, programmeId: programme.id } });
    if (plan === null) throw new NotFound();
    if (plan.appliedAt !== null) throw new NotNow({ key: 'mentoring:refusals.planApplied' });
    if (programme.endedAt !== null) throw new NotNow({ key: 'mentoring:refusals.programmeEnded' });
    await lockMentorsOf(tx, programme.id);
    const planned = plan.problem as unknown as MatchProblem;
    const present = await composeMatch(tx, { programmeId: programme.id });
    if (canonicalJson(present) !== canonicalJson(planned)) throw new NotNow({ key: 'mentoring:refusals.planStale' });
    const { pairs } = plan.answer as unknown as MatchAnswer;
    if (pairs.length === 0) throw new NotNow({ key: 'mentoring:refusals.planEmpty' });
    const people = await tx.mentor.findMany({
      where: { id: { in: pairs.map(([, mentor]) => mentor) } },
      select: { id: true, personId: true },
    });
    for (const [requestId, mentorId] of pairs) {
      const request = present.requests.find(({ id }) => id === requestId)!;
      const mentor = people.find(({ id }) => id === mentorId)!;
      await propose(tx, { by: by.id, request, mentor, days: programme.daysToAccept, planId: plan.id });
    }
    await tx.matchPlan.update({ where: { id: plan.id }, data: { appliedAt: now() } });
    await recordEvent(tx, {
      kind: 'match.applied',
      by: by.id,
      unitId: programme.unitId,
      payload: { programmeId: programme.id, planId: plan.id, proposals: pairs.length },
    });
    return { proposals: pairs.length };
  });
}
