import { attainableLevels } from './attainable.ts';
import { brokenCuts, componentsOf, islands, joined } from './connect.ts';
import { evened } from './exchange.ts';
import { CONFLICT, entrySums, type Instance, type Pairs, totalOf } from './instance.ts';
import { PairProgramme } from './pair-programme.ts';
import type { StopWatch } from './stop-watch.ts';

export interface Optimum {
  /** Undefined when nothing satisfies every rule, or nothing was found in time. */
  readonly pairs: Pairs | undefined;
  /** Whether it is proved: that the pairs are the best, or that there are none. */
  readonly proved: boolean;
  /** What the total cannot exceed; in `fairest`, with this level or a better one. */
  readonly totalBound: number;
  /** What the level, the least (sum ÷ reviews) of any entry, cannot exceed. */
  readonly levelBound: number;
}

/** Two levels nearer than this are the same. */
const SAME_LEVEL = 1e-7;

/**
 * The best assignment by the instance's mode.
 *
 * @param feasible an assignment within every rule but connectedness
 */
export async function findOptimum(instance: Instance, feasible: Pairs, watch: StopWatch): Promise<Optimum> {
  const search: Search = { instance, feasible, programme: await PairProgramme.open(instance, feasible), watch };
  try {
    if (instance.mode === 'fairest') return fairest(search);
    const { pairs, proved, bound } = bestTotal(search, 0);
    const totalBound = Math.min(bound, sum(bestSums(instance)));
    return { pairs, proved, totalBound, levelBound: simpleLevelBound(instance) };
  } finally {
    search.programme.close();
  }
}

interface Search {
  readonly instance: Instance;
  readonly feasible: Pairs;
  readonly programme: PairProgramme;
  readonly watch: StopWatch;
}

/**
 * First the highest level, then the best total among assignments of that level.
 *
 * The best total may reach the highest level by itself. If not, the relaxation bounds the level from above, and the level
 * is one of the attainable values up to that bound. The highest of these is tried with the total as objective, which
 * decides and optimises at once. If it cannot be reached, those below are bisected (numbers, where affinities are as good
 * as continuous): whether a level can be reached is decided quickly, by the relaxation or the first assignment found.
 */
function fairest(search: Search): Optimum {
  const { instance, programme, watch } = search;
  let levelBound = simpleLevelBound(instance);
  const answer = ({ pairs, bound }: Solution, proved: boolean) => ({ pairs, proved, totalBound: bound, levelBound });
  const plain = bestTotal(search, 0);
  if (!plain.pairs || levelOf(instance, plain.pairs) >= levelBound - SAME_LEVEL) return answer(plain, plain.proved);

  programme.aim('level', 0);
  const relaxed = programme.relax(watch);
  if (relaxed.outcome === 'optimal') levelBound = Math.min(levelBound, relaxed.value);
  const attainable = attainableLevels(instance)?.filter((level) => level <= levelBound + SAME_LEVEL);
  if (attainable) levelBound = Math.min(levelBound, attainable[0]!);
  const highest = bestTotal(search, levelBound);
  if (highest.pairs) return answer(highest, highest.proved);
  if (!highest.proved) return answer(plain, false);

  let [reached, unreachable] = [levelOf(instance, plain.pairs), levelBound];
  let pairs = plain.pairs;
  for (;;) {
    const between = attainable?.filter((level) => level > reached + SAME_LEVEL && level < unreachable - SAME_LEVEL);
    levelBound = between ? (between[0] ?? reached) : unreachable;
    const next = between ? between[between.length >> 1] : (reached + unreachable) / 2;
    if (next === undefined || levelBound - reached <= SAME_LEVEL) break;
    const tried = bestTotal(search, next, { anyWillDo: true });
    if (tried.pairs) {
      pairs = tried.pairs;
      reached = Math.max(next, levelOf(instance, pairs));
    } else if (tried.proved) unreachable = next;
    else break;
  }
  const best = pairs === plain.pairs ? plain : bestTotal(search, reached);
  return answer({ ...best, pairs: best.pairs ?? pairs }, best.proved && levelBound - reached <= SAME_LEVEL);
}

