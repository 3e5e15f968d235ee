import { CONFLICT, type Instance, ownPoolLimit, type Pairs, samePool, totalOf } from './instance.ts';
import { type Outcome, Programme } from './solver.ts';
import type { StopWatch } from './stop-watch.ts';

/** With at most so many pairs all of them are laid into the programme from the start. */
const FEW_PAIRS = 20_000;
/** Pairs that an entry may gain in one round of pricing. */
const GAINED_PER_ENTRY = 4;
/** Share of the pairs held above which new ones are many. */
const MUCH = 0.1;
/** A pair whose reduced cost is above this could improve the optimum. */
const IMPROVING = 1e-9;
/** A value within this of a whole number is one. */
const WHOLE = 1e-6;

/** What is maximised: the sum of affinities, or the least (sum ÷ reviews) over entries. */
export type Objective = 'total' | 'level';

/** The optimum of the relaxation: what share of each pair it takes, and `pairs` where these are whole. */
export type Relaxed =
  | {
      readonly outcome: 'optimal';
      readonly value: number;
      readonly shares: ReadonlyMap<number, number>;
      readonly pairs: Pairs | undefined;
    }
  | { readonly outcome: 'infeasible' | 'stopped' };

export interface Solved {
  readonly outcome: Outcome;
  /** The best found, if any. */
  readonly pairs?: Pairs;
  /** What no assignment exceeds. */
  readonly bound: number;
}

/**
 * The linear programme of an instance: a variable in [0, 1] for every pair, a row for each rule.
 *
 *     maximise   Σ aᵢⱼxᵢⱼ                      or   t
 *     subject to Σⱼ xᵢⱼ = kᵢ                    every entry has its reviews
 *                minⱼ ≤ Σᵢ xᵢⱼ ≤ maxⱼ           every judge is within bounds
 *                Σⱼ∈pool(i) xᵢⱼ ≤ kᵢ − links    links; with panels = kᵢ − links
 *                Σⱼ (āᵢ − aᵢⱼ)xᵢⱼ + kᵢt ≤ kᵢāᵢ  fairness, in mode `fairest`: Σⱼ aᵢⱼxᵢⱼ ≥ kᵢt
 *                Σ xᵢⱼ over the cut ≥ 1         connectedness, one row for each cut found necessary
 *
 * Fairness is written with āᵢ, the best affinity of entry i, as a knapsack that what is missing from the best must fit
 * into: the same for the relaxation, but the integer solver sees by itself which pairs exclude one another.
 *
 * The first three kinds of rows are two laminar families, so their matrix is totally unimodular: the simplex method
 * ends in whole numbers by itself (J. Edmonds, 1970). Only fairness and cuts may need the integer solver.
 *
 * Large instances do not hold every pair: *column generation* solves over a part of them, prices the others with the
 * dual values (reduced cost  aᵢⱼ − Σ dual), adds those that could improve, and ends when none can. The optimum is then
 * that of all pairs.
 */
export class PairProgramme {
  readonly #instance: Instance;
  readonly #programme: Programme;
  /** Pair of each column, the level's column left out. */
  readonly #pairs: number[] = [];
  readonly #held: Uint8Array;
  /** The best affinity of each entry. */
  readonly #best: Float64Array;
  readonly #cuts: Cut[] = [];
  readonly #firstColumn: number;
  readonly #ownPoolRow: number;
  readonly #levelRow: number;
  readonly #firstCutRow: number;
  #objective: Objective = 'total';
  #level = 0;
  #duals: Float64Array = new Float64Array(0);
  /** Whether the solver's last basis is a solution still. */
  #primalFeasible = false;
  /** The level t of the last solution. */
  #reachedLevel = 0;

