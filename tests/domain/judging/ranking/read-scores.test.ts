import { describe, expect, test } from 'vitest';
import { readScores } from '#app/domain/judging/ranking/read-scores.ts';
import { UnusableInput } from '#app/domain/judging/unusable-input.ts';

const header = ['entry', 'judge', 'score'];

test('columns are found by name, others ignored, empty rows passed over', () => {
  const table = [
    ['note', 'score', 'judge', 'entry'],
    ['good', ' 7.5 ', 'X', 'a'],
    [''],
    ['', '-.5e1', 'Y', 'a'],
    ['', '', '', ''],
    ['', '+3', 'X', 'b', ''],
  ];
  expect(readScores(table)).toEqual({
    scores: [
      { entry: 'a', judge: 'X', score: 7.5 },
      { entry: 'a', judge: 'Y', score: -5 },
      { entry: 'b', judge: 'X', score: 3 },
    ],
    repeated: [],
  });
});

test('a pair given more than once is told with its rows, and every row counts', () => {
  const { scores, repeated } = readScores([header, ['a', 'X', '1'], ['b', 'X', '2'], ['a', 'X', '1'], ['a', 'X', '3']]);
  expect(scores.length).toBe(4);
  expect(repeated).toEqual([{ entry: 'a', judge: 'X', rows: [2, 4, 5] }]);
});

describe('what cannot be used names row and column', () => {
  const row = (...cells: string[]) => [header, ['a', 'X', '7'], cells];

  test.each([
    [[], 'row 1', 'entry'],
    [[['entry;judge;score'], ['a;X;1']], 'row 1', 'entry'],
    [[['entry', 'judge', 'mark']], 'row 1', 'score'],
    [[['entry', 'judge', 'score', 'score']], 'row 1', 'score'],
    [[header], 'row 2', 'score'],
    [row('a', 'Y', ''), 'row 3', 'score'],
    [row('a', 'Y'), 'row 3', 'score'],
    [row('a', 'Y', 'NaN'), 'row 3', 'score'],
    [row('a', 'Y', 'Infinity'), 'row 3', 'score'],
    [row('a', 'Y', '1e999'), 'row 3', 'score'],
    [row('a', 'Y', '0x10'), 'row 3', 'score'],
    [row('a', 'Y', '7,5'), 'row 3', 'score'],
    [row('a', 'Y', '7', '5'), 'row 3', 'score'],
    [row('a', 'Y', 'tám'), 'row 3', 'score'],
    [row('', 'Y', '7'), 'row 3', 'entry'],
    [row('a', ' ', '7'), 'row 3', 'judge'],
  ])('%j', (table, record, field) => {
    let thrown: unknown;
    try {
      readScores(table);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(UnusableInput);
    expect(thrown).toMatchObject({ record, field });
  });
});
