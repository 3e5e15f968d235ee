import { insistThat, judges as judgesIn } from '#app/domain/contests/contest-access.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { planInWorker } from './assignment/assign-in-worker.server.ts';
import type { PlanAnswer, PlanOptions } from './assignment-plan.ts';
import { composeProblem } from './compose-problem.server.ts';
import { insistOnAssignable, lockRound } from './lock-round.server.ts';
import { whyNotSeeSheets } from './round-access.ts';

/** Seconds the solver may take before it answers with the best it has. */
const patience = 45;

/**
 * A dry run: the solver's answer for what is still missing in a round is stored to be looked at, and nothing is assigned yet.
 * The solver works in a thread of its own and holds no lock, so that the site goes on serving.
 */
export async function planAssignment({
  by,
  slug,
  number,
  options,
}: {
  by: Actor;
  slug: string;
  number: number;
  options: PlanOptions;
}): Promise<{ planId: string; status: PlanAnswer['status'] }> {
  const { roundId, problem } = await db.$transaction(async (tx) => {
    const { contest, round } = await lockRound(tx, { slug, number });
    insistThat(whyNotSeeSheets(by, contest, { isJudge: judgesIn(by, contest), state: round.state }));
    insistOnAssignable(contest, round, now());
    return { roundId: round.id, problem: await composeProblem(tx, { contestId: contest.id, round, options }) };
  });
  if (problem.entries.length === 0) throw new NotNow({ key: 'judging:refusals.nothingToAssign' });
  if (problem.judges.length === 0) throw new NotNow({ key: 'judging:refusals.noJudges' });
  const poolless =
    problem.entries.filter(({ pool }) => pool === null).length +
    problem.judges.filter(({ pools }) => pools.length === 0).length;
  // Where entries are parted, whoever names no panel reads for any, and is no link.
  if (options.links > 0 && poolless > 0 && !problem.parted) {
    throw new NotValid({ links: [{ key: 'judging:problems.poolsMissing', values: { count: poolless } }] });
  }
  const answer: PlanAnswer = await planInWorker(problem, { seconds: patience });
  const plan = await db.assignmentPlan.create({
    data: { roundId, seed: options.seed, problem, answer: answer as object, byId: by.id, at: now() },
    select: { id: true },
  });
  return { planId: plan.id, status: answer.status };
}
