import { describe, expect, test } from 'vitest';
import { assign } from '#app/domain/judging/assignment/assign.ts';
import type { AssignmentProblem, Shortage } from '#app/domain/judging/assignment/problem.ts';
import { everyAssignment } from './every-assignment.ts';
import { madeProblem } from './problems.ts';

async function shortagesOf(problem: AssignmentProblem): Promise<readonly Shortage[]> {
  const result = await assign(problem);
  return result.status === 'infeasible' ? result.shortages : [];
}

const entries = (count: number, reviews: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `e${at}`, reviews, pool: 'north' }));
const judges = (count: number, max: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `j${at}`, max, pool: 'south' }));
const problem = (parts: Partial<AssignmentProblem>): AssignmentProblem => ({
  entries: entries(4, 2),
  judges: judges(4, 4),
  affinity: [],
  conflicts: [],
  ...parts,
});

describe('each kind of shortage names its reason', () => {
  test('an entry with too few judges free of conflicts', async () => {
    const short = problem({
      conflicts: [
        ['e2', 'j0'],
        ['e2', 'j1', 'mentor'],
        ['e2', 'j3'],
      ],
    });
    expect(await shortagesOf(short)).toEqual([
      { kind: 'entry-short', entries: ['e2'], judges: ['j2'], needed: 2, available: 1 },
    ]);
  });

  test('too little room among all judges', async () => {
    expect(await shortagesOf(problem({ entries: entries(100, 3), judges: judges(24, 10) }))).toEqual([
      { kind: 'capacity', entries: [], judges: expect.arrayContaining(['j0', 'j23']), needed: 300, available: 240 },
    ]);
  });

  test('a group of entries that share too few judges', async () => {
    const confined = ['e0', 'e1', 'e2'];
    const short = problem({
      judges: [...judges(2, 2), ...judges(9, 4).slice(2)],
      conflicts: confined.flatMap((entry) =>
        ['j2', 'j3', 'j4', 'j5', 'j6', 'j7', 'j8'].map((judge) => [entry, judge] as const),
      ),
    });
    expect(await shortagesOf(short)).toEqual([
      { kind: 'group-short', entries: confined, judges: ['j0', 'j1'], needed: 6, available: 4 },
    ]);
  });

  test('judges promised more than can come to them', async () => {
    const short = problem({
      judges: [{ id: 'x', min: 3, max: 4 }, ...judges(4, 4)],
      conflicts: [
        ['e0', 'x'],
        ['e1', 'x'],
      ],
    });
    expect(await shortagesOf(short)).toEqual([
      { kind: 'min-unreachable', entries: [], judges: ['x'], needed: 3, available: 2 },
    ]);
    const [altogether] = await shortagesOf(problem({ judges: judges(4, 4).map((judge) => ({ ...judge, min: 3 })) }));
    expect(altogether).toMatchObject({ kind: 'min-unreachable', needed: 9, available: 8 });
  });

  test('links that no judge of another pool can make', async () => {
    const near = { id: 'near', max: 4, pool: 'north' };
    expect(
      await shortagesOf(problem({ links: 1, judges: [near, { ...near, id: 'near too' }, ...judges(1, 3)] })),
    ).toEqual([{ kind: 'links', entries: ['e0', 'e1', 'e2', 'e3'], judges: ['j0'], needed: 4, available: 3 }]);
    expect(
      await shortagesOf(
        problem({ links: 1, judges: [near, { ...near, id: 'near too' }, ...judges(1, 4)], conflicts: [['e3', 'j0']] }),
      ),
    ).toEqual([{ kind: 'links', entries: ['e3'], judges: [], needed: 1, available: 0 }]);
    expect(await shortagesOf(problem({ links: 3 }))).toEqual(
      ['e0', 'e1', 'e2', 'e3'].map((id) => ({ kind: 'links', entries: [id], judges: [], needed: 3, available: 2 })),
    );
  });

  test('entries that no chain of judges joins', async () => {
    const apart = problem({
      links: 1,
      conflicts: ['e0', 'e1']
        .flatMap((entry) => ['j0', 'j1'].map((judge) => [entry, judge] as const))
        .concat(['e2', 'e3'].flatMap((entry) => ['j2', 'j3'].map((judge) => [entry, judge] as const))),
    });
    expect(await shortagesOf(apart)).toEqual([
      { kind: 'connectivity', entries: ['e0', 'e2'], judges: ['j0', 'j1'], needed: 1, available: 0 },
    ]);
  });

  test('fewer readings than it takes to connect everything', async () => {
    expect(await shortagesOf(problem({ links: 1, entries: entries(4, 1), judges: judges(4, 2) }))).toEqual([
      {
        kind: 'connectivity',
        entries: ['e1', 'e2', 'e3'],
        judges: ['j0', 'j1', 'j2', 'j3'],
        needed: 4,
        available: 3,
      },
    ]);
  });

  test('minima that keep readings from connecting', async () => {
    const short = problem({
      links: 1,
      entries: entries(2, 2),
      judges: judges(4, 2).map((judge) => ({ ...judge, min: 1 })),
    });
    expect(await shortagesOf(short)).toEqual([
      { kind: 'connectivity', entries: [], judges: [], needed: 5, available: 4 },
    ]);
  });

  test('a bridge that carries too little', async () => {
    const short = problem({
      links: 1,
      judges: [...judges(4, 4), { id: 'bridge', max: 1, pool: 'south' }],
      conflicts: [
        ...['e0', 'e1'].flatMap((entry) => ['j0', 'j1'].map((judge) => [entry, judge] as const)),
        ...['e2', 'e3'].flatMap((entry) => ['j2', 'j3'].map((judge) => [entry, judge] as const)),
      ],
    });
    expect(await shortagesOf(short)).toEqual([
      {
        kind: 'connectivity',
        entries: ['e1', 'e3'],
        judges: ['bridge', 'j0', 'j1', 'j2', 'j3'],
        needed: 1,
        available: 0,
      },
    ]);
  });
});

