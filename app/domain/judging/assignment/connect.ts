import { type Components, connectedComponents } from '#app/domain/judging/components.ts';
import { FlowNetwork } from './flow-network.ts';
import { CONFLICT, entrySums, type Instance, type Pairs, samePool } from './instance.ts';
import type { Cut } from './pair-programme.ts';

/** The components of entries and used judges under an assignment. */
export function componentsOf({ entryIds, judgeIds }: Instance, pairs: Pairs): Components {
  return connectedComponents(
    entryIds.length,
    judgeIds.length,
    pairs.map((pair) => Math.floor(pair / judgeIds.length)),
    pairs.map((pair) => pair % judgeIds.length),
  );
}

/** The cuts that an assignment in several components breaks: some pair must leave each of them, the largest excepted. */
export function islands({ count, ofEntry, ofJudge }: Components): Cut[] {
  const sizes = entriesByComponent({ count, ofEntry });
  const largest = sizes.reduce((most, size, component) => (size > sizes[most]! ? component : most), 0);
  const found: Cut[] = [];
  for (let component = 0; component < count; component++) {
    if (component === largest) continue;
    const inside = (own: number) => (own === component ? 1 : 0);
    found.push({ entries: Uint8Array.from(ofEntry, inside), judges: Uint8Array.from(ofJudge, inside) });
  }
  return found;
}

function entriesByComponent({ count, ofEntry }: Pick<Components, 'count' | 'ofEntry'>): Int32Array {
  const sizes = new Int32Array(count);
  for (const component of ofEntry) sizes[component]!++;
  return sizes;
}

/** Shares are laid into a network of whole numbers as so many parts of one. */
const ONE = 1_000_000;
/** With more pieces than this, not every piece is looked at. */
const MOST_PIECES = 300;

/**
 * Cuts that a relaxed solution breaks: sets of entries and judges joined with the rest by less than one whole pair.
 * Pieces held together by whole pairs are one node; a minimum cut between the first piece and every other finds the rest.
 *
 * @param shares how much of each pair the solution takes
 */
export function brokenCuts(instance: Instance, shares: ReadonlyMap<number, number>): Cut[] {
  const { judgeIds } = instance;
  const whole = Int32Array.from([...shares].filter(([, share]) => share > 1 - 1e-6).map(([pair]) => pair));
  const { count, ofEntry, ofJudge } = componentsOf(instance, whole);
  // Whoever has no whole pair is a piece of its own.
  let pieces = count;
  const entryPiece = ofEntry.map((piece) => (piece >= 0 ? piece : pieces++));
  const judgePiece = ofJudge.map((piece) => (piece >= 0 ? piece : pieces++));
  const joins = new Map<string, number>();
  for (const [pair, share] of shares) {
    const from = entryPiece[Math.floor(pair / judgeIds.length)]!;
    const to = judgePiece[pair % judgeIds.length]!;
    if (from !== to) joins.set(`${from} ${to}`, (joins.get(`${from} ${to}`) ?? 0) + share);
  }
  const inhabited = [...new Set(entryPiece)];
  const found: Cut[] = [];
  const apart = new Set<number>();
  for (const piece of inhabited.slice(1, MOST_PIECES)) {
    if (apart.has(piece)) continue;
    const network = new FlowNetwork(pieces, 2 * joins.size);
    for (const [join, share] of joins) {
      const [from, to] = join.split(' ').map(Number) as [number, number];
      network.addArc(from, to, Math.round(ONE * share));
      network.addArc(to, from, Math.round(ONE * share));
    }
    if (network.push(inhabited[0]!, piece, ONE) > 0.999 * ONE) continue;
    const near = network.reachable(inhabited[0]!);
    for (const other of inhabited) if (!near[other]) apart.add(other);
    const side = (own: number) => near[own]!;
    found.push({ entries: Uint8Array.from(entryPiece, side), judges: Uint8Array.from(judgePiece, side) });
  }
  return found;
}

