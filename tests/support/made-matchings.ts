import createHighs from 'highs';
import type { MatchingProblem } from '#app/domain/mentoring/matching/matching-problem.ts';
import { chanceOf } from '#prisma/chance.ts';

type Draw = { teams: number; mentors: number; density: number; scores: number[]; seats: number; capacity: number };

/** A matching problem by a generator. */
export function drawMatching(random: () => number, { teams, mentors, density, scores, seats, capacity }: Draw) {
  const some = (most: number) => Math.floor(random() * (most + 1));
  const problem = {
    teams: Array.from({ length: teams }, (_, at) => ({ id: `t${at}`, seats: some(seats) })),
    mentors: Array.from({ length: mentors }, (_, at) => ({ id: `m${at}`, capacity: some(capacity) })),
    scores: [] as [string, string, number][],
    exclusions: [] as [string, string][],
  };
  for (const team of problem.teams) {
    for (const mentor of problem.mentors) {
      if (random() < density) problem.scores.push([team.id, mentor.id, scores[Math.floor(random() * scores.length)]!]);
      if (random() < 0.1) problem.exclusions.push([team.id, mentor.id]);
    }
  }
  return problem;
}

const large = { teams: 300, mentors: 60 };

/** 300 teams and 60 mentors: everyone fits everyone more or less, or few fit few. */
export const largeMatchings = {
  dense: () =>
    drawMatching(chanceOf(300).next, {
      ...large,
      density: 1,
      scores: Array.from({ length: 997 }, (_, at) => at / 1000),
      seats: 3,
      capacity: 9,
    }),
  sparse: () =>
    drawMatching(chanceOf(301).next, {
      ...large,
      density: 0.05,
      scores: [0.1, 0.2, 0.25, 0.5, 0.7, 1 / 3],
      seats: 2,
      capacity: 5,
    }),
};

/** What no matching exceeds, by the linear programmes of an outside solver: teams served, and the total with so many served. */
export async function matchingBounds(problem: MatchingProblem): Promise<{ served: number; total: number }> {
  const highs = await createHighs();
  const barred = new Set((problem.exclusions ?? []).map(([t, m]) => `${t} ${m}`));
  const open = problem.scores.filter(([t, m]) => !barred.has(`${t} ${m}`));
  const variable = (t: string, m: string) => `x_${t}_${m}`;
  const per = (of: 0 | 1, id: string) => open.filter((pair) => pair[of] === id).map(([t, m]) => variable(t, m));
  const rows: string[] = [];
  for (const { id, seats = 1 } of problem.teams) {
    const row = per(0, id);
    if (row.length === 0) rows.push(`y_${id} <= 0`);
    else rows.push(`y_${id} - ${row.join(' - ')} <= 0`, `${row.join(' + ')} <= ${seats}`);
  }
  for (const { id, capacity } of problem.mentors) {
    const row = per(1, id);
    if (row.length > 0) rows.push(`${row.join(' + ')} <= ${capacity}`);
  }
  const everyone = problem.teams.map(({ id }) => `y_${id}`).join(' + ');
  const bounds = [
    ...problem.teams.map(({ id }) => `0 <= y_${id} <= 1`),
    ...open.map(([t, m]) => `0 <= ${variable(t, m)} <= 1`),
  ];
  const solve = (objective: string, more: string[]) =>
    highs.solve(
      `Maximize\n obj: ${objective}\nSubject To\n ${[...rows, ...more].join('\n ')}\nBounds\n ${bounds.join('\n ')}\nEnd\n`,
    ).ObjectiveValue;
  const served = solve(everyone, []);
  const worth = open.map(([t, m, score]) => `${score} ${variable(t, m)}`).join(' + ');
  return { served, total: solve(worth, [`${everyone} >= ${Math.round(served)}`]) };
}
