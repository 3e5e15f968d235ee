import { describe, expect, test } from 'vitest';
import { causeInWords, matchMentors } from '#app/domain/mentoring/matching/match-mentors.ts';
import type { MatchingProblem } from '#app/domain/mentoring/matching/matching-problem.ts';
import { chanceOf } from '#prisma/chance.ts';
import { drawMatching as draw, largeMatchings, matchingBounds } from '#tests/support/made-matchings.ts';

/** [served, total, pairs] of the best subset of pairs, by trying every one. */
function byTrying({ teams, mentors, scores, exclusions = [] }: MatchingProblem): [number, number, number] {
  const seats = new Map(teams.map((team) => [team.id, team.seats ?? 1]));
  const capacity = new Map(mentors.map((mentor) => [mentor.id, mentor.capacity]));
  const open = scores.filter(([t, m]) => !exclusions.some(([xt, xm]) => xt === t && xm === m));
  let best: [number, number, number] = [0, 0, 0];
  for (let chosen = 0; chosen < 2 ** open.length; chosen++) {
    const pairs = open.filter((_, at) => chosen & (1 << at));
    const count = (at: 0 | 1, id: string) => pairs.filter((pair) => pair[at] === id).length;
    if (teams.some(({ id }) => count(0, id) > seats.get(id)!)) continue;
    if (mentors.some(({ id }) => count(1, id) > capacity.get(id)!)) continue;
    const value: [number, number, number] = [
      new Set(pairs.map(([team]) => team)).size,
      pairs.reduce((sum, [, , score]) => sum + score, 0),
      pairs.length,
    ];
    const better = value[0] - best[0] || value[1] - best[1] || value[2] - best[2];
    if (better > 0) best = value;
  }
  return best;
}

function expectSound(problem: MatchingProblem, pairs: [string, string][]) {
  const open = new Set(problem.scores.map(([t, m]) => JSON.stringify([t, m])));
  for (const [t, m] of problem.exclusions ?? []) open.delete(JSON.stringify([t, m]));
  const names = pairs.map((pair) => JSON.stringify(pair));
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !open.has(name))).toEqual([]);
  const over = [
    ...problem.teams.filter(({ id, seats }) => pairs.filter(([team]) => team === id).length > (seats ?? 1)),
    ...problem.mentors.filter(({ id, capacity }) => pairs.filter(([, mentor]) => mentor === id).length > capacity),
  ];
  expect(over).toEqual([]);
}

