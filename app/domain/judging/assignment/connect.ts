import { type Components, connectedComponents } from '#app/domain/judging/components.ts';
import { CONFLICT, entrySums, type Instance, type Pairs, samePool } from './instance.ts';

/** The components of entries and used judges under an assignment. */
export function componentsOf({ entryIds, judgeIds }: Instance, pairs: Pairs): Components {
  return connectedComponents(
    entryIds.length,
    judgeIds.length,
    pairs.map((pair) => Math.floor(pair / judgeIds.length)),
    pairs.map((pair) => pair % judgeIds.length),
  );
}

/** The sets of entries and judges that a connected assignment must join with the rest: all components but the largest. */
export function islands({ count, ofEntry, ofJudge }: Components): { entries: Uint8Array; judges: Uint8Array }[] {
  const sizes = entriesByComponent({ count, ofEntry });
  const largest = sizes.reduce((most, size, component) => (size > sizes[most]! ? component : most), 0);
  const found: { entries: Uint8Array; judges: Uint8Array }[] = [];
  for (let component = 0; component < count; component++) {
    if (component === largest) continue;
    found.push({
      entries: Uint8Array.from(ofEntry, (own) => (own === component ? 1 : 0)),
      judges: Uint8Array.from(ofJudge, (own) => (own === component ? 1 : 0)),
    });
  }
  return found;
}

function entriesByComponent({ count, ofEntry }: Pick<Components, 'count' | 'ofEntry'>): Int32Array {
  const sizes = new Int32Array(count);
  for (const component of ofEntry) sizes[component]!++;
  return sizes;
}

/** How many of the cheapest swaps are tried before giving a component up. */
const TRIED = 200;

/**
 * Joins the components of an assignment by swapping the judges of two entries at a time, the cheapest swap first. Every
 * entry keeps its number of reviews and every judge the load.
 *
 * @param floors sums below which no entry may fall
 * @returns undefined when no such swaps were found
 */
export function joined(instance: Instance, pairs: Pairs, floors: Float64Array): Pairs | undefined {
  let joinedSoFar = pairs;
  for (;;) {
    const components = componentsOf(instance, joinedSoFar);
    if (components.count <= 1) return joinedSoFar;
    const next = joinOne(instance, joinedSoFar, components, floors);
    if (!next) return undefined;
    joinedSoFar = next;
  }
}

function joinOne(instance: Instance, pairs: Pairs, components: Components, floors: Float64Array): Pairs | undefined {
  const { affinity, judgeIds } = instance;
  const judges = judgeIds.length;
  const sums = entrySums(instance, pairs);
  const chosen = new Set(pairs);
  const sizes = entriesByComponent(components);
  const smallest = sizes.reduce((fewest, size, component) => (size < sizes[fewest]! ? component : fewest), 0);
  let swaps: { loss: number; out: [number, number]; into: [number, number] }[] = [];
  const keepCheapest = () => {
    swaps.sort((a, b) => a.loss - b.loss);
    swaps = swaps.slice(0, TRIED);
  };
  for (const here of pairs) {
    const entry = Math.floor(here / judges);
    if (components.ofEntry[entry] !== smallest) continue;
    for (const there of pairs) {
      const other = Math.floor(there / judges);
      if (components.ofEntry[other] === smallest) continue;
      const into: [number, number] = [entry * judges + (there % judges), other * judges + (here % judges)];
      if (into.some((pair) => affinity[pair] === CONFLICT || chosen.has(pair))) continue;
      const [gain, gainOther] = [affinity[into[0]]! - affinity[here]!, affinity[into[1]]! - affinity[there]!];
      if (sums[entry]! + gain < floors[entry]! || sums[other]! + gainOther < floors[other]!) continue;
      if (losesLink(instance, here, into[0]) || losesLink(instance, there, into[1])) continue;
      swaps.push({ loss: -gain - gainOther, out: [here, there], into });
    }
    if (swaps.length > 20 * TRIED) keepCheapest();
  }
  keepCheapest();
  for (const { out, into } of swaps) {
    const swapped = Int32Array.from(
      [...pairs].filter((pair) => pair !== out[0] && pair !== out[1]).concat(into),
    ).sort();
    if (componentsOf(instance, swapped).count < components.count) return swapped;
  }
  return undefined;
}

/** Whether an entry would give up a judge of another pool for one of its own. */
function losesLink(instance: Instance, from: number, to: number): boolean {
  const judges = instance.judgeIds.length;
  const entry = Math.floor(to / judges);
  return instance.links > 0 && samePool(instance, entry, to % judges) && !samePool(instance, entry, from % judges);
}
