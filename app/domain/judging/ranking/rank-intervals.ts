import { fillNormal, seededRandom } from '#app/domain/judging/random.ts';
import type { MixedModel } from './mixed-model.ts';
import type { Fit } from './reml.ts';
import { multiplyUpper } from './triangular.ts';

/** How many draws an interval rests on. */
export const DRAWS = 2000;
/** Deviations drawn together, each of which gives two draws. */
const TOGETHER = 20;
/** Draws left out at either end: the interval runs from the 5th to the 95th percentile. */
const LEFT_OUT = DRAWS / 20;

/** The ranks between which an entry lies with 90 % probability; 1 is best. */
export interface RankInterval {
  readonly low: number;
  readonly high: number;
}

/**
 * 90 % rank intervals from draws of the joint conditional distribution of the entries' effects, given the marks, μ and
 * the variances:  u | y ~ N(û, σ²A⁻¹).
 *
 * In every draw rivals are ranked among themselves. Draws come in pairs, û + δ and û − δ: each follows the distribution, and the
 * two together tell where an interval ends with less noise than two that know nothing of each other. Where the entries'
 * variance is 0 nothing tells them apart, and each may stand anywhere.
 *
 * @param rivalry for each entry the number, from 0, of the set of entries it is ranked among
 * @returns one interval for each entry
 */
export function rankIntervals(model: MixedModel, fit: Fit, rivalry: Int32Array, seed: number): RankInterval[] {
  const members = membersOf(rivalry);
  const side = model.entriesOuter ? 0 : 1;
  if (fit.ratios[side] === 0) {
    return Array.from(rivalry, (number) => ({ low: 1, high: members[number]!.length }));
  }
  const entries = rivalry.length;
  const ranks = entries < 65536 ? new Uint16Array(entries * DRAWS) : new Uint32Array(entries * DRAWS);
  const sigma = Math.sqrt(fit.ratios[side] * fit.residualVariance);
  const sorters = members.map((rivals) => sorter(rivals, sigma));
  const draw = drawer(model, fit, seed);
  const deviations = new Float64Array(TOGETHER * entries);
  let at = 0;
  while (at < ranks.length) {
    draw(deviations);
    for (let from = 0; from < deviations.length; from += entries) {
      const deviation = deviations.subarray(from, from + entries);
      for (const one of sorters) {
        writeRanks(one, fit.effects[side], 1, deviation, ranks, at);
        writeRanks(one, fit.effects[side], -1, deviation, ranks, at + entries);
      }
      at += 2 * entries;
    }
  }
  return intervals(ranks, entries);
}

