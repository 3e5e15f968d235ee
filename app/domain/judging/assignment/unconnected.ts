import { connectedComponents } from '#app/domain/judging/components.ts';
import { feasiblePairs } from './feasible.ts';
import { type Instance, instanceOf } from './instance.ts';
import { findOptimum } from './optimum.ts';
import type { AssignmentProblem, Shortage } from './problem.ts';
import { MOST_SHORTAGES, sum, usablePair, usablePartners } from './shortage.ts';
import { type StopWatch, stopWatch } from './stop-watch.ts';

/** With more entries than this, the solver is not asked again and again which of them matter. */
const FEW_ENTRIES = 300;
/** Seconds that one such question may take. */
const PATIENCE = 2;

/** Entries that no chain of usable pairs joins: one shortage for every island but the largest, naming one of each side. */
export function islandShortages(instance: Instance): Shortage[] {
  const { affinity, entryIds, judgeIds } = instance;
  const judges = judgeIds.length;
  const usable = [...affinity.keys()].filter((pair) => usablePair(instance, pair));
  const { count, ofEntry, ofJudge } = connectedComponents(
    entryIds.length,
    judges,
    usable.map((pair) => Math.floor(pair / judges)),
    usable.map((pair) => pair % judges),
  );
  const entriesOf = Array.from({ length: count }, (): string[] => []);
  ofEntry.forEach((component, entry) => {
    entriesOf[component]?.push(entryIds[entry]!);
  });
  const inhabited = entriesOf
    .map((ids, component) => ({ ids: ids.sort(), component }))
    .filter(({ ids }) => ids.length > 0);
  inhabited.sort((a, b) => b.ids.length - a.ids.length || (a.ids[0]! < b.ids[0]! ? -1 : 1));
  return inhabited.slice(1, 1 + MOST_SHORTAGES).map(({ ids, component }) => ({
    kind: 'connectivity',
    entries: [ids[0]!, inhabited[0]!.ids[0]!].sort(),
    judges: judgeIds.filter((_, judge) => ofJudge[judge] === component).sort(),
    needed: 1,
    available: 0,
  }));
}

/**
 * Fewer readings than a connected graph takes: at least as many as it has entries and working judges, less one.
 *
 * @returns what is needed and what there is, or undefined where that suffices
 */
function tooFewReadings(instance: Instance): { needed: number; available: number } | undefined {
  const { entryIds, max, min, reviews } = instance;
  const available = sum(reviews);
  const { judges: partners } = usablePartners(instance);
  const carried = Array.from(max, (most, judge) => Math.min(most, partners[judge]!)).sort((a, b) => b - a);
  let fewest = 0;
  for (let left = available; left > 0 && fewest < carried.length; fewest++) left -= carried[fewest]!;
  const working = Math.max(fewest, min.filter((least) => least > 0).length);
  const needed = entryIds.length + working - 1;
  return needed > available ? { needed, available } : undefined;
}

/** Whether it is plain, without solving anything, that no assignment is connected. */
export function plainlyUnconnected(instance: Instance): boolean {
  return tooFewReadings(instance) !== undefined;
}

/**
 * Why no assignment is connected, once that is proved and no islands are to blame: entries that cannot be connected even
 * if they were alone and no judge were promised any, none of which can be left out. Where only the promised minima stand
 * in the way, no entry is named.
 */
export async function connectivityShortage(
  problem: AssignmentProblem,
  instance: Instance,
  watch: StopWatch,
): Promise<Shortage> {
  const whole = tooFewReadings(instance);
  const none = { kind: 'connectivity', entries: [], judges: [], ...(whole ?? { needed: 1, available: 0 }) } as const;
  const part = (ids: readonly string[]) => instanceOf(partOf(problem, ids));
  let kept = problem.entries.map(({ id }) => id).sort();
  if (!(await isUnconnected(part(kept), watch))) return none;
  let size = Math.ceil(kept.length / 2);
  for (let settled = false; !settled; ) {
    const before = kept.length;
    for (let at = 0; at < kept.length; ) {
      const rest = [...kept.slice(0, at), ...kept.slice(at + size)];
      if (rest.length > 0 && (await isUnconnected(part(rest), watch))) kept = rest;
      else at += size;
    }
    settled = size === 1 && kept.length === before;
    size = Math.max(1, Math.floor(size / 2));
  }
  // Out of time, something that could be left out may be left in.
  if (watch.secondsLeft() === 0) return none;
  const few = part(kept);
  const { judges: partners } = usablePartners(few);
  const judges = few.judgeIds.filter((_, judge) => partners[judge]! > 0).sort();
  return { ...none, entries: kept, judges, ...(whole && tooFewReadings(few)) };
}

/** The problem of some entries alone, with nothing promised to judges. */
function partOf({ entries, judges, conflicts, links }: AssignmentProblem, ids: readonly string[]): AssignmentProblem {
  const kept = new Set(ids);
  return {
    entries: entries.filter(({ id }) => kept.has(id)),
    judges: judges.map((judge) => ({ ...judge, min: 0 })),
    affinity: [],
    conflicts: conflicts.filter(([entry]) => kept.has(entry)),
    links,
  };
}

/** Whether it is sure that no assignment is connected. */
async function isUnconnected(instance: Instance, watch: StopWatch): Promise<boolean> {
  if (plainlyUnconnected(instance)) return true;
  if (instance.entryIds.length > FEW_ENTRIES) return false;
  const feasible = feasiblePairs(instance);
  if (!feasible) return false;
  const { pairs, proved } = await findOptimum(instance, feasible, stopWatch(Math.min(PATIENCE, watch.secondsLeft())));
  return pairs === undefined && proved;
}
