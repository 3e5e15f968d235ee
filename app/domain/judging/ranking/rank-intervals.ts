import { fillNormal, seededRandom } from '#app/domain/judging/random.ts';
import type { MixedModel } from './mixed-model.ts';
import type { Fit } from './reml.ts';
import { multiplyUpper, TILE } from './triangular.ts';

/** How many draws an interval rests on. */
export const DRAWS = 2000;
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
 * In every draw rivals are ranked among themselves. Where the entries' variance is 0 nothing tells them apart, and each
 * may stand anywhere.
 *
 * @param rivalry for each entry the number, from 0, of the set of entries it is ranked among
 * @returns one interval for each entry
 */
export function rankIntervals(model: MixedModel, fit: Fit, rivalry: Int32Array, seed: number): RankInterval[] {
  const members = membersOf(rivalry);
  const ratio = fit.ratios[model.entriesOuter ? 0 : 1];
  if (ratio === 0) {
    return Array.from(rivalry, (number) => ({ low: 1, high: members[number]!.length }));
  }
  const entries = rivalry.length;
  const ranks = entries < 65536 ? new Uint16Array(entries * DRAWS) : new Uint32Array(entries * DRAWS);
  const sigma = Math.sqrt(ratio * fit.residualVariance);
  const rankers = members.map((rivals) => ranker(rivals, ranks, sigma));
  const draw = drawer(model, fit, seed);
  const drawn = Array.from({ length: TILE }, () => new Float64Array(entries));
  for (let first = 0; first < DRAWS; first += TILE) {
    draw(drawn);
    drawn.forEach((effects, tile) => {
      for (const rankRivals of rankers) rankRivals(effects, (first + tile) * entries);
    });
  }
  return intervals(ranks, entries);
}

/**
 * Prepares to rank some entries by falling effect, writing each rank at a given place plus the entry's index.
 *
 * A bucket sort: drawn effects scatter about 0 with the entries' standard deviation, so that equal slices of ±4 of them
 * hold few entries each, and insertion settles the order within. Three times as fast as sorting by comparison.
 *
 * @param sigma standard deviation of the entries' effects
 */
function ranker(
  rivals: Int32Array,
  ranks: Uint16Array | Uint32Array,
  sigma: number,
): (effects: Float64Array, at: number) => void {
  const count = rivals.length;
  const buckets = 2 * count;
  const [top, scale] = [4 * sigma, buckets / (8 * sigma)];
  const bucketOf = new Int32Array(count);
  const next = new Int32Array(buckets + 1);
  const order = new Int32Array(count);
  return (effects, at) => {
    next.fill(0);
    for (let k = 0; k < count; k++) {
      const bucket = Math.floor((top - effects[rivals[k]!]!) * scale);
      bucketOf[k] = bucket < 0 ? 0 : bucket < buckets ? bucket : buckets - 1;
      next[bucketOf[k]! + 1]!++;
    }
    for (let bucket = 0; bucket < buckets; bucket++) next[bucket + 1]! += next[bucket]!;
    for (let k = 0; k < count; k++) order[next[bucketOf[k]!]!++] = rivals[k]!;
    for (let place = 1; place < count; place++) {
      const entry = order[place]!;
      let to = place;
      for (; to > 0 && effects[order[to - 1]!]! < effects[entry]!; to--) order[to] = order[to - 1]!;
      order[to] = entry;
    }
    for (let place = 0; place < count; place++) ranks[at + order[place]!] = place + 1;
  };
}

