import { describe, expect, test } from 'vitest';
import { readProblem } from '#app/domain/judging/assignment/read-problem.ts';
import { UnusableInput } from '#app/domain/judging/unusable-input.ts';

const usable = {
  entries: [
    { id: '17', reviews: 2, pool: 'north' },
    { id: '18', reviews: 1, pool: 'south' },
  ],
  judges: [
    { id: 'A', max: 2, pool: 'north' },
    { id: 'B', min: 1, max: 3, pool: 'south' },
  ],
  affinity: [
    ['17', 'A', 0.5],
    ['18', 'B', 1],
  ],
  conflicts: [
    ['17', 'B', 'mentor'],
    ['18', 'A'],
  ],
};

test('a problem is taken with what it leaves out filled in', () => {
  expect(readProblem(usable)).toEqual({
    problem: {
      ...usable,
      judges: [{ ...usable.judges[0], min: 0 }, usable.judges[1]],
      links: 0,
      mode: 'best-total',
      seed: 1,
    },
    unknownFields: [],
  });
  expect(readProblem({ entries: [], judges: [] }).problem).toMatchObject({ affinity: [], conflicts: [] });
});

test('a judge without a real limit may name the largest number there is, and any whole number is a seed', () => {
  const { problem } = readProblem({
    ...usable,
    judges: [{ ...usable.judges[0], max: Number.MAX_SAFE_INTEGER }, usable.judges[1]],
    seed: -Number.MAX_SAFE_INTEGER,
  });
  expect([problem.judges[0]!.max, problem.seed]).toEqual([2 ** 31 - 1, -Number.MAX_SAFE_INTEGER]);
  expect(() => readProblem({ ...usable, links: 2 ** 31 })).toThrow('must be a whole number from 0 to 2147483647');
});

test('fields that mean nothing are told: one may be misspelt', () => {
  expect(readProblem({ ...usable, conflict: [], note: 'x' }).unknownFields).toEqual(['conflict', 'note']);
});

describe('what cannot be used names record and field', () => {
  const entry = (fields: object) => ({ ...usable, entries: [usable.entries[0], { ...usable.entries[1], ...fields }] });
  const judge = (fields: object) => ({ ...usable, judges: [{ ...usable.judges[0], ...fields }, usable.judges[1]] });
  const affinity = (...pair: unknown[]) => ({ ...usable, affinity: [...usable.affinity, pair] });
  const conflict = (...pair: unknown[]) => ({ ...usable, conflicts: [...usable.conflicts, pair] });

  test.each([
    [null, 'problem', 'entries'],
    [[usable], 'problem', 'entries'],
    [{ ...usable, entries: undefined }, 'problem', 'entries'],
    [{ ...usable, judges: {} }, 'problem', 'judges'],
    [{ ...usable, affinity: 'none' }, 'problem', 'affinity'],
    [{ ...usable, links: -1 }, 'problem', 'links'],
    [{ ...usable, links: 0.5 }, 'problem', 'links'],
    [{ ...usable, mode: 'fair' }, 'problem', 'mode'],
    [{ ...usable, seed: '1' }, 'problem', 'seed'],
    [{ ...usable, entries: ['17'] }, 'entries[0]', 'id'],
    [entry({ id: 18 }), 'entries[1]', 'id'],
    [entry({ id: '' }), 'entries[1]', 'id'],
    [entry({ id: '17' }), 'entries[1]', 'id'],
    [entry({ reviews: 0 }), 'entries[1] "18"', 'reviews'],
    [entry({ reviews: 1.5 }), 'entries[1] "18"', 'reviews'],
    [entry({ reviews: '2' }), 'entries[1] "18"', 'reviews'],
    [entry({ reviews: undefined }), 'entries[1] "18"', 'reviews'],
    [entry({ reviews: Number.POSITIVE_INFINITY }), 'entries[1] "18"', 'reviews'],
    [entry({ pool: 7 }), 'entries[1] "18"', 'pool'],
    [{ ...entry({ pool: undefined }), links: 1 }, 'entries[1] "18"', 'pool'],
    [{ ...judge({ pool: undefined }), links: 1 }, 'judges[0] "A"', 'pool'],
    [judge({ id: 'B' }), 'judges[1]', 'id'],
    [judge({ max: undefined }), 'judges[0] "A"', 'max'],
    [judge({ max: -1 }), 'judges[0] "A"', 'max'],
    [judge({ min: 3 }), 'judges[0] "A"', 'min'],
    [affinity('19', 'A', 0.5), 'affinity[2]', 'entry'],
    [affinity('17', 'C', 0.5), 'affinity[2]', 'judge'],
    [affinity('A', '17', 0.5), 'affinity[2]', 'entry'],
    [affinity('17', 'A', 0.5), 'affinity[2]', 'entry'],
    [affinity('17', 'B', 1.01), 'affinity[2]', 'affinity'],
    [affinity('17', 'B', -0.01), 'affinity[2]', 'affinity'],
    [affinity('17', 'B', Number.NaN), 'affinity[2]', 'affinity'],
    [affinity('17', 'B', '0.5'), 'affinity[2]', 'affinity'],
    [affinity('17', 'B'), 'affinity[2]', 'affinity'],
    [affinity('17'), 'affinity[2]', 'entry'],
    [conflict('17', 'A', 5), 'conflicts[2]', 'why'],
    [conflict('17', 'B'), 'conflicts[2]', 'entry'],
    [conflict('17', 'D'), 'conflicts[2]', 'judge'],
  ])('%j', (json, record, field) => {
    let thrown: unknown;
    try {
      readProblem(json);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(UnusableInput);
    expect(thrown).toMatchObject({ record, field });
    expect((thrown as Error).message).not.toContain('\n');
  });

  test('a pool in want is no matter without links', () => {
    expect(readProblem(entry({ pool: undefined })).problem.entries[1]).toEqual({ id: '18', reviews: 1 });
  });
});
