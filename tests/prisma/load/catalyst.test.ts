import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { findContests } from '#app/domain/contests/find-contests.server.ts';
import { findIdeaMarks } from '#app/domain/judging/find-idea-marks.server.ts';
import { findResults } from '#app/domain/judging/find-results.server.ts';
import { findCountedSheets } from '#app/domain/judging/rank-round.server.ts';
import { roundStandings } from '#app/domain/judging/standings.ts';
import { db } from '#app/platform/db/db.server.ts';
import { type Loaded, loadCatalyst } from '#prisma/load/catalyst.ts';
import { countQueries } from '#tests/support/database.ts';

const folder = '../shared/data';
const there = existsSync(`${folder}/catalyst-f6-f7-ideas.ndjson.gz`);
if (!there)
  console.log(`${folder} is not here: Project Catalyst's funds are not loaded and its known answers not checked.`);

describe.skipIf(!there)('Project Catalyst, funds 6 and 7', () => {
  let loaded: Loaded;
  beforeAll(async () => {
    loaded = await loadCatalyst({ folder });
  }, 600_000);

  test('every idea, assessment and mark is in the database, once', async () => {
    const whole = { ideas: 1647, contests: 44, judges: 566, sheets: 8254, marks: 24_762 };
    expect(loaded).toEqual({ ...whole, alreadyThere: false });
    expect(await loadCatalyst({ folder })).toEqual({ ...whole, alreadyThere: true });
    expect(await db.person.count({ where: { OR: [{ email: { not: null } }, { userName: { not: null } }] } })).toBe(0);
    const judgesOf = async (fund: string) =>
      (
        await db.judge.findMany({
          where: { contest: { slug: { startsWith: fund } } },
          distinct: ['personId'],
          select: { personId: true },
        })
      ).length;
    expect([await judgesOf('f6-'), await judgesOf('f7-')]).toEqual([303, 406]);
    expect(await db.ideaVersion.count()).toBe(1647);
  });

  test('fund 6 ranked as one by the site’s own ranking: the figures of lme4', async () => {
    const rounds = await db.round.findMany({
      where: { contest: { slug: { startsWith: 'f6-' } } },
      select: { id: true, number: true, contestId: true },
    });
    const sheets = [];
    const seats = new Map(
      (await db.judge.findMany({ select: { id: true, personId: true } })).map(({ id, personId }) => [id, personId]),
    );
    for (const round of rounds) {
      const counted = await findCountedSheets(db, { contestId: round.contestId, round, settled: true });
      // A judge has a seat in each contest; ranked as one they are one judge.
      sheets.push(...counted.sheets.map((sheet) => ({ ...sheet, judge: seats.get(sheet.judge)! })));
    }
    expect(sheets.length).toBe(3105);
    const divisionOf = new Map(sheets.map(({ entry }) => [entry, 'one']));
    const { mu, variance, comparable, standings } = roundStandings({ sheets, divisionOf, method: 'ADJUSTED', seed: 1 });
    // Sheets are out of 100: a mark y of 1–5 is 25 (y − 1).
    const onFive = (total: number) => total / 25;
    expect(onFive(mu!) + 1).toBeCloseTo(3.41616, 4);
    expect(onFive(Math.sqrt(variance!.entry))).toBeCloseTo(1.01825, 3);
    expect(onFive(Math.sqrt(variance!.judge))).toBeCloseTo(0.40161, 3);
    expect(onFive(Math.sqrt(variance!.residual))).toBeCloseTo(0.6839, 3);
    expect([comparable, standings.length]).toEqual([false, 711]);
    const sizes = [0, 1].map((component) => standings.filter((one) => one.component === component).length);
    expect(sizes).toEqual([708, 3]);
    const rows = sheets.reduce((sum, { total }) => sum + total, 0) / sheets.length;
    expect(onFive(rows) + 1).toBeCloseTo(3.30564, 5);
  }, 120_000);

  test('every contest shows a ranking of all its assessed ideas, and every idea its marks', async () => {
    const { contests, total } = await findContests({ filter: 'published', page: 1 });
    expect([contests.length, total]).toEqual([20, 44]);
    const contest = await db.contest.findFirstOrThrow({
      where: { slug: { startsWith: 'f6-' } },
      orderBy: { entries: { _count: 'desc' } },
      select: { slug: true, entries: { select: { ideaId: true } } },
    });
    const { queries, result } = await countQueries(() => findResults({ slug: contest.slug }));
    expect(queries).toBeLessThanOrEqual(6);
    const [round] = result!.rounds;
    const shown = round!.divisions.flatMap(({ groups }) => groups.flat());
    expect(shown.length).toBe(contest.entries.length);
    // Nobody agreed to be named.
    expect(shown.every(({ names, unnamed }) => names.length === 0 && unnamed === 1)).toBe(true);
    const [marks] = await findIdeaMarks({ ideaId: contest.entries[0]!.ideaId });
    expect(marks!.criteria.map(({ name, min, max }) => [name, min, max])).toEqual([
      ['Impact', 1, 5],
      ['Feasibility', 1, 5],
      ['Auditability', 1, 5],
    ]);
    expect(marks!.among).toBeGreaterThan(0);
  });
});
