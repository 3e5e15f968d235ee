import { seededRandom, shuffle } from '#app/domain/judging/random.ts';
import type { AssignmentMode, AssignmentProblem } from './problem.ts';

/** Marks a pair that is never used. */
export const CONFLICT = -1;

/**
 * A problem with numbers for ids. Ids are sorted, then shuffled by the seed: the order of records changes nothing, and
 * the seed decides which of equally good pairs the solver meets first.
 */
export interface Instance {
  readonly entryIds: readonly string[];
  readonly judgeIds: readonly string[];
  readonly reviews: Int32Array;
  readonly min: Int32Array;
  readonly max: Int32Array;
  /** Affinity of entry i and judge j at i·(number of judges) + j; `CONFLICT` where they conflict. */
  readonly affinity: Float64Array;
  /** Pool of each entry, −1 for none. */
  readonly entryPool: Int32Array;
  /** Whether judge j reads for pool p, at p·(number of judges) + j. */
  readonly inPool: Uint8Array;
  /** The most links any entry needs. */
  readonly links: number;
  /** Of each entry. */
  readonly linksOf: Int32Array;
  /** Whether an entry has exactly its links from other pools, not at least so many. */
  readonly within: boolean;
  readonly mode: AssignmentMode;
  readonly random: () => number;
}

/** A set of chosen pairs, as indices i·(number of judges) + j in ascending order. */
export type Pairs = Int32Array;

export function instanceOf(problem: AssignmentProblem): Instance {
  const random = seededRandom(problem.seed ?? 1);
  const entries = shuffle([...problem.entries].sort(byId), random);
  const judges = shuffle([...problem.judges].sort(byId), random);
  const entryIndex = new Map(entries.map(({ id }, index) => [id, index]));
  const judgeIndex = new Map(judges.map(({ id }, index) => [id, index]));
  const affinity = new Float64Array(entries.length * judges.length);
  const at = (entry: string, judge: string) => entryIndex.get(entry)! * judges.length + judgeIndex.get(judge)!;
  for (const [entry, judge, value] of problem.affinity) affinity[at(entry, judge)] = value;
  for (const [entry, judge] of problem.conflicts) affinity[at(entry, judge)] = CONFLICT;
  const linksOf = Int32Array.from(entries, (entry) => entry.links ?? problem.links ?? 0);
  const within = problem.within ?? false;
  const pools = new Map<string, number>();
  const entryPool = Int32Array.from(entries, ({ pool }) => {
    if (pool === undefined) return -1;
    if (!pools.has(pool)) pools.set(pool, pools.size);
    return pools.get(pool)!;
  });
  const inPool = new Uint8Array(pools.size * judges.length);
  judges.forEach(({ pool, pools: further = [] }, judge) => {
    for (const name of pool === undefined ? further : [pool, ...further]) {
      const known = pools.get(name);
      if (known !== undefined) inPool[known * judges.length + judge] = 1;
    }
  });
  // Without links nobody from another pool may read: as good as a conflict.
  if (within) {
    for (let entry = 0; entry < entries.length; entry++) {
      if (linksOf[entry]! > 0) continue;
      for (let judge = 0; judge < judges.length; judge++) {
        const pool = entryPool[entry]!;
        if (pool < 0 || inPool[pool * judges.length + judge] === 0) affinity[entry * judges.length + judge] = CONFLICT;
      }
    }
  }
  return {
    entryIds: entries.map(({ id }) => id),
    judgeIds: judges.map(({ id }) => id),
    reviews: Int32Array.from(entries, ({ reviews }) => reviews),
    min: Int32Array.from(judges, ({ min }) => min ?? 0),
    max: Int32Array.from(judges, ({ max }) => max),
    affinity,
    entryPool,
    inPool,
    links: linksOf.reduce((most, links) => Math.max(most, links), 0),
    linksOf,
    within,
    mode: problem.mode ?? 'best-total',
    random,
  };
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}

/** Whether the links rule counts this pair as one of the entry's own pool. */
export function samePool({ entryPool, inPool, judgeIds }: Instance, entry: number, judge: number): boolean {
  const pool = entryPool[entry]!;
  return pool >= 0 && inPool[pool * judgeIds.length + judge] === 1;
}

/** How many judges of its own pool an entry may have. */
export function ownPoolLimit({ reviews, linksOf }: Instance, entry: number): number {
  return Math.max(0, reviews[entry]! - linksOf[entry]!);
}

/** How many judges of other pools an entry may have: with panels, its links and no more. */
export function otherPoolsLimit({ reviews, linksOf, within }: Instance, entry: number): number {
  return within ? Math.min(reviews[entry]!, linksOf[entry]!) : reviews[entry]!;
}

/** Sum of the affinities of each entry's pairs. */
export function entrySums({ affinity, entryIds, judgeIds }: Instance, pairs: Pairs): Float64Array {
  const sums = new Float64Array(entryIds.length);
  for (const pair of pairs) sums[Math.floor(pair / judgeIds.length)]! += affinity[pair]!;
  return sums;
}

/** Sum of the affinities over all pairs, free of the noise of adding many numbers up (Neumaier's summation). */
export function totalOf({ affinity }: Instance, pairs: Pairs): number {
  let sum = 0;
  let lost = 0;
  for (const pair of pairs) {
    const value = affinity[pair]!;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}
