import { insistThat, judges as judgesIn } from '#app/domain/contests/contest-access.ts';
import { appendRecords } from '#app/domain/history/record/append-records.server.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';
import { applyPlan } from './apply-assignment.server.ts';
import { assignInWorker } from './assignment/assign-in-worker.server.ts';
import { type PlanAnswer, type PlanOptions, type PlanProblem, solverProblem } from './assignment-plan.ts';
import { composeProblem } from './compose-problem.server.ts';
import { findFurtherReadings } from './find-further-readings.server.ts';
import { lockRound } from './lock-round.server.ts';
import { whyNotSeeSheets } from './round-access.ts';

/**
 * Assigns in one step the further readings that would settle who is above the cut: the solver picks the judges, through the same
 * conflicts, loads and apply as any assignment, and the closed round takes marks again until the chair closes it anew. Throws NotNow
 * where nothing is too close, nobody is left to read, or the results are out.
 */
export async function assignFurther({
  by,
  slug,
  number,
}: {
  by: Actor;
  slug: string;
  number: number;
}): Promise<{ sheets: number }> {
  const { problem } = await db.$transaction((tx) => composeFurther(tx, { by, slug, number }));
  const answer: PlanAnswer = await assignInWorker(solverProblem(problem), { seconds: 30 });
  if (answer.status === 'infeasible') throw new NotNow({ key: 'awards:further.nobody' });
  return db.$transaction(async (tx) => {
    const { contest, round } = await lockClosed(tx, { by, slug, number });
    const at = now();
    await tx.round.update({ where: { id: round.id }, data: { state: 'OPEN' } });
    await tx.roundAct.create({ data: { roundId: round.id, to: 'OPEN', byId: by.id, at } });
    await appendRecords(tx, { contestId: contest.id, records: [{ kind: 'round-reopened', body: { round: number } }] });
    await recordEvent(tx, {
      kind: 'round.reopened',
      by: by.id,
      contestId: contest.id,
      payload: { roundId: round.id, number },
    });
    const plan = await tx.assignmentPlan.create({
      data: {
        roundId: round.id,
        seed: problem.options.seed,
        problem: problem as object,
        answer: answer as object,
        byId: by.id,
        at,
      },
      select: { id: true },
    });
    return applyPlan(tx, { by, slug, number, planId: plan.id });
  });
}

async function lockClosed(tx: Tx, { by, slug, number }: { by: Actor; slug: string; number: number }) {
  const { contest, round } = await lockRound(tx, { slug, number });
  insistThat(whyNotSeeSheets(by, contest, { isJudge: judgesIn(by, contest), state: 'OPEN' }));
  if (round.state === 'PUBLISHED') throw new NotNow({ key: 'judging:refusals.publishedAlready' });
  if (round.state !== 'CLOSED') throw new NotNow({ key: 'judging:refusals.notClosed' });
  return { contest, round };
}

/** What is proposed, cut down to what judges without a conflict can still take. */
async function composeFurther(
  tx: Tx,
  { by, slug, number }: { by: Actor; slug: string; number: number },
): Promise<{ problem: PlanProblem }> {
  const { contest, round } = await lockClosed(tx, { by, slug, number });
  const proposed = await findFurtherReadings(tx, { contestId: contest.id, number });
  if (proposed.length === 0) throw new NotNow({ key: 'awards:further.none' });
  const compose = (further: Record<string, number>) => {
    const options: PlanOptions = { mode: 'best-total', links: 0, seed: 1, further };
    return composeProblem(tx, { contestId: contest.id, round, options });
  };
  const whole = await compose(Object.fromEntries(proposed.map(({ id, readings }) => [id, readings])));
  const barred = new Set(whole.conflicts.map(([entry, judge]) => `${entry} ${judge}`));
  const panelOf = new Map(whole.entries.map(({ id, pool }) => [id, pool]));
  const outside = (entry: string, { pools }: PlanProblem['judges'][number]) =>
    whole.parted === true && pools.length > 0 && !pools.includes(panelOf.get(entry) ?? '');
  const left = new Map(whole.judges.map(({ id, max }) => [id, max]));
  const further: Record<string, number> = {};
  // Those whose reading saves most come first; whoever is least busy is counted upon first.
  for (const { id, readings } of proposed) {
    const free = whole.judges
      .filter((judge) => left.get(judge.id)! > 0 && !barred.has(`${id} ${judge.id}`) && !outside(id, judge))
      .sort((a, b) => left.get(b.id)! - left.get(a.id)!)
      .slice(0, readings);
    for (const judge of free) left.set(judge.id, left.get(judge.id)! - 1);
    if (free.length > 0) further[id] = free.length;
  }
  if (Object.keys(further).length === 0) throw new NotNow({ key: 'awards:further.nobody' });
  return { problem: await compose(further) };
}
