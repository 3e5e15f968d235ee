import { shuffle } from '#app/domain/judging/random.ts';
import { CONFLICT, type Instance, ownPoolLimit, type Pairs, samePool } from './instance.ts';

/**
 * Exchanges between equally good assignments: an entry hands one of its judges over for another who fits it exactly as
 * well. No entry's sum changes, so neither the total nor the worst does, whatever the mode.
 */
class Exchange {
  readonly #instance: Instance;
  readonly judges: number;
  readonly assigned: Uint8Array;
  readonly loads: Int32Array;
  readonly #own: Int32Array;
  /** Entries of each judge. */
  readonly entriesOf: Set<number>[];

  constructor(instance: Instance, pairs: Pairs) {
    this.#instance = instance;
    this.judges = instance.judgeIds.length;
    this.assigned = new Uint8Array(instance.affinity.length);
    this.loads = new Int32Array(this.judges);
    this.#own = new Int32Array(instance.entryIds.length);
    this.entriesOf = instance.judgeIds.map(() => new Set());
    for (const pair of pairs) this.#set(Math.floor(pair / this.judges), pair % this.judges, 1);
  }

  #set(entry: number, judge: number, chosen: 0 | 1): void {
    this.assigned[entry * this.judges + judge] = chosen;
    this.loads[judge]! += chosen ? 1 : -1;
    if (samePool(this.#instance, entry, judge)) this.#own[entry]! += chosen ? 1 : -1;
    if (chosen) this.entriesOf[judge]!.add(entry);
    else this.entriesOf[judge]!.delete(entry);
  }

  /** Whether an entry may hand judge `from` over for judge `to` at no loss, loads aside. */
  indifferent(entry: number, from: number, to: number): boolean {
    const { affinity } = this.#instance;
    const row = entry * this.judges;
    if (this.assigned[row + to] || affinity[row + to] === CONFLICT || affinity[row + to] !== affinity[row + from]) {
      return false;
    }
    const { links, within } = this.#instance;
    if (links === 0) return true;
    if (within) return samePool(this.#instance, entry, from) === samePool(this.#instance, entry, to);
    if (!samePool(this.#instance, entry, to)) return true;
    return samePool(this.#instance, entry, from) || this.#own[entry]! < ownPoolLimit(this.#instance, entry);
  }

  hand(entry: number, from: number, to: number): void {
    this.#set(entry, from, 0);
    this.#set(entry, to, 1);
  }

  pairs(): Pairs {
    const pairs: number[] = [];
    this.assigned.forEach((chosen, pair) => {
      if (chosen) pairs.push(pair);
    });
    return Int32Array.from(pairs);
  }
}

/** How many looks at a possible exchange evening out may cost. */
const PATIENCE = 100_000_000;

/**
 * The same assignment up to exchanges without loss, with loads as even as these can make them, and otherwise random.
 *
 * Evening out follows shortest paths of exchanges from the judge who reads most to one who reads at least two less;
 * mixing swaps the judges of two entries that are both indifferent.
 */
export function evened(instance: Instance, pairs: Pairs): Pairs {
  const exchange = new Exchange(instance, pairs);
  evenOut(instance, exchange);
  mix(instance, exchange, pairs.length);
  return exchange.pairs();
}

function evenOut({ judgeIds, min, max }: Instance, exchange: Exchange): void {
  const { loads } = exchange;
  let looks = 0;
  const settled = new Uint8Array(judgeIds.length);
  for (;;) {
    let fullest = -1;
    for (let judge = 0; judge < judgeIds.length; judge++) {
      if (settled[judge] || loads[judge]! <= min[judge]!) continue;
      if (fullest === -1 || loads[judge]! > loads[fullest]!) fullest = judge;
    }
    if (fullest === -1) return;
    // Breadth first: who could take over from whom, and for which entry.
    const from = new Int32Array(judgeIds.length).fill(-1);
    const forEntry = new Int32Array(judgeIds.length);
    from[fullest] = fullest;
    const queue = [fullest];
    let lightest = -1;
    search: for (const judge of queue) {
      for (const entry of exchange.entriesOf[judge]!) {
        looks += judgeIds.length;
        for (let other = 0; other < judgeIds.length; other++) {
          if (from[other] !== -1 || !exchange.indifferent(entry, judge, other)) continue;
          from[other] = judge;
          forEntry[other] = entry;
          queue.push(other);
          if (loads[other]! + 2 <= loads[fullest]! && loads[other]! < max[other]!) {
            lightest = other;
            break search;
          }
        }
      }
    }
    if (looks > PATIENCE) return;
    if (lightest === -1) settled[fullest] = 1;
    for (let judge = lightest; judge !== -1 && judge !== fullest; judge = from[judge]!) {
      exchange.hand(forEntry[judge]!, from[judge]!, judge);
    }
  }
}

function mix({ random, judgeIds }: Instance, exchange: Exchange, count: number): void {
  const pairs = shuffle(exchange.pairs(), random);
  for (let step = 0; step < 10 * count; step++) {
    const a = Math.floor(random() * count);
    const b = Math.floor(random() * count);
    const [entryA, judgeA] = [Math.floor(pairs[a]! / judgeIds.length), pairs[a]! % judgeIds.length];
    const [entryB, judgeB] = [Math.floor(pairs[b]! / judgeIds.length), pairs[b]! % judgeIds.length];
    if (entryA === entryB || judgeA === judgeB) continue;
    if (!exchange.indifferent(entryA, judgeA, judgeB) || !exchange.indifferent(entryB, judgeB, judgeA)) continue;
    exchange.hand(entryA, judgeA, judgeB);
    exchange.hand(entryB, judgeB, judgeA);
    pairs[a] = entryA * judgeIds.length + judgeB;
    pairs[b] = entryB * judgeIds.length + judgeA;
  }
}
