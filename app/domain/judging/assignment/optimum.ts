import { attainableLevels } from './attainable.ts';
import { componentsOf, islands, joined } from './connect.ts';
import { evened } from './exchange.ts';
import { CONFLICT, entrySums, type Instance, type Pairs } from './instance.ts';
import { type Objective, PairProgramme } from './pair-programme.ts';
import { type StopWatch, stopWatch } from './stop-watch.ts';

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
  const programme = await PairProgramme.open(instance, feasible);
  try {
    if (instance.mode === 'fairest') return fairest(instance, feasible, programme, watch);
    const { pairs, proved, bound } = solve(instance, feasible, programme, watch, 'total', 0);
    return {
      pairs,
      proved,
      totalBound: Math.min(bound, simpleTotalBound(instance)),
      levelBound: simpleLevelBound(instance),
    };
  } finally {
    programme.close();
  }
}

/**
 * First the highest level, then the best total among assignments of that level.
 *
 * The best total may reach the highest level by itself. If not, the relaxation bounds the level from above, and the level
 * is one of the attainable values up to that bound. They are tried from the top with the total as objective (which
 * decides and optimises at once), in growing strides, then by bisection between the lowest that cannot be reached and
 * the highest that was. Where affinities are as good as continuous and the bound itself is out of reach, the integer
 * solver maximises the level.
 */
function fairest(instance: Instance, feasible: Pairs, programme: PairProgramme, watch: StopWatch): Optimum {
  const total = (level: number) => solve(instance, feasible, programme, watch, 'total', level);
  const answer = ({ pairs, bound }: Solution, proved: boolean) => ({ pairs, proved, totalBound: bound, levelBound });
  let levelBound = simpleLevelBound(instance);
  const plain = total(0);
  if (!plain.pairs || levelOf(instance, plain.pairs) >= levelBound - SAME_LEVEL) return answer(plain, plain.proved);
  programme.aim('level', 0);
  const relaxed = programme.relax(watch);
  if (relaxed.outcome === 'optimal') levelBound = Math.min(levelBound, relaxed.value);

  const listed = attainableLevels(instance)?.filter((level) => level <= levelBound + SAME_LEVEL);
  if (!listed) {
    let best = total(levelBound);
    if (!best.pairs) {
      const half = stopWatch(watch.secondsLeft() / 2);
      const highest = solve(instance, feasible, programme, half, 'level', 0);
      if (!highest.pairs) return answer(plain, false);
      levelBound = Math.min(levelBound, highest.bound);
      best = total(levelOf(instance, highest.pairs));
      if (!best.pairs) best = { ...best, pairs: highest.pairs };
    }
    return answer(best, best.proved && levelOf(instance, best.pairs!) >= levelBound - SAME_LEVEL);
  }

  const indexOf = (pairs: Pairs) => {
    const level = levelOf(instance, pairs);
    return listed.findIndex((one) => one <= level + SAME_LEVEL);
  };
  let best = plain;
  let unreachable = -1;
  let reached = indexOf(plain.pairs);
  for (let stride = 1; reached - unreachable > 1; stride *= 2) {
    const index =
      best === plain ? Math.min(unreachable + stride, reached - 1) : Math.floor((unreachable + reached) / 2);
    const solution = total(listed[index]!);
    if (solution.pairs) {
      best = solution;
      reached = indexOf(solution.pairs);
    } else if (solution.proved) unreachable = index;
    if (!solution.proved) break;
  }
  levelBound = Math.min(levelBound, listed[unreachable + 1]!);
  return answer(best, best.proved && reached === unreachable + 1);
}

interface Solution {
  readonly pairs: Pairs | undefined;
  readonly proved: boolean;
  /** What the objective cannot exceed. */
  readonly bound: number;
}

/**
 * The best assignment by one objective, among those of at least a given level.
 *
 * The relaxation comes in whole numbers unless fairness or a cut stands in the way; then the integer solver follows.
 * Where the graph must be connected and is not, first swaps without loss are tried, then a row is added for every
 * component ("some pair leaves it") and the whole is solved again.
 */
function solve(
  instance: Instance,
  feasible: Pairs,
  programme: PairProgramme,
  watch: StopWatch,
  objective: Objective,
  level: number,
): Solution {
  const mustConnect = instance.links > 0;
  const floors = Float64Array.from(instance.reviews, (count) => count * (level - SAME_LEVEL));
  const connect = (pairs: Pairs) => (mustConnect ? joined(instance, pairs, floors) : pairs);
  const better = (one: Pairs | undefined, other: Pairs | undefined) =>
    one && (!other || programme.valueOf(one) > programme.valueOf(other)) ? one : other;

  programme.aim(objective, level);
  let known = levelOf(instance, feasible) >= level ? connect(feasible) : undefined;
  let bound = Number.POSITIVE_INFINITY;
  for (;;) {
    if (known) programme.include(known);
    const relaxed = programme.relax(watch);
    if (relaxed.outcome !== 'optimal') return { pairs: known, proved: relaxed.outcome === 'infeasible', bound };
    bound = relaxed.value;
    const solved = relaxed.pairs
      ? ({ outcome: 'optimal', pairs: relaxed.pairs, bound } as const)
      : programme.solveInteger(bound, watch, known);
    if (solved.outcome === 'infeasible') return { pairs: undefined, proved: true, bound };
    if (solved.outcome === 'stopped') {
      return { pairs: better(solved.pairs && connect(solved.pairs), known), proved: false, bound };
    }
    const pairs = evened(instance, solved.pairs!);
    for (const candidate of [pairs, solved.pairs!]) {
      if (!mustConnect || componentsOf(instance, candidate).count <= 1)
        return { pairs: candidate, proved: true, bound };
    }
    const connected = connect(pairs);
    if (connected && programme.valueOf(connected) >= bound - 1e-9) return { pairs: connected, proved: true, bound };
    known = better(connected, known);
    for (const { entries, judges } of islands(componentsOf(instance, solved.pairs!))) programme.cut(entries, judges);
  }
}

function levelOf(instance: Instance, pairs: Pairs): number {
  return entrySums(instance, pairs).reduce(
    (least, sum, entry) => Math.min(least, sum / instance.reviews[entry]!),
    Number.POSITIVE_INFINITY,
  );
}

/** The level if every entry had its best judges. */
function simpleLevelBound(instance: Instance): number {
  return bestSums(instance).reduce(
    (least, sum, entry) => Math.min(least, sum / instance.reviews[entry]!),
    Number.POSITIVE_INFINITY,
  );
}

function simpleTotalBound(instance: Instance): number {
  return bestSums(instance).reduce((total, sum) => total + sum, 0);
}

/** Sum of the affinities of each entry's best judges, as if it were alone. */
export function bestSums({ affinity, entryIds, judgeIds, reviews }: Instance): Float64Array {
  return Float64Array.from(entryIds, (_, entry) => {
    const row = affinity.slice(entry * judgeIds.length, (entry + 1) * judgeIds.length).sort();
    return row.slice(-reviews[entry]!).reduce((sum, value) => sum + (value === CONFLICT ? 0 : value), 0);
  });
}