interface Solution {
  readonly pairs: Pairs | undefined;
  /** Whether it is proved: that the pairs are the best, or that there are none. */
  readonly proved: boolean;
  /** What the total cannot exceed. */
  readonly bound: number;
}

/**
 * The best total among assignments whose least (sum ÷ reviews) is at least a level.
 *
 * The relaxation comes in whole numbers unless fairness or a cut stands in the way; then the integer solver follows.
 * Where the graph must be connected and is not, first exchanges without loss are tried, then a row is added for every cut
 * that is broken ("some pair crosses it") and the whole is solved again; the relaxation is mended first.
 *
 * @param options.anyWillDo whether the first assignment found is enough: it is then not the best
 */
function bestTotal(
  { instance, feasible, programme, watch }: Search,
  level: number,
  { anyWillDo = false }: { anyWillDo?: boolean } = {},
): Solution {
  const mustConnect = instance.links > 0;
  const floors = Float64Array.from(instance.reviews, (count) => count * (level - SAME_LEVEL));
  const isConnected = (pairs: Pairs) => !mustConnect || componentsOf(instance, pairs).count <= 1;
  const connect = (pairs: Pairs) => (mustConnect ? joined(instance, pairs, floors) : pairs);
  const better = (one: Pairs | undefined, other: Pairs | undefined) =>
    one && (!other || totalOf(instance, one) > totalOf(instance, other)) ? one : other;

  programme.aim('total', level);
  let known = levelOf(instance, feasible) >= level ? connect(feasible) : undefined;
  let bound = Number.POSITIVE_INFINITY;
  for (;;) {
    if (known) programme.include(known);
    const relaxed = programme.relax(watch);
    if (relaxed.outcome !== 'optimal') return { pairs: known, proved: relaxed.outcome === 'infeasible', bound };
    bound = relaxed.value;
    const broken = mustConnect && !relaxed.pairs ? brokenCuts(instance, relaxed.shares) : [];
    for (const cut of broken) programme.cut(cut);
    if (broken.length > 0) continue;
    const solved = relaxed.pairs
      ? ({ outcome: 'optimal', pairs: relaxed.pairs, bound } as const)
      : programme.solveInteger(bound, watch, { start: known, anyWillDo });
    if (solved.outcome === 'infeasible') return { pairs: undefined, proved: true, bound };
    if (solved.outcome === 'stopped') {
      const found = better(solved.pairs && connect(solved.pairs), known);
      if (found || !solved.pairs || watch.secondsLeft() === 0) return { pairs: found, proved: false, bound };
    } else {
      bound = Math.min(bound, solved.bound);
      const pairs = evened(instance, solved.pairs!);
      for (const candidate of [pairs, solved.pairs!]) {
        if (isConnected(candidate)) return { pairs: candidate, proved: true, bound };
      }
      const connected = connect(pairs);
      if (connected && totalOf(instance, connected) >= bound - 1e-9) return { pairs: connected, proved: true, bound };
      known = better(connected, known);
    }
    for (const cut of islands(componentsOf(instance, solved.pairs!))) programme.cut(cut);
  }
}

function levelOf(instance: Instance, pairs: Pairs): number {
  return entrySums(instance, pairs).reduce(
    (least, sum, entry) => Math.min(least, sum / instance.reviews[entry]!),
    Number.POSITIVE_INFINITY,
  );
}

/** The level that every entry would reach with its best judges. */
function simpleLevelBound(instance: Instance): number {
  return bestSums(instance).reduce(
    (least, sum, entry) => Math.min(least, sum / instance.reviews[entry]!),
    Number.POSITIVE_INFINITY,
  );
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Sum of the affinities of each entry's best judges, as if it were alone. */
export function bestSums({ affinity, entryIds, judgeIds, reviews }: Instance): Float64Array {
  return Float64Array.from(entryIds, (_, entry) => {
    const row = affinity.slice(entry * judgeIds.length, (entry + 1) * judgeIds.length).sort();
    return row.slice(-reviews[entry]!).reduce((sum, value) => sum + (value === CONFLICT ? 0 : value), 0);
  });
}