/** Room to sort some entries by falling effect. */
interface Sorter {
  readonly rivals: Int32Array;
  /** Where the first of the slices begins, and how many there are to a mark. */
  readonly top: number;
  readonly scale: number;
  readonly effects: Float64Array;
  readonly keys: Int32Array;
  readonly byLow: Int32Array;
  readonly order: Int32Array;
  readonly sorted: Float64Array;
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** The slices that drawn effects are sorted into are numbered in two digits to this base. */
const BASE = 256;

/** @param sigma standard deviation of the entries' effects */
function sorter(rivals: Int32Array, sigma: number): Sorter {
  const count = rivals.length;
  return {
    rivals,
    top: 4 * sigma,
    scale: BASE ** 2 / (8 * sigma),
    effects: new Float64Array(count),
    keys: new Int32Array(count),
    byLow: new Int32Array(count),
    order: new Int32Array(count),
    sorted: new Float64Array(count),
    low: new Int32Array(BASE),
    high: new Int32Array(BASE),
  };
}

/**
 * Writes the rank of each rival, by falling effect, at a given place plus the entry's index.
 *
 * Drawn effects scatter about 0 with the entries' standard deviation, so that 65,536 equal slices of ±4 of them hold hardly
 * ever two. They are sorted by the slice, digit after digit, which asks for no comparison a processor could guess wrong; a
 * last pass settles the order within a slice.
 */
function writeRanks(
  { rivals, top, scale, effects, keys, byLow, order, sorted, low, high }: Sorter,
  predictors: Float64Array,
  sign: number,
  deviations: Float64Array,
  ranks: Uint16Array | Uint32Array,
  at: number,
): void {
  const count = rivals.length;
  low.fill(0);
  high.fill(0);
  for (let k = 0; k < count; k++) {
    const rival = rivals[k]!;
    const effect = predictors[rival]! + sign * deviations[rival]!;
    effects[k] = effect;
    const slice = (top - effect) * scale;
    const key = slice < 0 ? 0 : slice < 65_535 ? slice | 0 : 65_535;
    keys[k] = key;
    low[key & 255]!++;
    high[key >> 8]!++;
  }
  let lower = 0;
  let higher = 0;
  for (let digit = 0; digit < BASE; digit++) {
    const [inLow, inHigh] = [low[digit]!, high[digit]!];
    low[digit] = lower;
    high[digit] = higher;
    lower += inLow;
    higher += inHigh;
  }
  for (let k = 0; k < count; k++) byLow[low[keys[k]! & 255]!++] = k;
  for (let place = 0; place < count; place++) {
    const k = byLow[place]!;
    const to = high[keys[k]! >> 8]!++;
    order[to] = k;
    sorted[to] = effects[k]!;
  }
  for (let place = 1; place < count; place++) {
    const effect = sorted[place]!;
    if (sorted[place - 1]! >= effect) continue;
    const k = order[place]!;
    let to = place;
    for (; to > 0 && sorted[to - 1]! < effect; to--) {
      sorted[to] = sorted[to - 1]!;
      order[to] = order[to - 1]!;
    }
    sorted[to] = effect;
    order[to] = k;
  }
  for (let place = 0; place < count; place++) ranks[at + rivals[order[place]!]!] = place + 1;
}

/** The interval of each entry, from its ranks in all draws; draw by draw in `ranks`. */
function intervals(ranks: Uint16Array | Uint32Array, entries: number): RankInterval[] {
  const found: RankInterval[] = [];
  // Sixteen entries at a time: their ranks in one draw lie side by side in memory.
  const together = 16;
  const tally = new Uint16Array(together * (entries + 1));
  for (let first = 0; first < entries; first += together) {
    const width = Math.min(together, entries - first);
    tally.fill(0);
    count(ranks, entries, first, width, tally);
    for (let k = 0; k < width; k++) {
      const own = tally.subarray(k * (entries + 1), (k + 1) * (entries + 1));
      found.push({ low: orderStatistic(own, LEFT_OUT), high: orderStatistic(own, DRAWS - LEFT_OUT + 1) });
    }
  }
  return found;
}

function count(
  ranks: Uint16Array | Uint32Array,
  entries: number,
  first: number,
  width: number,
  tally: Uint16Array,
): void {
  for (let at = first; at < ranks.length; at += entries) {
    for (let k = 0; k < width; k++) tally[k * (entries + 1) + ranks[at + k]!]!++;
  }
}

/** The value that stands at `place` (from 1) among values counted in `tally`. */
function orderStatistic(tally: Uint16Array, place: number): number {
  let value = 0;
  for (let counted = tally[0]!; counted < place; counted += tally[value]!) value++;
  return value;
}

/**
 * Fills an array with `TOGETHER` drawn deviations of the entries' effects from their predictors, one after another.
 *
 * With A = [D B′; B E] and L the factor of its Schur complement S, u₂ = L⁻ᵀz₂ and u₁ = D^{−½}z₁ − D⁻¹B′u₂ have
 * covariance A⁻¹ when z₁ and z₂ are independent standard normal.
 */
function drawer(model: MixedModel, fit: Fit, seed: number): (deviations: Float64Array) => void {
  const { outer, inner, entriesOuter, cells, place, length } = model;
  const random = seededRandom(seed);
  const sigma = Math.sqrt(fit.residualVariance);
  const [outerScale, innerScale] = [Math.sqrt(fit.ratios[0]), Math.sqrt(fit.ratios[1])];
  // u₁ in marks, σt₁u₁ = own·z₁ − Σ count·shared·u₂ over the level's cells.
  const own = outer.rows.map((rows) => (sigma * outerScale) / Math.sqrt(1 + fit.ratios[0] * rows));
  const shared = outer.rows.map((rows) => (sigma * fit.ratios[0] * innerScale) / (1 + fit.ratios[0] * rows));
  const cellPlace = cells.inner.map((level) => place[level]!);
  const blocks = fit.inverse.blocks.map(({ at, order, inverse }) => ({
    at,
    order,
    inverse,
    noise: new Float64Array(TOGETHER * order),
    product: new Float64Array(TOGETHER * order),
  }));
  const drawn = new Float64Array(length);
  const outerNoise = new Float64Array(outer.ids.length);
  return (deviations) => {
    for (const { order, inverse, noise, product } of blocks) {
      fillNormal(noise, random);
      multiplyUpper(inverse, order, noise, product);
    }
    for (let vector = 0; vector < TOGETHER; vector++) {
      for (const { at, order, product } of blocks) {
        drawn.set(product.subarray(vector * order, (vector + 1) * order), at);
      }
      if (entriesOuter) {
        fillNormal(outerNoise, random);
        layOuter({ own, shared, start: cells.start, count: cells.count, cellPlace }, outerNoise, drawn, {
          deviations,
          from: vector * outer.ids.length,
        });
      } else {
        const from = vector * inner.ids.length;
        for (let level = 0; level < inner.ids.length; level++) {
          deviations[from + level] = sigma * innerScale * drawn[place[level]!]!;
        }
      }
    }
  };
}

function layOuter(
  weights: {
    own: Float64Array;
    shared: Float64Array;
    start: Int32Array;
    count: Float64Array;
    cellPlace: Int32Array;
  },
  noise: Float64Array,
  drawn: Float64Array,
  { deviations, from }: { deviations: Float64Array; from: number },
): void {
  const { own, shared, start, count, cellPlace } = weights;
  for (let level = 0; level < noise.length; level++) {
    let others = 0;
    const end = start[level + 1]!;
    for (let cell = start[level]!; cell < end; cell++) others += count[cell]! * drawn[cellPlace[cell]!]!;
    deviations[from + level] = own[level]! * noise[level]! - shared[level]! * others;
  }
}

function membersOf(rivalry: Int32Array): Int32Array[] {
  const members: number[][] = [];
  rivalry.forEach((number, entry) => {
    members[number] ??= [];
    members[number].push(entry);
  });
  return members.map((entries) => Int32Array.from(entries));
}
