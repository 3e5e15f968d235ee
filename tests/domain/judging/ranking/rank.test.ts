import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { seededRandom, shuffle } from '#app/domain/judging/random.ts';
import type { Score } from '#app/domain/judging/ranking/design.ts';
import { rank } from '#app/domain/judging/ranking/rank.ts';
import { designs, madeMarks } from './designs.ts';
import { furthestFrom, type Lme4Fit } from './lme4-fit.ts';
import fits from './lme4-fits.json' with { type: 'json' };

const score = (entry: string, judge: string, mark: number): Score => ({ entry, judge, score: mark });

describe('against lme4, the outside oracle', () => {
  test.each(Object.keys(designs))('%s', (name) => {
    const fit = (fits as unknown as Record<string, Lme4Fit>)[name]!;
    expect(furthestFrom(rank(madeMarks(designs[name]!)), fit)).toBeLessThan(1e-3);
  });
});

describe('a real contest (Project Catalyst, fund 6)', () => {
  const file = '../shared/data/catalyst-f6-f7-assessments.csv.gz';

  test.skipIf(!existsSync(file))(`mean, deviations and components (skipped without ${file})`, () => {
    const [header, ...lines] = gunzipSync(readFileSync(file)).toString().trim().split(/\r?\n/);
    const column = (name: string) => header!.split(',').indexOf(name);
    const marks = ['impact', 'feasibility', 'auditability'].map(column);
    const scores = lines
      .map((line) => line.split(','))
      .filter((cells) => cells[column('fund')] === 'f6')
      .map((cells) =>
        score(
          cells[column('proposal_id')]!,
          cells[column('assessor')]!,
          marks.reduce((sum, at) => sum + Number(cells[at]), 0) / 3,
        ),
      );
    const { n, mu, variance, model, entries, judges, components, comparable } = rank(scores);
    expect({ n, model, entries: entries.length, judges: judges.length, comparable }).toEqual({
      n: 3105,
      model: 'crossed',
      entries: 711,
      judges: 303,
      comparable: false,
    });
    expect(components.map((ids) => ids.length)).toEqual([708, 3]);
    expect(mu).toBeCloseTo(3.41616, 4);
    expect(Math.sqrt(variance!.entry)).toBeCloseTo(1.01825, 4);
    expect(Math.sqrt(variance!.judge)).toBeCloseTo(0.40161, 4);
    expect(Math.sqrt(variance!.residual)).toBeCloseTo(0.6839, 4);
  });
});

describe('ranks', () => {
  test('count from the best, and equal marks share one', () => {
    const marks = [9, 7, 7, 5].flatMap((mark, entry) =>
      [-1, 0, 1].map((severity, judge) =>
        score(`e${entry}`, `j${judge}`, mark + severity + (judge === entry ? 0.5 : 0)),
      ),
    );
    const places = rank(marks).entries.map(({ id, rank: place }) => [id, place]);
    expect(places).toEqual([
      ['e0', 1],
      ['e1', 2],
      ['e2', 2],
      ['e3', 4],
    ]);
  });

  test('undo severity: an entry read by harsh judges rises above one read by lenient ones', () => {
    const harsh = (judge: string) => Number(judge.slice(1)) < 3;
    const readers: Record<string, string[]> = { a: ['j0', 'j1', 'j2'], b: ['j3', 'j4', 'j5'] };
    const random = seededRandom(4);
    const others = Array.from({ length: 40 }, (_, at) => `x${at}`);
    const marks = [...Object.keys(readers), ...others].flatMap((entry) =>
      (readers[entry] ?? shuffle(['j0', 'j1', 'j2', 'j3', 'j4', 'j5'], random).slice(0, 3)).map((judge) =>
        score(entry, judge, (entry === 'a' ? 80 : entry === 'b' ? 75 : 60) + (harsh(judge) ? -10 : 10) + random()),
      ),
    );
    const { entries, judges } = rank(marks);
    const found = Object.fromEntries(entries.map((entry) => [entry.id, entry]));
    expect(found.a!.mean).toBeLessThan(found.b!.mean);
    expect([found.a!.rank, found.b!.rank]).toEqual([1, 2]);
    expect(judges.map(({ id, leniency }) => [id, Math.sign(leniency!)])).toEqual([
      ['j0', -1],
      ['j1', -1],
      ['j2', -1],
      ['j3', 1],
      ['j4', 1],
      ['j5', 1],
    ]);
  });

  test('and intervals count only entries of the same component', () => {
    const { entries, components, comparable } = rank(madeMarks(designs['two panels that share nobody']!));
    expect(comparable).toBe(false);
    expect(components.map((ids) => ids.length)).toEqual([10, 10]);
    for (const component of [0, 1]) {
      const own = entries.filter((entry) => entry.component === component);
      expect(own.map(({ id }) => id).sort()).toEqual([...components[component]!]);
      expect(own.map(({ rank: place }) => place).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      expect(own.every(({ rankHigh }) => rankHigh! <= 10)).toBe(true);
    }
  });

  test('list the larger component first, however small its ids', () => {
    const marks = [
      score('a', 'x', 1),
      score('a', 'y', 2),
      ...['b', 'c', 'd'].flatMap((id) => [score(id, 'u', 3), score(id, 'v', 5)]),
    ];
    expect(rank(marks).components).toEqual([['b', 'c', 'd'], ['a']]);
  });

  test('within groups leave the model one', () => {
    const marks = madeMarks(designs['three readers drawn at random']!);
    const whole = rank(marks);
    const grouped = rank(marks, { groupOf: (entry) => (Number(entry.slice(1)) < 12 ? 'first' : 'second') });
    expect(grouped.variance).toEqual(whole.variance);
    expect(grouped.entries.map(({ rank: place }) => place).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 24 }, (_, at) => Math.floor(at / 2) + 1),
    );
    expect(grouped.entries.every(({ rankHigh }) => rankHigh! <= 12)).toBe(true);
  });

  test('are the same in any order of rows, with the same seed to the last bit', () => {
    const marks = madeMarks(designs['some entries read once, some often']!);
    const mixed = shuffle([...marks], seededRandom(8));
    expect(rank(mixed, { seed: 5, cut: 4 })).toEqual(rank(marks, { seed: 5, cut: 4 }));
    expect(rank(marks, { seed: 6 }).entries).not.toEqual(rank(marks, { seed: 5 }).entries);
  });
});

