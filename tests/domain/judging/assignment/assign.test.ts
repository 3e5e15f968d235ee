import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assign } from '#app/domain/judging/assignment/assign.ts';
import { assignInWorker } from '#app/domain/judging/assignment/assign-in-worker.server.ts';
import type { Assigned, AssignmentMode, AssignmentProblem } from '#app/domain/judging/assignment/problem.ts';
import { seededRandom, shuffle } from '#app/domain/judging/random.ts';
import { everyAssignment, isConnected, readsFor } from './every-assignment.ts';
import { madeProblem } from './problems.ts';

async function assigned(problem: AssignmentProblem, options?: { seconds: number }): Promise<Assigned> {
  const result = await assign(problem, options);
  if (result.status === 'infeasible') throw new Error(`infeasible: ${JSON.stringify(result.shortages)}`);
  return result;
}

/** Checks every rule of the problem by itself, and that the numbers are those of the pairs. */
function expectValid(problem: AssignmentProblem, result: Assigned): void {
  const { entries, judges, links = 0 } = problem;
  const affinity = new Map(problem.affinity.map(([entry, judge, value]) => [`${entry} ${judge}`, value]));
  const keys = result.pairs.map((pair) => pair.join(' '));
  expect(new Set(keys).size).toBe(keys.length);
  expect(problem.conflicts.filter(([entry, judge]) => keys.includes(`${entry} ${judge}`))).toEqual([]);
  const judgesOf = (entry: string) => result.pairs.filter(([one]) => one === entry).map(([, judge]) => judge);
  expect(Object.fromEntries(entries.map(({ id }) => [id, judgesOf(id).length]))).toEqual(
    Object.fromEntries(entries.map(({ id, reviews }) => [id, reviews])),
  );
  expect(result.loads).toEqual(
    Object.fromEntries(judges.map(({ id }) => [id, result.pairs.filter(([, judge]) => judge === id).length])),
  );
  expect(judges.filter(({ id, min = 0, max }) => result.loads[id]! < min || result.loads[id]! > max)).toEqual([]);
  for (const entry of entries) {
    const needed = entry.links ?? links;
    const others = judges.filter((judge) => judgesOf(entry.id).includes(judge.id) && !readsFor(judge, entry)).length;
    if (problem.within) expect(others, `links of ${entry.id}`).toBe(needed);
    else expect(others).toBeGreaterThanOrEqual(needed);
  }
  const sums = entries.map(({ id }) =>
    judgesOf(id).reduce((sum, judge) => sum + (affinity.get(`${id} ${judge}`) ?? 0), 0),
  );
  expect(result.total).toBeCloseTo(
    sums.reduce((total, sum) => total + sum, 0),
    7,
  );
  expect(result.worst).toBeCloseTo(Math.min(...sums), 7);
  expect(result.bound.total).toBeGreaterThanOrEqual(result.total);
  expect(result.bound.worst).toBeGreaterThanOrEqual(result.worst!);
  expect(result.connected).toBe(isConnected(result.pairs, entries.length));
  if (entries.some((entry) => (entry.links ?? links) > 0)) expect(result.connected).toBe(true);
  expect(keys).toEqual([...keys].sort());
}