  private constructor(instance: Instance, programme: Programme) {
    this.#instance = instance;
    this.#programme = programme;
    this.#held = new Uint8Array(instance.affinity.length);
    this.#best = bestAffinities(instance);
    const { entryIds, judgeIds, reviews, min, max, links, within, mode } = instance;
    const entries = entryIds.length;
    this.#firstColumn = mode === 'fairest' ? 1 : 0;
    this.#ownPoolRow = entries + judgeIds.length;
    this.#levelRow = this.#ownPoolRow + (links > 0 ? entries : 0);
    this.#firstCutRow = this.#levelRow + (mode === 'fairest' ? entries : 0);
    programme.addEmptyRows(reviews, reviews);
    programme.addEmptyRows(min, max);
    if (links > 0) {
      const limits = entryIds.map((_, entry) => ownPoolLimit(instance, entry));
      programme.addEmptyRows(within ? limits : limits.map(() => Number.NEGATIVE_INFINITY), limits);
    }
    if (mode === 'fairest') {
      const best = Array.from(reviews, (count, entry) => count * this.#best[entry]!);
      programme.addEmptyRows(new Float64Array(entries).fill(Number.NEGATIVE_INFINITY), best);
      programme.addColumns({
        costs: [0],
        lower: [0],
        upper: [1],
        starts: [0, entries],
        rows: Int32Array.from(entryIds, (_, entry) => this.#levelRow + entry),
        coefficients: Float64Array.from(reviews),
      });
    }
  }

  /** @param feasible an assignment; its pairs are held from the start, so that the programme is never infeasible */
  static async open(instance: Instance, feasible: Pairs): Promise<PairProgramme> {
    const opened = new PairProgramme(instance, await Programme.open());
    opened.#hold(opened.#promising(feasible));
    return opened;
  }

  close(): void {
    this.#programme.close();
  }

  /**
   * Chooses what is maximised: the total among assignments whose least (sum ÷ reviews) is at least a level, or the level
   * itself (for `relax` only) from there on.
   */
  aim(objective: Objective, level: number): void {
    this.#objective = objective;
    this.#level = level;
    if (this.#firstColumn === 0) return;
    this.#programme.setColumnBounds(0, level, objective === 'level' ? 1 : level);
    const costs = new Float64Array(this.#programme.columns);
    if (objective === 'level') costs[0] = 1;
    else {
      this.#pairs.forEach((pair, column) => {
        costs[1 + column] = this.#instance.affinity[pair]!;
      });
    }
    this.#programme.setCosts(costs);
    // The last solution may stay a solution, and only its worth changes.
    this.#primalFeasible &&= objective === 'level' ? level <= this.#reachedLevel : level === this.#reachedLevel;
  }

  /** Makes sure that these pairs are held: with a solution's pairs held, the programme is feasible. */
  include(pairs: Pairs): void {
    this.#hold([...pairs]);
  }

  /** Demands that some pair joins a set of entries and judges with the rest. */
  cut(cut: Cut): void {
    const columns: number[] = [];
    this.#pairs.forEach((pair, column) => {
      if (this.#crosses(cut, pair)) columns.push(this.#firstColumn + column);
    });
    this.#programme.addRow(1, Number.POSITIVE_INFINITY, columns, new Float64Array(columns.length).fill(1));
    this.#cuts.push(cut);
    this.#primalFeasible = false;
  }

  /** Solves the linear programme over all pairs. */
  relax(watch: StopWatch): Relaxed {
    for (let gained = 0; ; ) {
      // Where much is new, the old basis is a long way from the optimum, and the dual method from the beginning is faster.
      const goOn = this.#primalFeasible && gained < MUCH * this.#pairs.length;
      const solved = this.#programme.solve(watch.secondsLeft(), goOn);
      if (solved.outcome !== 'optimal') {
        // Without dual values nothing can be priced; with every pair held, infeasible is final.
        if (solved.outcome === 'stopped' || this.#hold([...this.#held.keys()]) === 0) return solved;
        continue;
      }
      this.#duals = solved.duals;
      this.#primalFeasible = true;
      this.#reachedLevel = this.#firstColumn === 1 ? solved.values[0]! : 0;
      const improving = this.#improving();
      if (improving.length === 0) {
        return {
          outcome: 'optimal',
          value: solved.value,
          shares: this.#shares(solved.values),
          pairs: this.#whole(solved.values),
        };
      }
      gained = this.#hold(improving);
    }
  }

  /**
   * Solves for the total in whole numbers, over all pairs. Call after `relax`, whose value and dual values say which of the pairs not
   * held could matter: a solution better than the one found uses no pair whose reduced cost is further below 0 than
   * that solution is below the relaxation.
   *
   * @param relaxed value of the relaxation
   * @param options.start an assignment within every rule, to begin with
   * @param options.anyWillDo whether to stop at the first assignment within every rule
   */
  solveInteger(
    relaxed: number,
    watch: StopWatch,
    { start, anyWillDo = false }: { start?: Pairs; anyWillDo?: boolean } = {},
  ): Solved {
    let known = start;
    for (let slack = 0.1; ; slack *= 4) {
      const columns = { from: this.#firstColumn, to: this.#programme.columns - 1 };
      const options = { start: known && this.#valuesOf(known), anyWillDo };
      const solved = this.#programme.solveInteger(watch.secondsLeft(), columns, options);
      known = (solved.values && this.#whole(solved.values)) ?? known;
      if (solved.outcome === 'stopped' || (known && anyWillDo)) {
        return { outcome: 'stopped', pairs: known, bound: relaxed };
      }
      if (known) {
        const value = totalOf(this.#instance, known);
        if (this.#hold(this.#within(relaxed - value)) === 0) return { outcome: 'optimal', pairs: known, bound: value };
      } else if (this.#hold(this.#within(slack)) === 0 && this.#holdsAll()) {
        return { outcome: 'infeasible', bound: relaxed };
      }
    }
  }

  #valuesOf(pairs: Pairs): Float64Array {
    const chosen = new Set(pairs);
    const values = new Float64Array(this.#programme.columns);
    this.#pairs.forEach((pair, column) => {
      if (chosen.has(pair)) values[this.#firstColumn + column] = 1;
    });
    if (this.#firstColumn === 1) values[0] = this.#level;
    return values;
  }

  #shares(values: Float64Array): Map<number, number> {
    const shares = new Map<number, number>();
    this.#pairs.forEach((pair, column) => {
      const share = values[this.#firstColumn + column]!;
      if (share > WHOLE) shares.set(pair, share);
    });
    return shares;
  }

  /** The pairs chosen by a solution in whole numbers. */
  #whole(values: Float64Array): Pairs | undefined {
    const chosen: number[] = [];
    for (let column = 0; column < this.#pairs.length; column++) {
      const value = values[this.#firstColumn + column]!;
      if (value > 1 - WHOLE) chosen.push(this.#pairs[column]!);
      else if (value > WHOLE) return undefined;
    }
    return Int32Array.from(chosen).sort();
  }

  /**
   * The pairs to begin with: all of a small instance, else a feasible set and each entry's and each judge's best (with
   * links, also each entry's best of other pools). Among equally good ones every entry starts with other judges, so that
   * together they cover all.
   */
  #promising(feasible: Pairs): number[] {
    const { affinity, entryIds, judgeIds, reviews, max, links } = this.#instance;
    const [entries, judges] = [entryIds.length, judgeIds.length];
    if (affinity.length <= FEW_PAIRS) return [...affinity.keys()];
    const chosen = new Set<number>(feasible);
    const best = (pairs: number[], count: number) => {
      pairs.sort((a, b) => affinity[b]! - affinity[a]!);
      for (const pair of pairs.slice(0, count)) chosen.add(pair);
    };
    for (let entry = 0; entry < entries; entry++) {
      const count = 3 * reviews[entry]! + 6;
      const own = Array.from({ length: judges }, (_, at) => entry * judges + ((at + entry * count) % judges));
      best(own, count);
      if (links > 0)
        best(
          own.filter((pair) => !samePool(this.#instance, entry, pair % judges)),
          3 * links + 6,
        );
    }
    for (let judge = 0; judge < judges; judge++) {
      const count = max[judge]!;
      best(
        Array.from({ length: entries }, (_, at) => ((at + judge * count) % entries) * judges + judge),
        count,
      );
    }
    return [...chosen];
  }

  /** Lays pairs into the programme; returns how many were new and without conflict. */
  #hold(pairs: readonly number[]): number {
    const fresh = pairs.filter((pair) => !this.#held[pair] && this.#instance.affinity[pair] !== CONFLICT);
    const starts = [0];
    const rows: number[] = [];
    const coefficients: number[] = [];
    const costs: number[] = [];
    for (const pair of fresh) {
      this.#held[pair] = 1;
      this.#pairs.push(pair);
      costs.push(this.#objective === 'total' ? this.#instance.affinity[pair]! : 0);
      this.#column(pair, (row, coefficient) => {
        rows.push(row);
        coefficients.push(coefficient);
      });
      starts.push(rows.length);
    }
    const none = new Float64Array(fresh.length);
    this.#programme.addColumns({
      costs,
      lower: none,
      upper: none.map(() => 1),
      starts,
      rows,
      coefficients,
    });
    return fresh.length;
  }

  #holdsAll(): boolean {
    return this.#held.every((held, pair) => held === 1 || this.#instance.affinity[pair] === CONFLICT);
  }

  /** Says which rows a pair counts in, and how much. */
  #column(pair: number, counts: (row: number, coefficient: number) => void): void {
    const { affinity, entryIds, judgeIds, links, mode } = this.#instance;
    const entry = Math.floor(pair / judgeIds.length);
    const judge = pair % judgeIds.length;
    counts(entry, 1);
    counts(entryIds.length + judge, 1);
    if (links > 0 && samePool(this.#instance, entry, judge)) counts(this.#ownPoolRow + entry, 1);
    if (mode === 'fairest') {
      const missing = this.#best[entry]! - affinity[pair]!;
      if (missing > 0) counts(this.#levelRow + entry, missing);
    }
    this.#cuts.forEach((cut, number) => {
      if (this.#crosses(cut, pair)) counts(this.#firstCutRow + number, 1);
    });
  }

  #crosses({ entries, judges }: Cut, pair: number): boolean {
    const { judgeIds } = this.#instance;
    return entries[Math.floor(pair / judgeIds.length)] !== judges[pair % judgeIds.length];
  }

  /** The pairs not held that promise most for each entry. */
  #improving(): number[] {
    const found: number[] = [];
    const { judgeIds } = this.#instance;
    let entry = -1;
    let best: { pair: number; cost: number }[] = [];
    const close = () => {
      for (const { pair } of best) found.push(pair);
      best = [];
    };
    this.#price(IMPROVING, (pair, cost) => {
      const at = Math.floor(pair / judgeIds.length);
      if (at !== entry) close();
      entry = at;
      if (best.length === GAINED_PER_ENTRY && cost <= best.at(-1)!.cost) return;
      best.push({ pair, cost });
      best.sort((a, b) => b.cost - a.cost);
      best.length = Math.min(best.length, GAINED_PER_ENTRY);
    });
    close();
    return found;
  }

