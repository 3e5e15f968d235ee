/**
 * A network of integer capacities and the largest flow through it, by Dinic's method (E. A. Dinic, 1970): shortest
 * augmenting paths, one layering after another.
 */
export class FlowNetwork {
  readonly #nodes: number;
  #arcs = 0;
  #to: Int32Array;
  #room: Int32Array;
  #next: Int32Array;
  readonly #first: Int32Array;
  readonly #level: Int32Array;
  readonly #current: Int32Array;
  readonly #queue: Int32Array;

  /** @param arcs about how many arcs will be added; more is allowed */
  constructor(nodes: number, arcs = 1024) {
    this.#nodes = nodes;
    this.#to = new Int32Array(2 * arcs);
    this.#room = new Int32Array(2 * arcs);
    this.#next = new Int32Array(2 * arcs);
    this.#first = new Int32Array(nodes).fill(-1);
    this.#level = new Int32Array(nodes);
    this.#current = new Int32Array(nodes);
    this.#queue = new Int32Array(nodes);
  }

  /** Adds an arc; its number is needed to ask for its flow or to widen it. */
  addArc(from: number, to: number, capacity: number): number {
    const arc = this.#arcs;
    if (arc + 2 > this.#to.length) this.#grow();
    this.#lay(arc, from, to, capacity);
    this.#lay(arc + 1, to, from, 0);
    this.#arcs += 2;
    return arc;
  }

  #lay(arc: number, from: number, to: number, room: number): void {
    this.#to[arc] = to;
    this.#room[arc] = room;
    this.#next[arc] = this.#first[from]!;
    this.#first[from] = arc;
  }

  #grow(): void {
    const longer = (old: Int32Array) => {
      const grown = new Int32Array(2 * old.length + 2);
      grown.set(old);
      return grown;
    };
    this.#to = longer(this.#to);
    this.#room = longer(this.#room);
    this.#next = longer(this.#next);
  }

  flow(arc: number): number {
    return this.#room[arc + 1]!;
  }

  widen(arc: number, by: number): void {
    this.#room[arc]! += by;
  }

  /** Pushes as much more as fits from source to sink, at most `limit`; returns how much. */
  push(source: number, sink: number, limit = Number.POSITIVE_INFINITY): number {
    let pushed = 0;
    while (pushed < limit && this.#layer(source, sink)) {
      this.#current.set(this.#first);
      for (;;) {
        const more = this.#augment(source, sink, limit - pushed);
        if (more === 0) break;
        pushed += more;
      }
    }
    return pushed;
  }

  /** Numbers nodes by their distance from the source; whether the sink is reached. */
  #layer(source: number, sink: number): boolean {
    const level = this.#level.fill(-1);
    const queue = this.#queue;
    level[source] = 0;
    queue[0] = source;
    let end = 1;
    for (let at = 0; at < end; at++) {
      const node = queue[at]!;
      for (let arc = this.#first[node]!; arc >= 0; arc = this.#next[arc]!) {
        const to = this.#to[arc]!;
        if (this.#room[arc]! > 0 && level[to] === -1) {
          level[to] = level[node]! + 1;
          if (to === sink) return true;
          queue[end++] = to;
        }
      }
    }
    return false;
  }

  #augment(node: number, sink: number, limit: number): number {
    if (node === sink) return limit;
    for (; this.#current[node]! >= 0; this.#current[node] = this.#next[this.#current[node]!]!) {
      const arc = this.#current[node]!;
      const to = this.#to[arc]!;
      if (this.#room[arc]! > 0 && this.#level[to] === this.#level[node]! + 1) {
        const pushed = this.#augment(to, sink, Math.min(limit, this.#room[arc]!));
        if (pushed > 0) {
          this.#room[arc]! -= pushed;
          this.#room[arc ^ 1]! += pushed;
          return pushed;
        }
      }
    }
    return 0;
  }

  /** Which nodes can still be reached from one, over arcs with room: one side of a minimum cut after `push`. */
  reachable(from: number): Uint8Array {
    const reached = new Uint8Array(this.#nodes);
    const queue = this.#queue;
    reached[from] = 1;
    queue[0] = from;
    let end = 1;
    for (let at = 0; at < end; at++) {
      for (let arc = this.#first[queue[at]!]!; arc >= 0; arc = this.#next[arc]!) {
        const to = this.#to[arc]!;
        if (this.#room[arc]! > 0 && !reached[to]) {
          reached[to] = 1;
          queue[end++] = to;
        }
      }
    }
    return reached;
  }
}