test('shortages that have nothing to do with one another are all named', async () => {
  const short = problem({
    entries: [...entries(4, 2), { id: 'huge', reviews: 9, pool: 'north' }],
    judges: [...judges(6, 4), { id: 'busy', min: 4, max: 4, pool: 'south' }],
    conflicts: [
      ['e0', 'busy'],
      ['e1', 'busy'],
      ['huge', 'busy'],
    ],
  });
  expect((await shortagesOf(short)).map(({ kind, entries: who, judges: by }) => [kind, ...who, ...by])).toEqual([
    ['entry-short', 'huge', 'j0', 'j1', 'j2', 'j3', 'j4', 'j5'],
    ['min-unreachable', 'busy'],
  ]);
});

test('a shortage is irreducible: its entries by themselves are short, and without any one of them are not', async () => {
  let seen = 0;
  for (let seed = 1; seed <= 100; seed++) {
    const made = madeProblem(seed, 'best-total', { conflicts: 0.45 });
    for (const { kind, entries: short, needed, available } of await shortagesOf(made)) {
      expect(needed, `seed ${seed}`).toBeGreaterThan(available);
      if (short.length === 0 || kind === 'connectivity') continue;
      const solvable = (ids: readonly string[]) =>
        everyAssignment({
          ...made,
          // Links without connectedness: one entry at a time is always connected.
          links: 0,
          judges: made.judges.map((judge) => ({ ...judge, min: 0 })),
          entries: made.entries.filter(({ id }) => ids.includes(id)),
        }).some(({ pairs }) => kind !== 'links' || keepsLinks(made, pairs));
      expect(solvable(short), `seed ${seed}: ${kind}`).toBe(false);
      for (const one of short) expect(solvable(short.filter((id) => id !== one)), `seed ${seed}: ${kind}`).toBe(true);
      seen++;
    }
  }
  expect(seen).toBeGreaterThan(40);
});

function keepsLinks(
  { entries: all, judges: panel, links = 0 }: AssignmentProblem,
  pairs: readonly (readonly string[])[],
) {
  const poolOf = new Map([...all, ...panel].map(({ id, pool }) => [id, pool]));
  const read = new Set(pairs.map(([entry]) => entry!));
  return [...read].every(
    (entry) =>
      pairs.filter(([one, judge]) => one === entry && poolOf.get(judge!) !== poolOf.get(entry)).length >= links,
  );
}