describe('rank intervals', () => {
  test('contain the true rank in about nine cases of ten', () => {
    let covered = 0;
    let cases = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const random = seededRandom(seed);
      const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
      const truth = Array.from({ length: 80 }, () => 10 * normal());
      const severity = Array.from({ length: 12 }, () => 15 * normal());
      const marks = truth.flatMap((quality, entry) =>
        shuffle([...severity.keys()], random)
          .slice(0, 3)
          .map((judge) => score(`e${entry}`, `j${judge}`, quality + severity[judge]! + 6 * normal())),
      );
      for (const { id, rankLow, rankHigh } of rank(marks, { seed }).entries) {
        const own = truth[Number(id.slice(1))]!;
        const place = 1 + truth.filter((other) => other > own).length;
        covered += Number(rankLow! <= place && place <= rankHigh!);
        cases++;
      }
    }
    expect(covered / cases).toBeGreaterThan(0.87);
    expect(covered / cases).toBeLessThan(0.94);
  });

  test('say who is too close to call at a cut, and nobody without one', () => {
    const marks = madeMarks(designs['three readers drawn at random']!);
    const { entries, tooClose } = rank(marks, { cut: 8 });
    expect(tooClose).toEqual(
      entries.filter(({ rankLow, rankHigh }) => rankLow! <= 8 && 8 < rankHigh!).map(({ id }) => id),
    );
    expect(tooClose.length).toBeGreaterThan(0);
    expect(tooClose.length).toBeLessThan(24);
    expect(rank(marks).tooClose).toEqual([]);
  });

  test('span everything when entries do not differ', () => {
    const { variance, entries } = rank(madeMarks(designs['entries that do not differ']!));
    expect(variance!.entry).toBe(0);
    expect(new Set(entries.map(({ adjusted }) => adjusted)).size).toBe(1);
    expect(
      new Set(entries.map(({ se, rank: place, rankLow, rankHigh }) => `${se} ${place} ${rankLow} ${rankHigh}`)),
    ).toEqual(new Set(['0 1 1 16']));
  });
});

