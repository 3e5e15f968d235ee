import { describe, expect, test } from 'vitest';
import { markSummary, placesByPublishedMark, publishedMark, sheetTotal } from '#app/domain/judging/scoring.ts';

const rubric = [
  { id: 'new', weight: 30, min: 0, max: 10 },
  { id: 'feasible', weight: 50, min: 1, max: 5 },
  { id: 'shown', weight: 20, min: -2, max: 2 },
];

describe('a sheet', () => {
  test('is worth 0 at every least mark and 100 at every greatest, whatever the rubric', () => {
    const at = (end: 'min' | 'max') =>
      sheetTotal(rubric, new Map(rubric.map((criterion) => [criterion.id, criterion[end]])));
    expect([at('min'), at('max')]).toEqual([0, 100]);
  });

  test('weighs each criterion by its share, and weights need not add up to 100', () => {
    const marks = new Map([
      ['new', 5],
      ['feasible', 4],
      ['shown', 2],
    ]);
    expect(sheetTotal(rubric, marks)).toBeCloseTo(30 * 0.5 + 50 * 0.75 + 20 * 1, 12);
    const tripled = rubric.map((criterion) => ({ ...criterion, weight: 3 * criterion.weight }));
    expect(sheetTotal(tripled, marks)).toBeCloseTo(72.5, 12);
  });

  test('has no total while a criterion has no mark', () => {
    expect(sheetTotal(rubric, new Map([['new', 5]]))).toBeNull();
  });

  test('refuses a mark outside its range, and a rubric without weight', () => {
    const marks = (mark: number) => new Map([...rubric.map(({ id, min }) => [id, min] as const), ['new', mark]]);
    expect(() => sheetTotal(rubric, marks(11))).toThrow(RangeError);
    expect(() => sheetTotal(rubric, marks(Number.NaN))).toThrow(RangeError);
    expect(() => sheetTotal([], new Map())).toThrow(RangeError);
  });
});

describe('the marks of an entry', () => {
  test('are summed up by count, mean, median and sample deviation', () => {
    expect(markSummary([70, 90, 80, 60])).toEqual({ count: 4, mean: 75, median: 75, sd: Math.sqrt(500 / 3) });
    expect(markSummary([3, 1, 2])).toEqual({ count: 3, mean: 2, median: 2, sd: 1 });
  });

  test('have no deviation when there is one', () => {
    expect(markSummary([61.5])).toEqual({ count: 1, mean: 61.5, median: 61.5, sd: null });
  });

  test('give the same numbers in any order, to the last bit', () => {
    const marks = [0.1, 0.7, 0.2, 0.3, 0.6];
    expect(markSummary([...marks].reverse())).toEqual(markSummary(marks));
  });
});

describe('published marks', () => {
  test('are rounded to 0.01, halves away from zero, however they were added up', () => {
    expect([66.665, 66.664999999999, 1.005, 2.675, 74.994999, 0, -1.005, 100].map(publishedMark)).toEqual([
      66.67, 66.67, 1.01, 2.68, 74.99, 0, -1.01, 100,
    ]);
    expect(publishedMark(0.1 + 0.2)).toBe(0.3);
  });

  test('decide places: equal ones share a place and the next is skipped', () => {
    expect(placesByPublishedMark([70.004, 80, 70.001, 69.99])).toEqual([2, 1, 2, 4]);
  });
});
