import { insistThat } from '#app/domain/ideas/insist.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { composeMatch } from './compose-match.server.ts';
import { lockProgramme } from './lock-programme.server.ts';
import { matchingProblem } from './match-plan.ts';
import { matchMentors } from './matching/match-mentors.ts';
import { mayRunProgramme } from './mentoring-access.ts';

/**
 * A dry run: the best matching of a programme's waiting teams and its mentors is stored to be looked at, with the reason of each
 * pair and of each team left over. Nobody is told anything yet.
 */
export async function planMatch({ by, slug }: { by: Actor; slug: string }): Promise<{ planId: string }> {
  return db.$transaction(async (tx) => {
    const programme = await lockProgramme(tx, { slug });
    insistThat(mayRunProgramme(by, programme));
    if (programme.endedAt !== null) throw new NotNow({ key: 'mentoring:refusals.programmeEnded' });
    const problem = await composeMatch(tx, { programmeId: programme.id });
    if (problem.requests.length === 0) throw new NotNow({ key: 'mentoring:refusals.nobodyWaits' });
    const answer = matchMentors(matchingProblem(problem));
    const plan = await tx.matchPlan.create({
      data: { programmeId: programme.id, problem, answer: answer as object, byId: by.id, at: now() },
      select: { id: true },
    });
    return { planId: plan.id };
  });
}