describe('matching mentors', () => {
  test('serves the most teams first, then the best total, then fills seats', () => {
    const match = matchMentors({
      teams: [{ id: 'a', seats: 2 }, { id: 'b' }],
      mentors: [
        { id: 'm', capacity: 1 },
        { id: 'n', capacity: 1 },
        { id: 'o', capacity: 1 },
      ],
      scores: [
        ['a', 'm', 10],
        ['a', 'n', 1],
        ['b', 'm', 3],
        ['a', 'o', 0],
      ],
    });
    expect(match).toEqual({
      status: 'optimal',
      served: 2,
      total: 4,
      pairs: [
        ['a', 'n'],
        ['a', 'o'],
        ['b', 'm'],
      ],
      unserved: [],
    });
  });

  test('agrees with trying every subset, 600 small cases full of ties', () => {
    const random = chanceOf(5).next;
    for (let round = 0; round < 600; round++) {
      const problem = draw(random, {
        teams: 1 + Math.floor(random() * 4),
        mentors: 1 + Math.floor(random() * 3),
        density: 0.75,
        scores: [0, 0, 1, 2, 3, 7],
        seats: 3,
        capacity: 3,
      });
      const { served, total, pairs } = matchMentors(problem);
      expectSound(problem, pairs);
      expect({ problem, answer: [served, total, pairs.length] }).toEqual({ problem, answer: byTrying(problem) });
    }
  });

  test('sums are exact: 0.1 + 0.2 ties with 0.3, and the tie goes to more pairs', () => {
    const match = matchMentors({
      teams: [{ id: 'a', seats: 1 }, { id: 'b', seats: 2 }, { id: 'c' }],
      mentors: [
        { id: 'm', capacity: 2 },
        { id: 'n', capacity: 1 },
      ],
      scores: [
        ['a', 'm', 0.1],
        ['b', 'm', 0.2],
        ['b', 'n', 0],
        ['c', 'm', 0.3],
      ],
    });
    expect(match.total).toBe(0.4);
    expect(match.pairs).toEqual([
      ['a', 'm'],
      ['b', 'n'],
      ['c', 'm'],
    ]);
  });

  test('numbers too fine or too far apart for a double are still compared exactly', () => {
    const scores = [1, 1 + 2 ** -52, 1e-300, 1e300, 123456789.12345679, 0.1];
    const random = chanceOf(6).next;
    for (let round = 0; round < 60; round++) {
      const problem = draw(random, { teams: 3, mentors: 3, density: 0.8, scores, seats: 2, capacity: 2 });
      const rational = (score: number) => {
        const [mantissa, power] = score.toExponential().split('e') as [string, string];
        const [whole, fraction = ''] = mantissa.split('.') as [string, string?];
        return BigInt(whole + fraction) * 10n ** BigInt(Number(power) - fraction.length + 400);
      };
      const value = (pairs: readonly (readonly [string, string, ...unknown[]])[]) =>
        pairs.reduce((sum, [t, m]) => sum + rational(problem.scores.find(([st, sm]) => st === t && sm === m)![2]), 0n);
      const match = matchMentors(problem);
      expectSound(problem, match.pairs);
      const open = problem.scores.filter(([t, m]) => !problem.exclusions.some(([xt, xm]) => xt === t && xm === m));
      for (let chosen = 0; chosen < 2 ** open.length; chosen++) {
        const pairs = open.filter((_, at) => chosen & (1 << at));
        const fits =
          problem.teams.every(({ id, seats }) => pairs.filter(([t]) => t === id).length <= seats) &&
          problem.mentors.every(({ id, capacity }) => pairs.filter(([, m]) => m === id).length <= capacity);
        if (!fits || new Set(pairs.map(([t]) => t)).size < match.served) continue;
        expect(value(pairs) <= value(match.pairs)).toBe(true);
      }
    }
  });

  test('the order of records does not matter', () => {
    const random = chanceOf(7).next;
    const problem = draw(random, { teams: 30, mentors: 10, density: 0.4, scores: [0, 1, 1, 2], seats: 2, capacity: 4 });
    const mixed = <T>(list: T[]) =>
      list
        .map((item) => [random(), item] as const)
        .sort(([a], [b]) => a - b)
        .map(([, item]) => item);
    const again = {
      teams: mixed(problem.teams),
      mentors: mixed(problem.mentors),
      scores: mixed(problem.scores),
      exclusions: mixed(problem.exclusions),
    };
    expect(matchMentors(again)).toEqual(matchMentors(problem));
  });

  test('says why a team has nobody', () => {
    const match = matchMentors({
      teams: [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }, { id: 'e', seats: 0 }, { id: 'f' }],
      mentors: [
        { id: 'm', capacity: 1 },
        { id: 'n', capacity: 1 },
        { id: 'z', capacity: 0 },
      ],
      scores: [
        ['a', 'm', 9],
        ['a', 'n', 1],
        ['b', 'n', 9],
        ['c', 'm', 2],
        ['d', 'm', 5],
        ['f', 'z', 5],
      ],
      exclusions: [
        ['d', 'm', 'kin'],
        ['d', 'n'],
      ],
    });
    expect(match.pairs).toEqual([
      ['a', 'm'],
      ['b', 'n'],
    ]);
    expect(match.unserved).toEqual([
      {
        team: 'c',
        cause: {
          kind: 'taken',
          mentors: [
            { mentor: 'm', teams: ['a'] },
            { mentor: 'n', teams: ['b'] },
          ],
        },
      },
      { team: 'd', cause: { kind: 'no-acceptable', excluded: [{ mentor: 'm', why: 'kin' }, { mentor: 'n' }] } },
      { team: 'e', cause: { kind: 'no-seats' } },
      { team: 'f', cause: { kind: 'taken', mentors: [{ mentor: 'z', teams: [] }] } },
    ]);
    expect(match.unserved.map(({ cause }) => causeInWords(cause))).toEqual([
      'no capacity left: m is taken by a; n is taken by b',
      'no acceptable mentor: excluded from m (kin), n, no score with any other',
      'takes no mentor: seats is 0',
      'no capacity left: z has capacity 0',
    ]);
  });

  test('nobody and nothing: an empty answer', () => {
    expect(matchMentors({ teams: [], mentors: [], scores: [] })).toEqual({
      status: 'optimal',
      served: 0,
      total: 0,
      pairs: [],
      unserved: [],
    });
  });

  test('everyone wants one mentor', () => {
    const teams = Array.from({ length: 300 }, (_, at) => ({ id: `t${String(at).padStart(3, '0')}` }));
    const match = matchMentors({
      teams,
      mentors: [{ id: 'm', capacity: 5 }],
      scores: teams.map(({ id }, at) => [id, 'm', at / 1000] as const),
    });
    expect(match.pairs.map(([team]) => team)).toEqual(['t295', 't296', 't297', 't298', 't299']);
    expect(match.total).toBe(1.485);
    expect(match.unserved).toHaveLength(295);
  });
});

describe('300 teams and 60 mentors', () => {
  test.each(Object.entries(largeMatchings))(
    '%s: coverage and total reach the bounds of an outside solver, the same twice',
    async (_, made) => {
      const problem = made();
      const match = matchMentors(problem);
      expectSound(problem, match.pairs);
      expect(matchMentors(structuredClone(problem))).toEqual(match);
      const bounds = await matchingBounds(problem);
      expect(match.served).toBeCloseTo(bounds.served, 6);
      expect(match.total).toBeCloseTo(bounds.total, 6);
    },
    60_000,
  );
});
