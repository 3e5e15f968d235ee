import { FlowNetwork } from './flow-network.ts';
import { CONFLICT, type Instance, otherPoolsLimit, ownPoolLimit, type Pairs, samePool } from './instance.ts';

/** Arcs of a network that stands for the pairs of an instance. */
export interface PairNetwork {
  readonly network: FlowNetwork;
  readonly sink: number;
  readonly entryNode: (entry: number) => number;
  readonly ownPoolNode: (entry: number) => number;
  readonly otherPoolsNode: (entry: number) => number;
  readonly judgeNode: (judge: number) => number;
  /** Arc of each pair, or −1. */
  readonly arcOf: Int32Array;
}

/**
 * Lays pairs out as arcs of capacity 1, from entries to judges or from judges to entries. With `links`, an entry's
 * pairs within its own pool pass through a node of their own that lets only `ownPoolLimit` of them by, and the others through one that
 * lets `otherPoolsLimit` by.
 *
 * @param towards which side the arcs lead to
 * @param use whether a pair without conflict takes part
 */
export function pairNetwork(
  instance: Instance,
  { towards, links, use }: { towards: 'judges' | 'entries'; links: boolean; use?: (pair: number) => boolean },
): PairNetwork {
  const { affinity, entryIds, judgeIds } = instance;
  const entries = entryIds.length;
  const judges = judgeIds.length;
  const sink = 0;
  const entryNode = (entry: number) => 1 + entry;
  const ownPoolNode = (entry: number) => 1 + entries + entry;
  const otherPoolsNode = (entry: number) => 1 + 2 * entries + entry;
  const judgeNode = (judge: number) => 1 + 3 * entries + judge;
  const network = new FlowNetwork(1 + 3 * entries + judges + 1, affinity.length + 3 * entries + 2 * judges);
  const arcOf = new Int32Array(affinity.length).fill(-1);
  const join = (entrySide: number, judgeSide: number, capacity: number) =>
    towards === 'judges'
      ? network.addArc(entrySide, judgeSide, capacity)
      : network.addArc(judgeSide, entrySide, capacity);
  for (let entry = 0; entry < entries; entry++) {
    if (links) {
      join(entryNode(entry), ownPoolNode(entry), ownPoolLimit(instance, entry));
      join(entryNode(entry), otherPoolsNode(entry), otherPoolsLimit(instance, entry));
    }
    for (let judge = 0; judge < judges; judge++) {
      const pair = entry * judges + judge;
      if (affinity[pair] === CONFLICT || (use && !use(pair))) continue;
      const from = samePool(instance, entry, judge) ? ownPoolNode(entry) : otherPoolsNode(entry);
      arcOf[pair] = join(links ? from : entryNode(entry), judgeNode(judge), 1);
    }
  }
  return { network, sink, entryNode, ownPoolNode, otherPoolsNode, judgeNode, arcOf };
}

/**
 * Some assignment within every rule but connectedness, or undefined where there is none.
 *
 * First the largest flow with every judge's capacity at its minimum; it must fill them all. Then the capacities are
 * raised to the maxima and the flow is enlarged: an augmenting path never takes from an arc into the sink, so minima
 * once met stay met, and the flow must fill every entry.
 *
 * @param use restricts the pairs that may be used
 */
export function feasiblePairs(instance: Instance, use?: (pair: number) => boolean): Pairs | undefined {
  const { reviews, min, max, links, linksOf, entryIds, judgeIds } = instance;
  if (reviews.some((count, entry) => count < linksOf[entry]!)) return undefined;
  const { network, sink, entryNode, judgeNode, arcOf } = pairNetwork(instance, {
    towards: 'judges',
    links: links > 0,
    use,
  });
  const source = 1 + 3 * entryIds.length + judgeIds.length;
  let needed = 0;
  let promised = 0;
  reviews.forEach((count, entry) => {
    network.addArc(source, entryNode(entry), count);
    needed += count;
  });
  const doors = Array.from(min, (least, judge) => {
    promised += least;
    return network.addArc(judgeNode(judge), sink, least);
  });
  if (network.push(source, sink) < promised) return undefined;
  doors.forEach((door, judge) => {
    network.widen(door, max[judge]! - min[judge]!);
  });
  if (promised + network.push(source, sink) < needed) return undefined;
  const pairs: number[] = [];
  arcOf.forEach((arc, pair) => {
    if (arc >= 0 && network.flow(arc) > 0) pairs.push(pair);
  });
  return Int32Array.from(pairs);
}
