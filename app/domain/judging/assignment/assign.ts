import { componentsOf } from './connect.ts';
import { feasiblePairs } from './feasible.ts';
import { entrySums, type Instance, instanceOf, totalOf } from './instance.ts';
import { bestSums, findOptimum, type Optimum } from './optimum.ts';
import type { Assigned, AssignmentProblem, NotAssigned, Shortage } from './problem.ts';
import { shortages } from './shortage.ts';
import { stopWatch } from './stop-watch.ts';
import { connectivityShortage, islandShortages, plainlyUnconnected } from './unconnected.ts';

/**
 * Says who reads what: every entry by as many different judges as it needs, every judge within bounds, no conflict.
 *
 * In mode `best-total` the sum of affinities is the greatest there is. In mode `fairest` the least (sum ÷ reviews) of any
 * entry is, and then the total. With `links`, every entry has that many judges of other pools, and entries and judges
 * are connected. The order of records changes nothing; problem and seed decide the answer, unless time runs out.
 *
 * Blocks its thread: a server calls `assignInWorker`.
 *
 * @param problem ids unique, affinities in [0, 1], whole numbers of reviews (from 1) and loads (from 0, min ≤ max);
 * with `links` from 1 on every entry and judge names a pool
 * @param options.seconds how long to look for the optimum and its proof
 * @returns the assignment, or why there is none
 */
export async function assign(
  problem: AssignmentProblem,
  { seconds = 60 }: { seconds?: number } = {},
): Promise<Assigned | NotAssigned> {
  const watch = stopWatch(seconds);
  const instance = instanceOf(problem);
  const feasible = feasiblePairs(instance);
  if (!feasible) return { status: 'infeasible', shortages: shortages(instance) };
  if (instance.entryIds.length === 0) {
    return answer(instance, { pairs: feasible, proved: true, totalBound: 0, levelBound: 0 });
  }
  if (instance.links > 0) {
    const islands = islandShortages(instance);
    if (islands.length > 0) return { status: 'infeasible', shortages: islands };
    if (plainlyUnconnected(instance)) {
      return { status: 'infeasible', shortages: [await connectivityShortage(problem, instance, watch)] };
    }
  }
  const optimum = await findOptimum(instance, feasible, watch);
  if (optimum.pairs) return answer(instance, optimum);
  const shortage: Shortage = optimum.proved
    ? await connectivityShortage(problem, instance, watch)
    : { kind: 'connectivity', entries: [], judges: [], needed: 1, available: 0, unproved: true };
  return { status: 'infeasible', shortages: [shortage] };
}

function answer(instance: Instance, { pairs, proved, totalBound, levelBound }: Optimum): Assigned {
  const { entryIds, judgeIds, reviews, mode } = instance;
  const chosen = pairs ?? new Int32Array(0);
  const sums = entrySums(instance, chosen);
  const total = rounded(totalOf(instance, chosen));
  const worst = entryIds.length === 0 ? null : rounded(least(sums));
  const mostReviews = reviews.reduce((most, count) => Math.max(most, count), 0);
  const worstBound = Math.min(levelBound * mostReviews, least(bestSums(instance)));
  const loads = new Map([...judgeIds].sort().map((id) => [id, 0]));
  for (const pair of chosen) {
    const judge = judgeIds[pair % judgeIds.length]!;
    loads.set(judge, loads.get(judge)! + 1);
  }
  return {
    status: proved ? 'optimal' : 'feasible',
    total,
    worst,
    bound: {
      total: proved ? total : Math.max(total, rounded(totalBound)),
      worst: worst === null || (proved && mode === 'fairest') ? worst : Math.max(worst, rounded(worstBound)),
    },
    connected: componentsOf(instance, chosen).count <= 1,
    pairs: Array.from(
      chosen,
      (pair) => [entryIds[Math.floor(pair / judgeIds.length)]!, judgeIds[pair % judgeIds.length]!] as const,
    ).sort(([a, b], [c, d]) => (a === c ? order(b, d) : order(a, c))),
    loads: Object.fromEntries(loads),
  };
}

/** Free of the noise of adding binary fractions up. */
function rounded(sum: number): number {
  return Math.round(sum * 1e9) / 1e9;
}

function least(values: Float64Array): number {
  return values.reduce((smallest, value) => Math.min(smallest, value), Number.POSITIVE_INFINITY);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
