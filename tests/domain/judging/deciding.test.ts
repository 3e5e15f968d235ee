import { describe, expect, test } from 'vitest';
import { type Decidable, type DecidingBy, decideRound } from '#app/domain/judging/deciding.ts';
import { placesByPublishedMark } from '#app/domain/judging/scoring.ts';

const none: DecidingBy = { pass: null, thresholds: 'RAW', ties: [], awards: [], quotas: [], overrides: [] };

/** Entries of one division and panel by their means; ranks follow. */
function ranked(means: Record<string, number>, more: Record<string, Partial<Decidable>> = {}): Decidable[] {
  const ranks = placesByPublishedMark(Object.values(means));
  return Object.entries(means).map(([entry, mean], at) => ({
    entry,
    division: 'chung',
    component: 0,
    rank: ranks[at]!,
    mean,
    adjusted: null,
    median: mean,
    sd: 1,
    criteria: [],
    zeroed: false,
    ...more[entry],
  }));
}

const bands = [
  { from: 90, places: null },
  { from: 80, places: null },
  { from: 70, places: null },
  { from: 60, places: null },
];

const short = (decided: ReturnType<typeof decideRound>) =>
  Object.fromEntries(decided.map(({ entry, place, award, awardBecause }) => [entry, [place, award, awardBecause]]));

describe('award bands', () => {
  test('are half-open on published marks: the mark itself is in, a hair below is not', () => {
    const means = { a: 90, b: 89.99, c: 80, d: 79.995, e: 79.994, f: 70, g: 60, h: 59.99 };
    expect(short(decideRound(ranked(means), { ...none, awards: bands }))).toEqual({
      a: [1, 1, null],
      b: [2, 2, null],
      c: [3, 2, null],
      d: [3, 2, null],
      e: [5, 3, null],
      f: [6, 3, null],
      g: [7, 4, null],
      h: [8, null, 'below-mark'],
    });
  });

  test('a prize nobody reaches stays empty, and none slips down into it', () => {
    const awards = [
      { from: 90, places: 1 },
      { from: 70, places: 2 },
    ];
    expect(short(decideRound(ranked({ a: 85, b: 84, c: 83, d: 60 }), { ...none, awards }))).toEqual({
      a: [1, 2, null],
      b: [2, 2, null],
      c: [3, null, 'places-taken'],
      d: [4, null, 'below-mark'],
    });
  });

  test('who finds the higher award taken gets the next that has a place, and is told why', () => {
    const awards = [
      { from: null, places: 1 },
      { from: null, places: 1 },
    ];
    expect(short(decideRound(ranked({ a: 85, b: 84, c: 83 }), { ...none, awards }))).toEqual({
      a: [1, 1, null],
      b: [2, 2, 'places-taken'],
      c: [3, null, 'places-taken'],
    });
  });

  test('look at the adjusted mark where the rules say so, and at the raw one where there is no model', () => {
    const awards = [{ from: 70, places: null }];
    const standings = ranked({ a: 69, b: 71 }, { a: { adjusted: 72, rank: 1 }, b: { adjusted: 68, rank: 2 } });
    expect(short(decideRound(standings, { ...none, awards }))).toEqual({ a: [1, null, 'below-mark'], b: [2, 1, null] });
    expect(short(decideRound(standings, { ...none, awards, thresholds: 'ADJUSTED' }))).toEqual({
      a: [1, 1, null],
      b: [2, null, 'below-mark'],
    });
    const raw = ranked({ a: 69, b: 71 });
    expect(short(decideRound(raw, { ...none, awards, thresholds: 'ADJUSTED' }))).toEqual({
      a: [2, null, 'below-mark'],
      b: [1, 1, null],
    });
  });

  test('only entries that pass the round are awarded', () => {
    const pass = { top: 3, minMean: 50, noZero: true };
    const standings = ranked({ a: 90, b: 80, c: 49, d: 40 }, { a: { zeroed: true } });
    const decided = decideRound(standings, { ...none, pass, awards: [{ from: null, places: null }] });
    expect(
      decided.map(({ entry, passed, because, award, awardBecause }) => [entry, passed, because, award, awardBecause]),
    ).toEqual([
      ['a', false, ['zero'], null, 'not-passed'],
      ['b', true, [], 1, null],
      ['c', false, ['below-mean'], null, 'not-passed'],
      ['d', false, ['below-top', 'below-mean'], null, 'not-passed'],
    ]);
  });
});

