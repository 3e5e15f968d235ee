import { describe, expect, test } from 'vitest';
import { furtherReadings } from '#app/domain/judging/ranking/further-readings.ts';

const entry = (id: string, adjusted: number, se: number, rankLow: number, rankHigh: number) => ({
  id,
  adjusted,
  se,
  rankLow,
  rankHigh,
});

describe('further readings', () => {
  test('as many as bring the cut 1.645 standard deviations away, by hand', () => {
    const entries = [
      entry('a', 90, 2, 1, 1),
      entry('b', 80, 4, 1, 4),
      entry('c', 74, 4, 2, 4),
      entry('d', 76.5, 4, 2, 4),
      entry('e', 50, 2, 5, 5),
    ];
    // The cut lies at 78.25: b is 1.75 away, d 1.75, c 4.25; noise 20 + 4² = 36.
    // 36·((1.6449/1.75)² − 1/16) = 29.6; for c 36·((1.6449/4.25)² − 1/16) = 3.14.
    expect(furtherReadings(entries, { cut: 2, residual: 20, judgeError: 4 })).toEqual([
      { id: 'b', readings: 4, settles: false },
      { id: 'd', readings: 4, settles: false },
      { id: 'c', readings: 4, settles: true },
    ]);
    expect(furtherReadings(entries, { cut: 2, residual: 20, judgeError: 4, most: 30 })).toEqual([
      { id: 'b', readings: 30, settles: true },
      { id: 'd', readings: 30, settles: true },
      { id: 'c', readings: 4, settles: true },
    ]);
  });

  test('none where nothing is too close, everyone goes on, or nobody does', () => {
    const entries = [entry('a', 90, 2, 1, 1), entry('b', 50, 2, 2, 2)];
    const of = (cut: number) => furtherReadings(entries, { cut, residual: 1, judgeError: 1 });
    expect([of(1), of(2), of(0), of(5)]).toEqual([[], [], [], []]);
  });

  test('two that cannot be told apart are proposed as many as may be, and said not to be settled', () => {
    const entries = [entry('a', 70, 3, 1, 2), entry('b', 70, 3, 1, 2)];
    expect(furtherReadings(entries, { cut: 1, residual: 9, judgeError: 0 })).toEqual([
      { id: 'a', readings: 4, settles: false },
      { id: 'b', readings: 4, settles: false },
    ]);
  });
});