describe('real bids', () => {
  /** 1 yes, .5 maybe, .25 no or none, 0 conflict; three reviewers a paper. */
  function bids(file: string, max: number, mode: AssignmentMode): AssignmentProblem {
    const rows = readFileSync(file, 'utf8').trim().split(/\r?\n/).slice(1);
    const pairs = rows.flatMap((row, paper) =>
      row
        .trim()
        .split(/\s+/)
        .map((bid, reviewer) => [`p${paper}`, `r${reviewer}`, Number(bid)] as const),
    );
    const ids = (side: 0 | 1) => [...new Set(pairs.map((pair) => pair[side]))];
    return {
      entries: ids(0).map((id) => ({ id, reviews: 3 })),
      judges: ids(1).map((id) => ({ id, max })),
      affinity: pairs.filter(([, , bid]) => bid > 0),
      conflicts: pairs.filter(([, , bid]) => bid === 0).map(([entry, judge]) => [entry, judge]),
      mode,
    };
  }

  const folder = '../shared/data';

  test.skipIf(!existsSync(`${folder}/aamas2015.in`)).each([
    ['aamas2015.in', 12, 'best-total', { total: 1406.25, worst: 0.75, bound: { total: 1406.25, worst: 1.5 } }],
    ['aamas2015.in', 12, 'fairest', { total: 1375.75, worst: 1.5, bound: { total: 1375.75, worst: 1.5 } }],
    ['preflib1.in', 6, 'best-total', { total: 124.25, worst: 0.75, bound: { total: 124.25, worst: 0.75 } }],
    ['preflib1.in', 6, 'fairest', { total: 124.25, worst: 0.75, bound: { total: 124.25, worst: 0.75 } }],
  ] as const)(
    '%s, at most %i each, %s (skipped without ../shared/data)',
    async (name, max, mode, known) => {
      const file = `../shared/data/${name}`;
      if (!existsSync(file)) return expect.soft(true).toBe(true);
      const problem = bids(file, max, mode);
      const result = await assigned(problem);
      expect(result).toMatchObject({ status: 'optimal', ...known });
      expectValid(problem, result);
    },
    120_000,
  );
});

describe('small problems, against every assignment there is', () => {
  const sorted = (pairs: readonly (readonly string[])[]) =>
    pairs
      .map((pair) => pair.join(' '))
      .sort()
      .join();

  test.each([
    ['best-total', {}],
    ['fairest', {}],
    ['fairest', { entries: 4, judges: 5, reviews: [1, 3], levels: 4, links: 0 }],
    ['best-total', { entries: 5, judges: 4, reviews: [2, 2], halves: true, links: 1, conflicts: 0.05 }],
    ['fairest', { entries: 5, judges: 4, reviews: [1, 2], halves: true, links: 1, levels: 4, conflicts: 0.05 }],
    ['best-total', { entries: 4, judges: 6, reviews: [1, 2], links: 0, conflicts: 0.05, within: true }],
    ['best-total', { entries: 5, judges: 6, reviews: [2, 2], links: 1, conflicts: 0, within: true }],
    ['fairest', { entries: 4, judges: 6, reviews: [2, 3], links: 1, levels: 4, conflicts: 0, within: true }],
  ] as const)(
    '%s, %j',
    async (mode, sizes) => {
      let solved = 0;
      for (let seed = 1; seed <= 40; seed++) {
        const problem = madeProblem(seed, mode, sizes);
        const possible = everyAssignment(problem);
        const result = await assign(problem);
        expect(result.status, `seed ${seed}`).toBe(possible.length > 0 ? 'optimal' : 'infeasible');
        if (result.status === 'infeasible') continue;
        solved++;
        expectValid(problem, result);
        const most = (values: number[]) => values.reduce((largest, value) => Math.max(largest, value));
        const level = mode === 'fairest' ? most(possible.map((one) => one.level)) : 0;
        const own = possible.find(({ pairs }) => sorted(pairs) === sorted(result.pairs))!;
        expect(own.level, `seed ${seed}`).toBeGreaterThanOrEqual(level - 1e-7);
        const best = most(possible.filter((one) => one.level >= level - 1e-9).map(({ total }) => total));
        expect(result.total, `seed ${seed}`).toBeCloseTo(best, 7);
      }
      expect(solved).toBeGreaterThan(10);
    },
    60_000,
  );
});

describe('fairness', () => {
  test('comes before the total, and counts an entry by what one reading brings', () => {
    const problem: AssignmentProblem = {
      entries: [
        { id: 'long', reviews: 2 },
        { id: 'short', reviews: 1 },
      ],
      judges: ['x', 'y', 'z'].map((id) => ({ id, max: 1 })),
      affinity: [
        ['long', 'x', 1],
        ['long', 'y', 0.9],
        ['long', 'z', 0.6],
        ['short', 'x', 0.1],
        ['short', 'y', 0.5],
        ['short', 'z', 0.2],
      ],
      conflicts: [],
    };
    return Promise.all([
      expect(assign({ ...problem, mode: 'best-total' })).resolves.toMatchObject({ total: 2.1, worst: 0.2 }),
      expect(assign({ ...problem, mode: 'fairest' })).resolves.toMatchObject({ total: 2.1, worst: 0.5 }),
    ]);
  });

  test('is proved with continuous affinities too', async () => {
    const sizes = { entries: 14, judges: 9, levels: 0, reviews: [2, 2], conflicts: 0.2, fashion: 0.6 } as const;
    const problem = madeProblem(7, 'fairest', sizes);
    const result = await assigned(problem);
    expect(result.status).toBe('optimal');
    expectValid(problem, result);
    const total = await assigned({ ...problem, mode: 'best-total' });
    expect(result.worst).toBeGreaterThan(total.worst!);
    expect(result.total).toBeLessThan(total.total);
  });
});

