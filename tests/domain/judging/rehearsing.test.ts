import { describe, expect, test } from 'vitest';
import { cloneContest } from '#app/domain/contests/clone-contest.server.ts';
import { firstRules } from '#app/domain/contests/contest-rules.ts';
import { beginRehearsal } from '#app/domain/judging/rehearsal/begin-rehearsal.server.ts';
import { composeRehearsal } from '#app/domain/judging/rehearsal/compose-rehearsal.server.ts';
import { findRehearsal } from '#app/domain/judging/rehearsal/find-rehearsal.server.ts';
import { playRehearsal } from '#app/domain/judging/rehearsal/play.ts';
import { rehearsalForm } from '#app/domain/judging/rehearsal/rehearsal-form.ts';
import { playRehearsals } from '#app/jobs/play-rehearsals.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aContest, aJudge, anEntry, theOfficersOf } from '#tests/support/contest-builders.ts';
import { actorOf } from '#tests/support/idea-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

const options = { seed: 3, source: 'synthetic' as const, entries: { chung: 6 }, judges: 4, load: 9 };

/** Everything a rehearsal must leave as it is. */
async function written() {
  return Promise.all([
    db.entry.count(),
    db.scoresheet.count(),
    db.mark.count(),
    db.assignmentPlan.count(),
    db.ranking.count(),
    db.outcome.count(),
    db.person.count(),
    db.contestRecord.count(),
  ]);
}

async function aDraft() {
  const contest = await aContest({
    state: 'DRAFT',
    rules: {
      pass: [{ round: 1, top: 5, minMean: null, noZero: false }],
      awards: [{ name: 'Nhất', from: null, places: 1 }],
    },
    rounds: [{ method: 'ADJUSTED', reviewsPerEntry: 3 }, {}],
  });
  const officers = await theOfficersOf(contest);
  return { ...officers, contest, slug: contest.slug };
}

describe('a rehearsal', () => {
  test('is played in a thread of its own beside other work, tells how far it is, and writes nothing but its report', async () => {
    await db.rehearsal.deleteMany();
    const { contest, slug, secretary } = await aDraft();
    const by = await actorOf(secretary);
    const before = await written();
    await beginRehearsal({ by, slug, options });
    expect(await refusalOf(beginRehearsal({ by, slug, options }))).toBe('not-now: judging:refusals.rehearsing');
    const running = await findRehearsal({ slug, by });
    expect([running.rehearsal?.state, running.rehearsal?.done, running.report]).toEqual(['running', 0, null]);
    expect(await playRehearsals()).toBe(true);
    expect(await playRehearsals()).toBe(false);
    expect(await written()).toEqual(before);

    const done = await findRehearsal({ slug, by });
    const problem = await composeRehearsal(db, { contestId: contest.id, options });
    const { rounds, ...report } = await playRehearsal(problem);
    expect(done.report).toMatchObject(report);
    expect(done.report?.rounds.map(({ entries, loads }) => [entries.most, loads.length])).toEqual([
      [6, 4],
      [rounds[1]!.entries.most, 4],
    ]);
    expect([done.rehearsal?.state, done.rehearsal?.done, done.rehearsal?.stale]).toEqual([
      'done',
      problem.plays,
      false,
    ]);
    await aJudge(contest, { maxLoad: 40 });
    expect((await findRehearsal({ slug, by })).rehearsal?.stale).toBe(true);
  });

  test('is the organiser’s and the secretary’s, with entries and criteria, until judges have begun', async () => {
    const { contest, slug, chair, organiser } = await aDraft();
    const by = await actorOf(organiser);
    expect(await refusalOf(beginRehearsal({ by: await actorOf(chair), slug, options }))).toBe(
      'not-allowed: contests:refusals.notPreparing',
    );
    expect(await refusalOf(findRehearsal({ slug, by: await actorOf(chair) }))).toBe(
      'not-allowed: contests:refusals.notPreparing',
    );
    expect(await refusalOf(beginRehearsal({ by, slug, options: { ...options, entries: { khac: 9 } } }))).toBe(
      'not-valid: form judging:rehearsal.problems.entries',
    );
    await db.round.update({ where: { id: contest.round.id }, data: { state: 'OPEN' } });
    expect(await refusalOf(beginRehearsal({ by, slug, options }))).toBe('not-now: judging:refusals.rehearsedBefore');
  });

  test('with last year’s entries: as many in each division, at their published marks, under codes', async () => {
    const source = await aContest({
      state: 'PUBLISHED',
      divisions: ['a', 'b'],
      rounds: [{ state: 'PUBLISHED' }],
      rules: { divisions: [], entries: firstRules.entries },
    });
    const entries = [];
    for (const division of [0, 0, 1]) {
      entries.push(await anEntry(source, { divisionId: source.divisions[division]!.id }));
    }
    const ranking = await db.ranking.create({
      data: {
        roundId: source.round.id,
        method: 'ADJUSTED',
        computedAt: new Date(),
        seed: 1,
        sheets: 6,
        model: 'crossed',
        comparable: true,
        mu: 61,
        varianceEntry: 64,
        varianceJudge: 16,
        varianceResidual: 25,
        judges: [],
      },
    });
    await db.standing.createMany({
      data: entries.slice(0, 2).map(({ id }, at) => ({
        rankingId: ranking.id,
        entryId: id,
        rank: at + 1,
        mean: 70 - at,
        adjusted: at === 0 ? 71 : null,
        median: 70,
        sheets: 2,
        component: 0,
        criteria: [],
        zeroed: false,
      })),
    });
    const { organiser } = await theOfficersOf(source);
    const by = await actorOf(organiser);
    const { id, slug } = await cloneContest({
      by,
      from: source.slug,
      name: 'Năm sau',
      summary: '',
      hostId: source.hostId,
      opensAt: new Date('2027-09-01T08:00:00+07:00'),
      closesAt: new Date('2027-10-01T17:00:00+07:00'),
    });
    const problem = await composeRehearsal(db, { contestId: id, options: { ...options, source: 'last' } });
    expect(problem.model).toEqual({ mean: 61, entry: 8, judge: 4, residual: 5 });
    expect(
      problem.divisions.map(({ slug: of, entries: own }) => [of, own.map(({ id: code, quality }) => [code, quality])]),
    ).toEqual([
      [
        'a',
        [
          ['b00001', 71],
          ['b00002', 69],
        ],
      ],
      ['b', [['b00003', null]]],
    ]);
    const page = await findRehearsal({ slug, by });
    expect([page.lastYear, page.next.source, page.next.entries]).toEqual([
      { name: source.name, entries: 3 },
      'last',
      { a: 2, b: 1 },
    ]);
  });
});

test('the form: entries by division, whole numbers, within bounds', () => {
  expect(rehearsalForm.parse({ seed: '2', 'entries.chung': ' 40 ', 'entries.b': '' })).toEqual({
    seed: 2,
    source: 'synthetic',
    entries: { chung: 40, b: 0 },
    judges: 9,
    load: 40,
  });
  const wrong = (form: object) => rehearsalForm.safeParse(form).error?.issues.map(({ path }) => path.join());
  expect(wrong({ 'entries.chung': 'vài chục' })).toEqual(['entries.chung', 'entries.entries']);
  expect(wrong({ 'entries.chung': '3001' })).toEqual(['entries.chung']);
  expect(wrong({ 'entries.chung': '9', judges: '0' })).toEqual(['judges']);
});
