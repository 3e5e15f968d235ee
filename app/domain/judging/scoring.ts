/** What a rubric says of one criterion. */
export interface MarkedCriterion {
  readonly id: string;
  /** More than 0; weights need not add up to anything. */
  readonly weight: number;
  readonly min: number;
  /** More than `min`. */
  readonly max: number;
}

/**
 * Total of a sheet on 0–100, whatever the rubric:  Σ w·(mark − min)/(max − min)·100 / Σ w.
 *
 * @param marks the mark given for each criterion's id
 * @returns null while a criterion has no mark
 * @throws RangeError for a mark outside its criterion's range, or a rubric without weight
 */
export function sheetTotal(criteria: readonly MarkedCriterion[], marks: ReadonlyMap<string, number>): number | null {
  let weighted = 0;
  let weights = 0;
  for (const { id, weight, min, max } of criteria) {
    const mark = marks.get(id);
    if (mark === undefined) return null;
    if (!(mark >= min && mark <= max)) throw new RangeError(`criterion ${id}: mark ${mark} is outside ${min}–${max}`);
    weighted += (weight * (mark - min)) / (max - min);
    weights += weight;
  }
  if (!(weights > 0)) throw new RangeError('the criteria carry no weight');
  return (100 * weighted) / weights;
}

/** What is always shown of an entry's marks. */
export interface MarkSummary {
  readonly count: number;
  readonly mean: number;
  readonly median: number;
  /** Sample standard deviation, with n − 1; null for one mark. */
  readonly sd: number | null;
}

/** Sums up the marks of one entry, at least one, in any order. */
export function markSummary(marks: readonly number[]): MarkSummary {
  const count = marks.length;
  if (count === 0) throw new RangeError('no marks to sum up');
  const ascending = [...marks].sort((a, b) => a - b);
  const mean = ascending.reduce((sum, mark) => sum + mark, 0) / count;
  const middle = count >> 1;
  const median = count % 2 === 1 ? ascending[middle]! : (ascending[middle - 1]! + ascending[middle]!) / 2;
  const squares = ascending.reduce((sum, mark) => sum + (mark - mean) ** 2, 0);
  return { count, mean, median, sd: count > 1 ? Math.sqrt(squares / (count - 1)) : null };
}

/**
 * A mark as it is published: to 0.01, halves away from zero. Ranks and passes are decided on it.
 *
 * Arithmetic noise up to 1e-9 is forgiven, so that 66.665 is 66.67 however it was added up.
 */
export function publishedMark(mark: number): number {
  const rounded = Math.round(Math.abs(mark) * 100 + 1e-7) / 100;
  return mark < 0 && rounded > 0 ? -rounded : rounded;
}

/**
 * Places by published mark, best first: 1, 2, 2, 4 ("competition ranking").
 *
 * @returns the rank of each mark, in the order given
 */
export function placesByPublishedMark(marks: readonly number[]): number[] {
  const published = marks.map(publishedMark);
  const falling = [...published].sort((a, b) => b - a);
  const first = new Map<number, number>();
  falling.forEach((mark, place) => {
    if (!first.has(mark)) first.set(mark, place + 1);
  });
  return published.map((mark) => first.get(mark)!);
}
