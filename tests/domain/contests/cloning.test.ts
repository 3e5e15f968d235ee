import { describe, expect, test } from 'vitest';
import { cloneContest } from '#app/domain/contests/clone-contest.server.ts';
import { yearsLater } from '#app/domain/contests/cloning.ts';
import { composeDocument } from '#app/domain/contests/compose-document.server.ts';
import { firstRules } from '#app/domain/contests/contest-rules.ts';
import { findCloneable } from '#app/domain/contests/find-cloneable.server.ts';
import { writeRubric } from '#app/domain/contests/write-rubric.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aRole, aUnit } from '#tests/support/builders.ts';
import { aContest, aJudge, anEntry, hundredPoints, theOfficersOf } from '#tests/support/contest-builders.ts';
import { actorOf } from '#tests/support/idea-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

const dates = { opensAt: new Date('2027-09-01T08:00:00+07:00'), closesAt: new Date('2027-10-04T17:00:00+07:00') };

async function lastYears() {
  const contest = await aContest({
    state: 'PUBLISHED',
    opensAt: new Date('2026-09-01T08:00:00+07:00'),
    closesAt: new Date('2026-10-01T17:00:00+07:00'),
    divisions: ['a', 'b'],
    rounds: [{ method: 'ADJUSTED', reviewsPerEntry: 3 }, { blind: false }],
    rules: {
      entrants: { ...firstRules.entrants, ageOn: '2026-12-31' },
      divisions: [{ division: 'a', levels: ['PRIMARY'], minAge: null, maxAge: 11, places: [2], upwards: 3 }],
      awards: [{ name: 'Nhất', from: 90, places: 1 }],
      pass: [{ round: 1, top: 5, minMean: 50, noZero: true }],
    },
  });
  const b = contest.divisions[1]!;
  await db.$transaction((tx) =>
    writeRubric(tx, { roundId: contest.round.id, divisionId: b.id, criteria: hundredPoints }),
  );
  await anEntry(contest);
  await aJudge(contest);
  return contest;
}

describe('last year’s rules', () => {
  test('are taken over whole, with the calendar moved; panel, entries and results stay behind', async () => {
    const source = await lastYears();
    const { organiser } = await theOfficersOf(source);
    const by = await actorOf(organiser);
    const made = await cloneContest({
      by,
      from: source.slug,
      name: 'Ý tưởng trẻ 2027',
      summary: '',
      hostId: source.hostId,
      ...dates,
    });
    const [old, fresh] = await db.$transaction(async (tx) => [
      await composeDocument(tx, source.id),
      await composeDocument(tx, made.id),
    ]);
    const shift = dates.closesAt.getTime() - source.closesAt.getTime();
    const later = (at: string) => new Date(Date.parse(at) + shift).toISOString();
    expect(fresh).toEqual({
      contest: {
        ...old.contest,
        slug: made.slug,
        name: 'Ý tưởng trẻ 2027',
        opensAt: dates.opensAt.toISOString(),
        closesAt: dates.closesAt.toISOString(),
      },
      rules: { ...old.rules, entrants: { ...old.rules.entrants, ageOn: '2027-12-31' } },
      divisions: old.divisions,
      rounds: old.rounds.map((round) => ({
        ...round,
        opensAt: later(round.opensAt),
        closesAt: later(round.closesAt),
      })),
    });
    const contest = await db.contest.findUniqueOrThrow({
      where: { id: made.id },
      select: { state: true, clonedFromId: true, _count: { select: { entries: true, judges: true, roles: true } } },
    });
    expect(contest).toEqual({
      state: 'DRAFT',
      clonedFromId: source.id,
      _count: { entries: 0, judges: 0, roles: 0 },
    });
  });

  test('of a public contest are anybody’s who organises somewhere; a draft is only theirs who run it', async () => {
    const source = await lastYears();
    const elsewhere = await aUnit();
    const organiser = await aPerson();
    await aRole({ kind: 'ORGANISER', personId: organiser.id, unitId: elsewhere.id });
    const by = await actorOf(organiser);
    const clone = (from: string, hostId: number) =>
      cloneContest({ by, from, name: 'Một cuộc thi khác', summary: '', hostId, ...dates });
    expect((await clone(source.slug, elsewhere.id)).slug).toMatch(/^mot-cuoc-thi-khac/);
    expect(await refusalOf(clone(source.slug, source.hostId))).toBe('not-allowed: contests:refusals.notOrganiserHere');
    const draft = await aContest({ state: 'DRAFT' });
    expect(await refusalOf(clone(draft.slug, elsewhere.id))).toBe('not-found: ');
    expect(await findCloneable({ slug: draft.slug, by })).toBe(null);
  });

  test('begin a year later, under the next year’s name', async () => {
    const source = await lastYears();
    await db.contest.update({ where: { id: source.id }, data: { name: 'Sáng tạo trẻ 2026, lần thứ 10' } });
    const { organiser } = await theOfficersOf(source);
    const found = await findCloneable({ slug: source.slug, by: await actorOf(organiser) });
    expect([found?.name, found?.closesAt.toISOString()]).toEqual([
      'Sáng tạo trẻ 2027, lần thứ 10',
      '2027-10-01T10:00:00.000Z',
    ]);
    expect(yearsLater('2028-02-29', 1)).toBe('2029-02-28');
  });
});
