import type { Arithmetic } from './exact.ts';

export type Network<N> = {
  /** Per team: the most mentors it takes. */
  seats: readonly number[];
  /** Per mentor: the most teams it takes. */
  capacity: readonly number[];
  /** Per team: the mentors it may have, with how well each fits. */
  acceptable: readonly (readonly { mentor: number; gain: N }[])[];
  /** What a team's first mentor is worth above the fit; more than all fits together. */
  firstGain: N;
};

/**
 * The mentors of each team in a flow of the greatest gain and, among those, of the most pairs: successive shortest paths
 * with potentials (Ahuja, Magnanti & Orlin, Network Flows, 9.7). Each path adds one pair, the flow is the best of its size at
 * every step, and gains never rise from step to step: the first path that would lose something ends the search.
 */
export function bestPairs<N>(network: Network<N>, { zero, plus, minus, less }: Arithmetic<N>): Set<number>[] {
  const { seats, capacity, acceptable, firstGain } = network;
  const teams = seats.length;
  const mentors = capacity.length;
  const held: Set<number>[] = seats.map(() => new Set());
  const holders: Set<number>[] = capacity.map(() => new Set());
  const gains = acceptable.map((list) => new Map(list.map(({ mentor, gain }) => [mentor, gain])));

  // Costs are losses: minus the gain. A potential is the least cost from the source; nodes are teams, mentors, the sink.
  const sink = teams + mentors;
  const lost = (gain: N) => minus(zero, gain);
  const potential: N[] = Array.from({ length: sink + 1 }, () => zero);
  for (let team = 0; team < teams; team++) {
    potential[team] = lost(firstGain);
    for (const { mentor, gain } of acceptable[team]!) {
      const cost = minus(potential[team]!, gain);
      if (less(cost, potential[teams + mentor]!)) potential[teams + mentor] = cost;
    }
  }
  for (let mentor = 0; mentor < mentors; mentor++) {
    if (less(potential[teams + mentor]!, potential[sink]!)) potential[sink] = potential[teams + mentor]!;
  }

  while (true) {
    const distance: (N | undefined)[] = new Array(sink + 1);
    const before: number[] = new Array(sink + 1).fill(-1);
    const settled = new Uint8Array(sink + 1);
    const queue = heap<N>(less);
    const reach = (node: number, from: number, cost: N) => {
      const known = distance[node];
      if (known !== undefined && !less(cost, known)) return;
      distance[node] = cost;
      before[node] = from;
      queue.push(node, cost);
    };
    for (let team = 0; team < teams; team++) {
      if (held[team]!.size >= seats[team]! || acceptable[team]!.length === 0) continue;
      reach(team, -1, minus(held[team]!.size === 0 ? lost(firstGain) : zero, potential[team]!));
    }
    while (true) {
      const node = queue.pop();
      if (node === undefined || node === sink) break;
      if (settled[node]) continue;
      settled[node] = 1;
      const here = plus(distance[node]!, potential[node]!);
      if (node < teams) {
        for (const { mentor, gain } of acceptable[node]!) {
          if (settled[teams + mentor] || held[node]!.has(mentor)) continue;
          reach(teams + mentor, node, minus(minus(here, gain), potential[teams + mentor]!));
        }
      } else {
        const mentor = node - teams;
        if (holders[mentor]!.size < capacity[mentor]!) reach(sink, node, minus(here, potential[sink]!));
        for (const team of holders[mentor]!) {
          if (!settled[team]) reach(team, node, minus(plus(here, gains[team]!.get(mentor)!), potential[team]!));
        }
      }
    }
    const length = distance[sink];
    if (length === undefined || less(zero, plus(length, potential[sink]!))) return held;
    for (let node = 0; node <= sink; node++) {
      const far = distance[node];
      potential[node] = plus(potential[node]!, far !== undefined && less(far, length) ? far : length);
    }
    for (let node = before[sink]!; node !== -1; ) {
      const from = before[node]!;
      if (node >= teams) {
        held[from]!.add(node - teams);
        holders[node - teams]!.add(from);
      } else if (from !== -1) {
        held[node]!.delete(from - teams);
        holders[from - teams]!.delete(node);
      }
      node = from;
    }
  }
}

/** Least first; equal costs by the number of the node, so that the same problem walks the same way everywhere. */
function heap<N>(less: (a: N, b: N) => boolean) {
  const nodes: number[] = [];
  const costs: N[] = [];
  const precedes = (a: number, b: number) =>
    less(costs[a]!, costs[b]!) || (!less(costs[b]!, costs[a]!) && nodes[a]! < nodes[b]!);
  const swap = (a: number, b: number) => {
    [nodes[a], nodes[b]] = [nodes[b]!, nodes[a]!];
    [costs[a], costs[b]] = [costs[b]!, costs[a]!];
  };
  return {
    push(node: number, cost: N): void {
      let at = nodes.push(node) - 1;
      costs.push(cost);
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (!precedes(at, parent)) break;
        swap(at, parent);
        at = parent;
      }
    },
    pop(): number | undefined {
      if (nodes.length === 0) return undefined;
      swap(0, nodes.length - 1);
      const first = nodes.pop();
      costs.pop();
      for (let at = 0; ; ) {
        let least = at;
        for (const child of [2 * at + 1, 2 * at + 2]) {
          if (child < nodes.length && precedes(child, least)) least = child;
        }
        if (least === at) return first;
        swap(at, least);
        at = least;
      }
    },
  };
}
