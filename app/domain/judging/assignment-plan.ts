import { affinityOf } from './affinity.ts';
import type { Assigned, AssignmentProblem, NotAssigned } from './assignment/problem.ts';
import type { ConflictKind } from './conflict.ts';

/** What an organiser may choose about an assignment. */
export type PlanOptions = {
  mode: 'best-total' | 'fairest';
  links: number;
  seed: number;
  /** Sheets nobody has begun may go to somebody else, as few of them as can be. */
  replan?: true;
  /** Readings beyond those every entry has, by entry: what would settle who is above the cut. Only they are assigned. */
  further?: Record<string, number>;
};

/**
 * The problem of a round as it is stored with its plan, under ids: only what is still missing, since sheets that exist are
 * never touched. Sorted by id, so that the same round gives the same text and a change of any part of it shows.
 */
export type PlanProblem = {
  entries: {
    id: string;
    reviews: number;
    pool: string | null;
    fieldId: string | null;
    /** In a round that is parted: how many of the readings come from other panels. */
    links?: number;
  }[];
  /** `pools`: those of this round; none for any. */
  judges: { id: string; min: number; max: number; pools: string[]; fieldIds: string[] }[];
  /** Entries are read within their panel alone, but for links. */
  parted?: true;
  /** Pairs that must not be, by the first reason; `ASSIGNED`: the judge has or had this entry already. */
  conflicts: [entry: string, judge: string, why: ConflictKind | 'ASSIGNED'][];
  /** With `replan`: pairs whose sheet nobody has begun; `entries` and `judges` count them as free. */
  kept?: [entry: string, judge: string][];
  options: PlanOptions;
};

/** The solver's answer as it is stored with its plan. */
export type PlanAnswer = Assigned | NotAssigned;

/** The panel of entries that belong to none: only who reads for any reads them. */
const nowhere = '';

/**
 * The problem as the solver takes it: every pair with how well it fits. In a re-plan a pair that stays outweighs all fits
 * together, so that the best total is the one with the fewest changes, and among those the one that fits best.
 */
export function solverProblem({ entries, judges, parted, conflicts, kept, options }: PlanProblem): AssignmentProblem {
  const { replan, further: _, ...rest } = options;
  const readings = entries.reduce((sum, { reviews }) => sum + reviews, 0);
  const share = replan ? 1 / (2 * Math.max(1, readings)) : 1;
  const stays = new Set((kept ?? []).map((pair) => pair.join(' ')));
  const every = [...new Set(entries.map(({ pool }) => pool ?? nowhere))];
  const worth = (entry: PlanProblem['entries'][number], judge: PlanProblem['judges'][number]) =>
    share * affinityOf(judge, entry) + (stays.has(`${entry.id} ${judge.id}`) ? 1 - share : 0);
  return {
    entries: entries.map(({ id, reviews, pool, links }) => ({
      id,
      reviews,
      ...(pool === null && !parted ? {} : { pool: pool ?? nowhere }),
      ...(links === undefined ? {} : { links }),
    })),
    judges: judges.map(({ id, min, max, pools }) => ({
      id,
      min,
      max,
      pools: parted && pools.length === 0 ? every : pools,
    })),
    affinity: entries.flatMap((entry) =>
      judges.map((judge): [string, string, number] => [entry.id, judge.id, worth(entry, judge)]),
    ),
    conflicts: conflicts.map(([entry, judge, why]): [string, string, string] => [entry, judge, why]),
    ...rest,
    ...(parted ? { within: true } : {}),
    ...(replan ? { mode: 'best-total' } : {}),
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