/** The interval of each entry, from its ranks in all draws; draw by draw in `ranks`. */
function intervals(ranks: Uint16Array | Uint32Array, entries: number): RankInterval[] {
  const found: RankInterval[] = [];
  // Sixteen entries at a time: their ranks in one draw lie side by side in memory.
  const together = 16;
  const tallies = Array.from({ length: together }, () => new Uint16Array(entries + 1));
  for (let first = 0; first < entries; first += together) {
    const width = Math.min(together, entries - first);
    for (const tally of tallies) tally.fill(0);
    for (let at = first; at < ranks.length; at += entries) {
      for (let k = 0; k < width; k++) tallies[k]![ranks[at + k]!]!++;
    }
    for (const tally of tallies.slice(0, width)) {
      found.push({ low: orderStatistic(tally, LEFT_OUT), high: orderStatistic(tally, DRAWS - LEFT_OUT + 1) });
    }
  }
  return found;
}

/** The value that stands at `place` (from 1) among values counted in `tally`. */
function orderStatistic(tally: Uint16Array, place: number): number {
  let value = 0;
  for (let counted = tally[0]!; counted < place; counted += tally[value]!) value++;
  return value;
}

/**
 * Fills each of `TILE` arrays with the entries' effects as one draw has them.
 *
 * With A = [D B′; B E] and L the factor of its Schur complement S, u₂ = L⁻ᵀz₂ and u₁ = D^{−½}z₁ − D⁻¹B′u₂ have
 * covariance A⁻¹ when z₁ and z₂ are independent standard normal.
 */
function drawer(model: MixedModel, fit: Fit, seed: number): (drawn: readonly Float64Array[]) => void {
  const { outer, inner, entriesOuter, cells, place, length } = model;
  const { start, inner: cellInner, count } = cells;
  const random = seededRandom(seed);
  const sigma = Math.sqrt(fit.residualVariance);
  const [outerScale, innerScale] = [Math.sqrt(fit.ratios[0]), Math.sqrt(fit.ratios[1])];
  const [outerEffects, innerEffects] = fit.effects;
  // u₁ in marks, σt₁u₁ = own·z₁ − Σ count·shared·u₂ over the level's cells.
  const own = outer.rows.map((rows) => (sigma * outerScale) / Math.sqrt(1 + fit.ratios[0] * rows));
  const shared = outer.rows.map((rows) => (sigma * fit.ratios[0] * innerScale) / (1 + fit.ratios[0] * rows));
  const blocks = fit.inverse.blocks.map(({ at, order, inverse }) => ({
    at,
    order,
    inverse,
    noise: new Float64Array(TILE * order),
    product: new Float64Array(TILE * order),
  }));
  const innerDrawn = new Float64Array(length);
  const outerNoise = new Float64Array(outer.ids.length);

  const layInner = (tile: number) => {
    for (const { at, order, product } of blocks) {
      for (let k = 0; k < order; k++) innerDrawn[at + k] = product[tile * order + k]!;
    }
  };
  const drawInner = (effects: Float64Array) => {
    const scale = sigma * innerScale;
    for (let level = 0; level < inner.ids.length; level++) {
      effects[level] = innerEffects[level]! + scale * innerDrawn[place[level]!]!;
    }
  };
  const drawOuter = (effects: Float64Array) => {
    fillNormal(outerNoise, random);
    for (let level = 0; level < outer.ids.length; level++) {
      let others = 0;
      const end = start[level + 1]!;
      for (let cell = start[level]!; cell < end; cell++) others += count[cell]! * innerDrawn[place[cellInner[cell]!]!]!;
      effects[level] = outerEffects[level]! + own[level]! * outerNoise[level]! - shared[level]! * others;
    }
  };
  return (drawn) => {
    for (const { order, inverse, noise, product } of blocks) {
      fillNormal(noise, random);
      multiplyUpper(inverse, order, noise, product);
    }
    drawn.forEach((effects, tile) => {
      layInner(tile);
      if (entriesOuter) drawOuter(effects);
      else drawInner(effects);
    });
  };
}

function membersOf(rivalry: Int32Array): Int32Array[] {
  const members: number[][] = [];
  rivalry.forEach((number, entry) => {
    members[number] ??= [];
    members[number].push(entry);
  });
  return members.map((entries) => Int32Array.from(entries));
}