describe('pairs left out at first and priced', () => {
  /** The same problem with judges who take nothing: too many pairs to hold them all. */
  function padded(problem: AssignmentProblem): AssignmentProblem {
    const idle = Math.ceil(25_000 / problem.entries.length);
    const nobody = Array.from({ length: idle }, (_, at) => ({ id: `nobody ${at}`, max: 0, pool: 'pool 1' }));
    return { ...problem, judges: [...problem.judges, ...nobody] };
  }

  test.each([
    ['best-total', { levels: 0 }],
    ['best-total', { levels: 0, halves: true, links: 1, reviews: [2, 2], fashion: 0.6 }],
    ['best-total', { levels: 3, links: 1 }],
    ['fairest', { levels: 0, conflicts: 0.7 }],
    ['fairest', { levels: 8, conflicts: 0.7, links: 1 }],
  ] as const)('change nothing: %s, %j', async (mode, sizes) => {
    const problem = madeProblem(13, mode, {
      entries: 90,
      judges: 60,
      reviews: [2, 3],
      links: 0,
      fashion: 0.9,
      ...sizes,
    });
    const [whole, priced] = [await assigned(problem), await assigned(padded(problem))];
    expectValid(padded(problem), priced);
    expect(priced.total).toBeCloseTo(whole.total, 7);
    expect(priced.status).toBe(whole.status);
    if (mode === 'fairest') expect(priced.worst).toBeCloseTo(whole.worst!, 7);
  });
});

describe('the answer', () => {
  const tied = madeProblem(3, 'best-total', { entries: 20, judges: 8, levels: 2, reviews: [2, 2], links: 0 });

  test('does not depend on the order of records', async () => {
    for (const mode of ['best-total', 'fairest'] as const) {
      const random = seededRandom(9);
      const mixed = {
        ...tied,
        mode,
        entries: shuffle([...tied.entries], random),
        judges: shuffle([...tied.judges], random),
        affinity: shuffle([...tied.affinity], random),
        conflicts: shuffle([...tied.conflicts], random),
      };
      expect(await assign(mixed)).toEqual(await assign({ ...tied, mode }));
    }
  });

  test('is the same for the same seed, and another as good for another', async () => {
    const [one, again, other] = [await assigned(tied), await assigned(tied), await assigned({ ...tied, seed: 2 })];
    expect(again).toEqual(one);
    expect(other.pairs).not.toEqual(one.pairs);
    expect([other.total, other.status]).toEqual([one.total, one.status]);
  });

  test('spreads readings evenly where that costs nothing', async () => {
    const judges = tied.judges.map(({ id }, at) => ({ id, max: at === 0 ? 3 : at === 1 ? 4 : 20 }));
    const { loads, connected } = await assigned({ ...tied, affinity: [], conflicts: [], judges });
    expect(Object.values(loads).sort()).toEqual([3, 4, 5, 5, 5, 6, 6, 6]);
    expect(connected).toBe(true);
  });

  test('of nothing to read is nothing', async () => {
    expect(await assign({ entries: [], judges: [{ id: 'x', max: 3 }], affinity: [], conflicts: [] })).toEqual({
      status: 'optimal',
      total: 0,
      worst: null,
      bound: { total: 0, worst: null },
      connected: true,
      pairs: [],
      loads: { x: 0 },
    });
  });

  test('never claims an optimum that time did not let it prove', async () => {
    const problem = madeProblem(5, 'best-total', { entries: 300, judges: 60, levels: 0, reviews: [3, 3], links: 0 });
    const result = await assigned(problem, { seconds: 0.001 });
    expect(result.status).toBe('feasible');
    expectValid(problem, result);
    expect(result.bound.total).toBeGreaterThan(result.total);
  });

  test('keeps a conflict even where the affinity is 1', async () => {
    const problem: AssignmentProblem = {
      entries: [{ id: 'a', reviews: 1 }],
      judges: [
        { id: 'x', max: 1 },
        { id: 'y', max: 1 },
      ],
      affinity: [['a', 'x', 1]],
      conflicts: [['a', 'x', 'cousin']],
    };
    expect(await assign(problem)).toMatchObject({ pairs: [['a', 'y']], total: 0 });
  });
});

