import { canonicalJson } from '#app/domain/canonical-json.ts';
import { insistThat, judges as judgesIn } from '#app/domain/contests/contest-access.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotNow } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { now } from '#app/platform/clock.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';
import { removeUnbegun } from './assign-by-hand.server.ts';
import type { PlanAnswer, PlanProblem } from './assignment-plan.ts';
import { composeProblem } from './compose-problem.server.ts';
import { layCalibration } from './lay-calibration.server.ts';
import { insistOnAssignable, lockRound } from './lock-round.server.ts';
import { keepAssignment } from './record/keep-assignment.server.ts';
import { whyNotSeeSheets } from './round-access.ts';

/**
 * Makes a plan's pairs into sheets, all of them or none. Under the lock of the round the problem is composed afresh: where an
 * entry, a judge, a load or a conflict is not what the plan was made for, it is refused and a new dry run is due.
 */
export async function applyAssignment(act: {
  by: Actor;
  slug: string;
  number: number;
  planId: string;
}): Promise<{ sheets: number }> {
  return db.$transaction((tx) => applyPlan(tx, act));
}

/** The same within a transaction that does more. */
export async function applyPlan(
  tx: Tx,
  { by, slug, number, planId }: { by: Actor; slug: string; number: number; planId: string },
): Promise<{ sheets: number }> {
  if (!isUuid(planId)) throw new NotFound();
  const { contest, round } = await lockRound(tx, { slug, number });
  insistThat(whyNotSeeSheets(by, contest, { isJudge: judgesIn(by, contest), state: round.state }));
  const plan = await tx.assignmentPlan.findFirst({ where: { id: planId, roundId: round.id } });
  if (plan === null) throw new NotFound();
  if (plan.appliedAt !== null) throw new NotNow({ key: 'judging:refusals.planApplied' });
  insistOnAssignable(contest, round, now());
  const answer = plan.answer as unknown as PlanAnswer;
  if (answer.status === 'infeasible') throw new NotNow({ key: 'judging:refusals.planInfeasible' });
  const planned = plan.problem as unknown as PlanProblem;
  const present = await composeProblem(tx, { contestId: contest.id, round, options: planned.options });
  if (canonicalJson(present) !== canonicalJson(planned)) throw new NotNow({ key: 'judging:refusals.planStale' });
  const barred = new Set(present.conflicts.map(([entry, judge]) => `${entry} ${judge}`));
  if (answer.pairs.some(([entry, judge]) => barred.has(`${entry} ${judge}`))) {
    throw new NotNow({ key: 'judging:refusals.planStale' });
  }
  const at = now();
  const before = new Set((planned.kept ?? []).map((pair) => pair.join(' ')));
  const after = new Set(answer.pairs.map((pair) => pair.join(' ')));
  const added = answer.pairs.filter((pair) => !before.has(pair.join(' ')));
  const removed = (planned.kept ?? []).filter((pair) => !after.has(pair.join(' ')));
  for (const [entryId, judgeId] of removed) {
    const sheet = await tx.scoresheet.findFirstOrThrow({
      where: { roundId: round.id, entryId, judgeId, calibration: false },
      select: { id: true },
    });
    await removeUnbegun(tx, { sheetId: sheet.id, roundId: round.id });
  }
  await tx.scoresheet.createMany({
    data: added.map(([entryId, judgeId]) => ({ roundId: round.id, entryId, judgeId, assignedAt: at })),
  });
  await layCalibration(tx, { contestId: contest.id, round });
  await tx.assignmentPlan.update({ where: { id: plan.id }, data: { appliedAt: at } });
  await keepAssignment(tx, { contestId: contest.id, round: number, added, removed });
  await recordEvent(tx, {
    kind: 'assignment.applied',
    by: by.id,
    contestId: contest.id,
    payload: {
      roundId: round.id,
      planId: plan.id,
      sheets: added.length,
      ...(removed.length > 0 ? { removed: removed.length } : {}),
    },
  });
  return { sheets: added.length };
}