describe('ties', () => {
  test('are broken in the declared order, and it shows by what', () => {
    const standings = ranked(
      { a: 80, b: 80, c: 80, d: 79 },
      {
        a: { median: 80, criteria: [10, 5] },
        b: { median: 82, criteria: [9, 7] },
        c: { median: 80, criteria: [10, 6] },
      },
    );
    const decided = decideRound(standings, { ...none, ties: ['median', 'criterion-1', 'criterion-2'] });
    expect(decided.map(({ entry, place, tie }) => [entry, place, tie])).toEqual([
      ['b', 1, 'median'],
      ['c', 2, 'criterion-2'],
      ['a', 3, 'criterion-2'],
      ['d', 4, null],
    ]);
  });

  test('who nothing sets apart shares the place and what it brings, beyond the places there are', () => {
    const awards = [
      { from: null, places: 1 },
      { from: null, places: 1 },
    ];
    const decided = decideRound(ranked({ a: 80, b: 80, c: 70 }), { ...none, ties: ['median'], awards });
    expect(decided.map(({ entry, place, tie, award }) => [entry, place, tie, award])).toEqual([
      ['a', 1, 'shared', 1],
      ['b', 1, 'shared', 1],
      ['c', 3, null, 2],
    ]);
  });

  test('the places that go on count broken ties', () => {
    const pass = { top: 1, minMean: null, noZero: false };
    const standings = ranked({ a: 80, b: 80 }, { a: { sd: 3 }, b: { sd: 2 } });
    expect(decideRound(standings, { ...none, pass }).map(({ passed }) => passed)).toEqual([true, true]);
    const broken = decideRound(standings, { ...none, pass, ties: ['spread'] });
    expect(broken.map(({ entry, passed, because }) => [entry, passed, because])).toEqual([
      ['b', true, []],
      ['a', false, ['below-top']],
    ]);
  });
});

describe('panels that cannot be compared', () => {
  test('each has the quota the chair set for it', () => {
    const standings = [
      ...ranked({ a: 80, b: 70 }),
      ...ranked({ c: 95, d: 90 }).map((one) => ({ ...one, component: 1 })),
    ];
    const pass = { top: 1, minMean: null, noZero: false };
    const awards = [{ from: null, places: 1 }];
    const quotas = [
      { division: 'chung', component: 0, top: 2, places: [1] },
      { division: 'chung', component: 1, top: 1, places: [0] },
    ];
    const decided = decideRound(standings, { ...none, pass, awards, quotas });
    expect(decided.map(({ entry, passed, award }) => [entry, passed, award])).toEqual([
      ['a', true, 1],
      ['b', true, null],
      ['c', true, null],
      ['d', false, null],
    ]);
  });
});

test('the chair decides otherwise: both are kept, and the place taken stays empty', () => {
  const awards = [{ from: null, places: 1 }];
  const overrides = [{ entry: 'a', passed: false, award: null }];
  expect(decideRound(ranked({ a: 80, b: 70 }), { ...none, awards, overrides })).toEqual([
    {
      entry: 'a',
      division: 'chung',
      component: 0,
      place: 1,
      tie: null,
      because: [],
      rulePassed: true,
      passed: false,
      ruleAward: 1,
      award: null,
      awardBecause: null,
      overridden: true,
    },
    {
      entry: 'b',
      division: 'chung',
      component: 0,
      place: 2,
      tie: null,
      because: [],
      rulePassed: true,
      passed: true,
      ruleAward: null,
      award: null,
      awardBecause: 'places-taken',
      overridden: false,
    },
  ]);
});

test('the order of the standings changes nothing', () => {
  const standings = ranked({ a: 80, b: 80, c: 75, d: 70, e: 60 });
  const by = { ...none, ties: ['median' as const], awards: [{ from: 70, places: 2 }] };
  expect(decideRound([...standings].reverse(), by)).toEqual(decideRound(standings, by));
});

describe('outside the competition', () => {
  const awards = [
    { from: null, places: 1 },
    { from: null, places: 1 },
  ];
  const pass = { top: 2, minMean: null, noZero: false };
  const told = (decided: ReturnType<typeof decideRound>) =>
    Object.fromEntries(
      decided.map(({ entry, place, passed, award, because }) => [entry, [place, passed, award, because]]),
    );

  test('an entry keeps its place and takes none: others pass and are awarded as if it were not there', () => {
    const standings = ranked({ a: 90, b: 85, c: 85, d: 80 });
    expect(told(decideRound(standings, { ...none, pass, awards, outside: ['a'] }))).toEqual({
      a: [1, false, null, ['outside']],
      b: [2, true, 1, []],
      c: [2, true, 1, []],
      d: [4, false, null, ['below-top']],
    });
  });

  test('among equals it is served last, and the chair cannot give it anything', () => {
    const standings = ranked({ a: 90, b: 90, c: 80 });
    const overrides = [{ entry: 'a', passed: true, award: 1 }];
    expect(told(decideRound(standings, { ...none, pass, awards, overrides, outside: ['a'] }))).toEqual({
      a: [1, false, null, ['outside']],
      b: [1, true, 1, []],
      c: [3, true, 2, []],
    });
  });

  test('where nothing is to be taken it goes on like everybody', () => {
    expect(told(decideRound(ranked({ a: 90, b: 80 }), { ...none, outside: ['a'] }))).toEqual({
      a: [1, true, null, []],
      b: [2, true, null, []],
    });
  });
});