  /** The pairs not held whose reduced cost is at least −slack. */
  #within(slack: number): number[] {
    const found: number[] = [];
    this.#price(-slack - IMPROVING, (pair) => found.push(pair));
    return found;
  }

  /** Hands over every pair that is not held and whose reduced cost exceeds a bound, with that cost. */
  #price(bound: number, take: (pair: number, cost: number) => void): void {
    const { affinity, entryIds, judgeIds, links, mode } = this.#instance;
    const judges = judgeIds.length;
    const duals = this.#duals;
    const weight = this.#objective === 'total' ? 1 : 0;
    for (let entry = 0; entry < entryIds.length; entry++) {
      const level = mode === 'fairest' ? duals[this.#levelRow + entry]! : 0;
      const whole = duals[entry]! + level * this.#best[entry]!;
      const ownPool = links > 0 ? duals[this.#ownPoolRow + entry]! : 0;
      for (let judge = 0; judge < judges; judge++) {
        const pair = entry * judges + judge;
        const value = affinity[pair]!;
        if (this.#held[pair] || value === CONFLICT) continue;
        let cost = (weight + level) * value - whole - duals[entryIds.length + judge]!;
        if (ownPool !== 0 && samePool(this.#instance, entry, judge)) cost -= ownPool;
        for (let number = 0; number < this.#cuts.length; number++) {
          if (this.#crosses(this.#cuts[number]!, pair)) cost -= duals[this.#firstCutRow + number]!;
        }
        if (cost > bound) take(pair, cost);
      }
    }
  }
}

function bestAffinities({ affinity, entryIds, judgeIds }: Instance): Float64Array {
  return Float64Array.from(entryIds, (_, entry) =>
    affinity
      .subarray(entry * judgeIds.length, (entry + 1) * judgeIds.length)
      .reduce((best, value) => Math.max(best, value), 0),
  );
}

/** A set of entries and judges; 1 for a member. */
export interface Cut {
  readonly entries: Uint8Array;
  readonly judges: Uint8Array;
}
