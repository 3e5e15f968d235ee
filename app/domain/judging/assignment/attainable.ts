import { CONFLICT, type Instance } from './instance.ts';

/** More than so many different sums are not listed. */
const MOST_SUMS = 100_000;

/**
 * The values that (sum of affinities ÷ reviews) of an entry can take at all, descending, from affinities as the whole
 * instance has them. Undefined where there are too many to list: affinities are then as good as continuous.
 */
export function attainableLevels({ affinity, reviews }: Instance): Float64Array | undefined {
  const values = new Set<number>();
  for (const value of affinity) {
    if (value === CONFLICT) continue;
    values.add(value);
    if (values.size > 1000) return undefined;
  }
  const levels = new Set<number>();
  const most = reviews.reduce((largest, count) => Math.max(largest, count), 0);
  let sums = new Set([0]);
  for (let count = 1; count <= most; count++) {
    const longer = new Set<number>();
    for (const sum of sums) for (const value of values) longer.add(rounded(sum + value));
    if (longer.size > MOST_SUMS) return undefined;
    sums = longer;
    if (reviews.includes(count)) for (const sum of sums) levels.add(sum / count);
  }
  return Float64Array.from(levels).sort().reverse();
}

/** Free of the noise of addition, so that equal sums are equal numbers. */
function rounded(sum: number): number {
  return Math.round(sum * 1e9) / 1e9;
}