/**
 * Joins the components of an assignment, the cheapest exchange first: an entry takes a judge of another component for one
 * of its own, either alone (where loads allow) or against an entry of that component, which takes the judge it gives up.
 *
 * @param floors sums below which no entry may fall
 * @returns undefined when no such exchange was found
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
  const { affinity, judgeIds, min, max } = instance;
  const judges = judgeIds.length;
  const sums = entrySums(instance, pairs);
  const chosen = new Set(pairs);
  const loads = new Int32Array(judges);
  for (const pair of pairs) loads[pair % judges]!++;
  const isBridge = bridges(instance, pairs);
  const sizes = entriesByComponent(components);
  const smallest = sizes.reduce((fewest, size, component) => (size < sizes[fewest]! ? component : fewest), 0);
  const allowed = (from: number, to: number) => {
    const entry = Math.floor(to / judges);
    return (
      affinity[to] !== CONFLICT &&
      !chosen.has(to) &&
      sums[entry]! + affinity[to]! - affinity[from]! >= floors[entry]! &&
      (instance.links === 0 ||
        samePool(instance, entry, to % judges) === samePool(instance, entry, from % judges) ||
        (!instance.within && !samePool(instance, entry, to % judges)))
    );
  };
  let best: { gain: number; out: number[]; into: number[] } | undefined;
  const offer = (out: number[], into: number[]) => {
    const worth = (some: number[]) => some.reduce((sum, pair) => sum + affinity[pair]!, 0);
    const gain = worth(into) - worth(out);
    if (!best || gain > best.gain) best = { gain, out, into };
  };
  pairs.forEach((here, at) => {
    const entry = Math.floor(here / judges);
    const inside = components.ofEntry[entry] === smallest;
    // Alone: what the pair held together must hold without it.
    if (!isBridge[at] && loads[here % judges]! > min[here % judges]!) {
      for (let judge = 0; judge < judges; judge++) {
        const to = entry * judges + judge;
        const there = components.ofJudge[judge];
        const crosses = there !== -1 && (there === smallest) !== inside;
        if (crosses && loads[judge]! < max[judge]! && allowed(here, to)) offer([here], [to]);
      }
    }
    if (!inside) return;
    pairs.forEach((there, other) => {
      const partner = Math.floor(there / judges);
      if (components.ofEntry[partner] === smallest || (isBridge[at] && isBridge[other])) return;
      const into = [entry * judges + (there % judges), partner * judges + (here % judges)] as const;
      if (allowed(here, into[0]) && allowed(there, into[1])) offer([here, there], [...into]);
    });
  });
  if (!best) return undefined;
  const { out, into } = best;
  return Int32Array.from([...pairs].filter((pair) => !out.includes(pair)).concat(into)).sort();
}

/**
 * Which pairs are bridges: without one of them, its component would fall apart (R. E. Tarjan, "A note on finding the
 * bridges of a graph", 1974).
 *
 * @returns for each pair, 1 for a bridge
 */
function bridges({ entryIds, judgeIds }: Instance, pairs: Pairs): Uint8Array {
  const entries = entryIds.length;
  const arcs: number[][] = Array.from({ length: entries + judgeIds.length }, () => []);
  pairs.forEach((pair, at) => {
    arcs[Math.floor(pair / judgeIds.length)]!.push(at);
    arcs[entries + (pair % judgeIds.length)]!.push(at);
  });
  const across = (node: number, at: number) => {
    const pair = pairs[at]!;
    return node < entries ? entries + (pair % judgeIds.length) : Math.floor(pair / judgeIds.length);
  };
  const found = new Uint8Array(pairs.length);
  const number = new Int32Array(arcs.length).fill(-1);
  const low = new Int32Array(arcs.length);
  const next = new Int32Array(arcs.length);
  let numbered = 0;
  for (let root = 0; root < entries; root++) {
    if (number[root] !== -1) continue;
    const path: { node: number; via: number }[] = [{ node: root, via: -1 }];
    number[root] = low[root] = numbered++;
    while (path.length > 0) {
      const { node, via } = path.at(-1)!;
      const at = arcs[node]![next[node]!++];
      if (at === undefined) {
        path.pop();
        const before = path.at(-1)?.node;
        if (before === undefined) continue;
        low[before] = Math.min(low[before]!, low[node]!);
        if (low[node]! > number[before]!) found[via] = 1;
      } else if (at !== via) {
        const to = across(node, at);
        if (number[to] === -1) {
          number[to] = low[to] = numbered++;
          path.push({ node: to, via: at });
        } else low[node] = Math.min(low[node]!, number[to]!);
      }
    }
  }
  return found;
}