describe('links', () => {
  /** Entries and judges in pools, where everyone fits the own pool best. */
  function pooled(seed: number, pools: number, entries: number, judges: number): AssignmentProblem {
    const random = seededRandom(seed);
    const inPools = (count: number, letter: string) =>
      Array.from({ length: count }, (_, at) => ({ id: `${letter}${at}`, pool: `pool ${at % pools}` }));
    const [read, reading] = [inPools(entries, 'e'), inPools(judges, 'j')];
    return {
      entries: read.map((entry) => ({ ...entry, reviews: 3 })),
      judges: reading.map((judge) => ({ ...judge, max: Math.ceil((3.3 * entries) / judges) })),
      affinity: read.flatMap((entry) =>
        reading.map((judge) => [entry.id, judge.id, (entry.pool === judge.pool ? 0.7 : 0) + 0.3 * random()] as const),
      ),
      conflicts: [],
    };
  }

  test('tie pools together that would be islands without them', async () => {
    const problem = pooled(1, 5, 100, 20);
    expect((await assigned(problem)).connected).toBe(false);
    for (const mode of ['best-total', 'fairest'] as const) {
      const linked = { ...problem, links: 1, mode };
      const result = await assigned(linked);
      expect(result.status).toBe('optimal');
      expectValid(linked, result);
    }
  });

  test('are not enough by themselves: the graph is connected by cuts, at the least loss', async () => {
    // Two pairs of pools that like each other and nobody else.
    const friends = (pool: string) => ({ a: 'b', b: 'a', c: 'd', d: 'c' })[pool];
    const pools = ['a', 'b', 'c', 'd'];
    const entries = pools.flatMap((pool) => [1, 2].map((number) => ({ id: `${pool}${number}`, pool, reviews: 2 })));
    const judges = pools.map((pool) => ({ id: `judge ${pool}`, pool, max: 4 }));
    const problem: AssignmentProblem = {
      entries,
      judges,
      affinity: entries.flatMap(({ id, pool }) =>
        judges.map(
          (judge) =>
            [
              id,
              judge.id,
              judge.pool === pool ? 1 : judge.pool === friends(pool) ? 0.9 : id === 'a1' ? 0.3 : 0.1,
            ] as const,
        ),
      ),
      conflicts: [],
      links: 1,
    };
    const result = await assigned(problem);
    expectValid(problem, result);
    expect(result.status).toBe('optimal');
    // One swap between the halves: a1 takes a judge of c or d, whose entry takes a's or b's.
    expect(result.total).toBeCloseTo(8 * 1.9 - (0.9 - 0.3) - (0.9 - 0.1), 9);
  });
});

describe('in a thread', () => {
  test('the answer is the same, and others have their turn meanwhile', async () => {
    const problem = madeProblem(11, 'best-total', { entries: 150, judges: 30, levels: 4, reviews: [3, 3], links: 0 });
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const result = await assignInWorker(problem, { seconds: 60 });
    clearInterval(timer);
    expect(result).toEqual(await assign(problem));
    expect(turns).toBeGreaterThan(10);
  });

  test('a failure is reported', async () => {
    const broken = { entries: [{ id: 'a', reviews: 1 }], judges: null, affinity: [], conflicts: [] };
    await expect(assignInWorker(broken as unknown as AssignmentProblem)).rejects.toThrow();
  });
});