describe('what cannot be estimated is said, and entries are ranked by mean', () => {
  const unmodelled = (marks: Score[]) => {
    const { model, why, mu, variance, entries, judges } = rank(marks, { cut: 1 });
    return {
      model,
      why,
      mu,
      variance,
      ranks: entries.map(({ id, rank: place }) => `${id} ${place}`),
      judges: judges.length,
    };
  };

  test('one judge only', () => {
    expect(unmodelled([score('a', 'x', 5), score('b', 'x', 7), score('c', 'x', 7)])).toEqual({
      model: 'none',
      why: 'one-judge',
      mu: null,
      variance: null,
      ranks: ['b 1', 'c 1', 'a 3'],
      judges: 1,
    });
  });

  test('marks within a millionth of one another share a rank', () => {
    const marks = [score('a', 'x', 7), score('b', 'x', 7.0000005), score('c', 'x', 7.00001)];
    expect(unmodelled(marks).ranks).toEqual(['c 1', 'a 2', 'b 2']);
  });

  test.each([
    ['one mark only', 'one-judge', [score('a', 'x', 5)]],
    ['one entry only', 'one-entry', [score('a', 'x', 5), score('a', 'y', 6), score('a', 'y', 7)]],
    ['one mark an entry', 'entries-as-rows', [score('a', 'x', 5), score('b', 'y', 6), score('c', 'y', 7)]],
    ['one mark a judge', 'judges-as-rows', [score('a', 'x', 5), score('b', 'y', 6), score('b', 'z', 7)]],
    ['all marks equal', 'all-equal', ['a', 'b'].flatMap((id) => [score(id, 'x', 5), score(id, 'y', 5)])],
  ] as const)('%s', (_, why, marks) => {
    const { model, variance, mu, tooClose, entries, judges, ...rest } = rank(marks, { cut: 1 });
    expect({ model, variance, mu, tooClose, why: rest.why }).toEqual({
      model: 'none',
      variance: null,
      mu: null,
      tooClose: [],
      why,
    });
    for (const { adjusted, se, rankLow, rankHigh } of entries) {
      expect([adjusted, se, rankLow, rankHigh]).toEqual([null, null, null, null]);
    }
    for (const { leniency, se } of judges) expect([leniency, se]).toEqual([null, null]);
  });

  test('a component of one entry is ranked by itself', () => {
    const marks = [
      ...madeMarks(designs['everyone reads everything']!),
      score('alone', 'stranger', 9),
      score('alone', 'other', 8),
    ];
    const { comparable, components, entries } = rank(marks);
    expect(comparable).toBe(false);
    expect(components[1]).toEqual(['alone']);
    expect(entries.at(-1)).toMatchObject({ id: 'alone', rank: 1, rankLow: 1, rankHigh: 1, component: 1 });
  });
});

describe('odd marks', () => {
  test('a judge who gives 100 to everything is told apart from the entries', () => {
    const random = seededRandom(2);
    const marks = Array.from({ length: 12 }, (_, entry) => [
      score(`e${entry}`, 'generous', 100),
      score(`e${entry}`, 'x', 40 + 3 * entry + random()),
      score(`e${entry}`, 'y', 45 + 3 * entry + random()),
    ]).flat();
    const { entries, judges } = rank(marks);
    expect(entries.map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, at) => `e${11 - at}`));
    expect(judges.find(({ id }) => id === 'generous')!.leniency).toBeGreaterThan(20);
  });

  test('marks without any residual have no finite ratio of variances, and are still ranked', () => {
    const marks = [9, 4, 6, 7].flatMap((mark, entry) => [
      score(`e${entry}`, 'x', mark),
      score(`e${entry}`, 'y', mark - 2),
    ]);
    const { variance, entries, judges } = rank(marks);
    expect(variance!.residual).toBe(0);
    expect(entries.map(({ id, rank: place }) => `${id} ${place}`)).toEqual(['e0 1', 'e3 2', 'e2 3', 'e1 4']);
    expect(entries[0]!.adjusted! - entries[3]!.adjusted!).toBeCloseTo(5, 5);
    expect(judges[0]!.leniency! - judges[1]!.leniency!).toBeCloseTo(2, 5);
  });

  test('a second peak of a small likelihood is found', () => {
    // With the judges' variance held at 0 these marks have a lower peak of their own.
    const marks = [
      [0, 0, 53.1686],
      [1, 15, 73.0495],
      [2, 12, 77.3468],
      [2, 0, 80.5319],
      [3, 1, 17.959],
      [4, 13, 37.4747],
      [5, 2, 60.2501],
      [5, 1, 35.6819],
      [6, 0, 60.1244],
      [7, 7, 41.5939],
      [7, 1, -6.2443],
      [8, 10, 118.846],
      [8, 18, 86.5955],
      [9, 1, 17.7343],
      [9, 5, 21.6316],
      [10, 4, 85.0245],
      [11, 2, 64.1089],
      [11, 8, 67.1511],
      [12, 7, 31.0668],
      [12, 7, 11.3911],
    ].map(([entry, judge, mark]) => score(`e${entry}`, `j${judge}`, mark!));
    const { variance } = rank(marks);
    expect(variance!.entry).toBe(0);
    expect(variance!.judge).toBeCloseTo(771.48, 1);
    expect(variance!.residual).toBeCloseTo(219.15, 1);
  });
});
