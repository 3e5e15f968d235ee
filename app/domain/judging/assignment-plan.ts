import { affinityOf } from './affinity.ts';
import type { Assigned, AssignmentProblem, NotAssigned } from './assignment/problem.ts';
import type { ConflictKind } from './conflict.ts';

/** What an organiser may choose about an assignment. */
export type PlanOptions = { mode: 'best-total' | 'fairest'; links: number; seed: number };

/**
 * The problem of a round as it is stored with its plan, under ids: only what is still missing, since sheets that exist are
 * never touched. Sorted by id, so that the same round gives the same text and a change of any part of it shows.
 */
export type PlanProblem = {
  entries: { id: string; reviews: number; pool: string | null; fieldId: string | null }[];
  judges: { id: string; min: number; max: number; pool: string | null; fieldIds: string[] }[];
  /** Pairs that must not be, by the first reason; `ASSIGNED`: the judge has or had this entry already. */
  conflicts: [entry: string, judge: string, why: ConflictKind | 'ASSIGNED'][];
  options: PlanOptions;
};

/** The solver's answer as it is stored with its plan. */
export type PlanAnswer = Assigned | NotAssigned;

/** The problem as the solver takes it: every pair with how well it fits. */
export function solverProblem({ entries, judges, conflicts, options }: PlanProblem): AssignmentProblem {
  return {
    entries: entries.map(({ id, reviews, pool }) => ({ id, reviews, ...(pool === null ? {} : { pool }) })),
    judges: judges.map(({ id, min, max, pool }) => ({ id, min, max, ...(pool === null ? {} : { pool }) })),
    affinity: entries.flatMap((entry) =>
      judges.map((judge): [string, string, number] => [entry.id, judge.id, affinityOf(judge, entry)]),
    ),
    conflicts: conflicts.map(([entry, judge, why]): [string, string, string] => [entry, judge, why]),
    ...options,
  };
}

/** What an entry gets from its pairs: the sum of how well each judge fits. */
export function servedBy(problem: PlanProblem, pairs: readonly (readonly [string, string])[]): Map<string, number> {
  const entries = new Map(problem.entries.map((entry) => [entry.id, entry]));
  const judges = new Map(problem.judges.map((judge) => [judge.id, judge]));
  const served = new Map(problem.entries.map(({ id }) => [id, 0]));
  for (const [entryId, judgeId] of pairs) {
    const entry = entries.get(entryId);
    const judge = judges.get(judgeId);
    if (entry && judge) served.set(entryId, served.get(entryId)! + affinityOf(judge, entry));
  }
  return served;
}
