import { describe, expect, test } from 'vitest';
import { paths } from '#app/paths.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aRole, aUnit } from '#tests/support/builders.ts';
import { aContest, anEntry, theOfficersOf } from '#tests/support/contest-builders.ts';
import { countQueries } from '#tests/support/database.ts';
import { aPublishedIdea } from '#tests/support/idea-builders.ts';
import { get, post } from '#tests/support/visits.ts';

describe('entering', () => {
  test('on the page the rules that are broken stand under each idea; the form is refused with the same words', async () => {
    const contest = await aContest({
      rules: {
        entrants: {
          from: 'anyone',
          confirmedMembership: false,
          minAge: 16,
          maxAge: 20,
          ageOn: null,
          teamMin: 1,
          teamMax: 1,
          unitShare: null,
          outside: [],
        },
      },
    });
    const person = await aPerson({ birthDate: new Date('1980-01-01'), fullName: 'Người Lớn Tuổi' });
    const idea = await aPublishedIdea({ ownerId: person.id });
    const broken = [{ key: 'contests:breaks.tooOld', values: { name: 'Người Lớn Tuổi', max: 20 } }];
    expect(await get(paths.newEntry(contest), { as: person })).toMatchObject({
      status: 200,
      data: { open: true, candidates: [{ ideaId: idea.id, broken }] },
    });
    const form = { idea: `${idea.id}.1`, division: 'chung' };
    expect(await post(paths.newEntry(contest), { as: person, form })).toMatchObject({
      status: 422,
      data: { refusal: { fields: { idea: broken } }, typed: form },
    });
  });

  test('entered: to the entry with its receipt, which its team alone may open', async () => {
    const contest = await aContest();
    const person = await aPerson();
    const idea = await aPublishedIdea({ ownerId: person.id });
    const made = await post(paths.newEntry(contest), { as: person, form: { idea: `${idea.id}.1`, division: 'chung' } });
    expect([made.status, made.location]).toEqual([302, paths.entry(contest, { number: 1 })]);
    const page = await get(made.location!, { as: person });
    const { receipt } = (page.data as { entry: { receipt: string } }).entry;
    expect((await get(made.location!, { as: await aPerson() })).status).toBe(404);
    expect((await get(paths.paper({ number: receipt }), { as: null })).data).toMatchObject({
      paper: { number: 1, withdrawnAt: null },
    });
    expect((await get(paths.paper({ number: 'YH26-0001-AAAAAAAAAA' }), { as: null })).data).toEqual({
      certificate: null,
      paper: null,
    });
  });

  test.each([
    '',
    'x',
    '\'; drop table "Idea"; --',
    '0190a000-0000-7000-8000-000000000000.0',
    '0190a000-0000-7000-8000-000000000000.1',
  ])('a choice of %j is refused beside it', async (idea) => {
    const contest = await aContest();
    const { status, data } = await post(paths.newEntry(contest), {
      as: await aPerson(),
      form: { idea, division: 'chung' },
    });
    expect([status, Object.keys((data as { refusal: { fields: object } }).refusal.fields)]).toEqual([422, ['idea']]);
  });
});

describe('making and running a contest', () => {
  test('an organiser makes a draft, and its rules are kept as typed where they are wrong', async () => {
    const unit = await aUnit();
    const organiser = await aPerson();
    await aRole({ kind: 'ORGANISER', personId: organiser.id, unitId: unit.id });
    const form = {
      name: 'Cuộc thi của đường',
      summary: '',
      hostId: String(unit.id),
      opensAt: '2027-01-01T08:00',
      closesAt: '2027-02-01T17:00',
    };
    expect(
      await post(paths.newContest(), { as: organiser, form: { ...form, closesAt: '2026-12-01T08:00' } }),
    ).toMatchObject({
      status: 422,
      data: {
        refusal: { fields: { closesAt: [{ key: 'organising:problems.closesBeforeOpens' }] } },
        typed: { name: form.name },
      },
    });
    const made = await post(paths.newContest(), { as: organiser, form });
    expect(made.location).toBe(paths.managedContest({ slug: 'cuoc-thi-cua-duong' }));
    const long = { name: 'x'.repeat(100_000), opensAt: 'hôm nay', teamMin: '-1', more: 'y'.repeat(100_000) };
    const refused = await post(paths.contestSettings({ slug: 'cuoc-thi-cua-duong' }), { as: organiser, form: long });
    const { fields } = (refused.data as { refusal: { fields: Record<string, { key: string }[]> } }).refusal;
    expect(refused.status).toBe(422);
    expect(Object.fromEntries(Object.entries(fields).map(([name, [reason]]) => [name, reason!.key]))).toMatchObject({
      name: 'controls:problems.tooLong',
      opensAt: 'contests:problems.time',
      closesAt: 'controls:problems.required',
      teamMin: 'controls:problems.tooSmall',
      more: 'controls:problems.tooLong',
      from: 'controls:problems.choice',
    });
  });

  test('officers of one contest are nobody in another', async () => {
    const [mine, other] = [await aContest(), await aContest()];
    const { secretary } = await theOfficersOf(mine);
    await theOfficersOf(other);
    const status = async (contest: { slug: string }) => [
      (await get(paths.managedContest(contest), { as: secretary })).status,
      (await get(paths.panel(contest), { as: secretary })).status,
      (await get(paths.managedEntries(contest), { as: secretary })).status,
      (await get(paths.managedRound(contest, { number: 1 }), { as: secretary })).status,
      (await post(paths.contestClosing(contest), { as: secretary })).status,
      (await post(paths.roundOpening(contest, { number: 1 }), { as: secretary })).status,
      (await post(paths.roundPublication(contest, { number: 1 }), { as: secretary })).status,
    ];
    expect(await status(mine)).toEqual([200, 200, 200, 200, 409, 409, 403]);
    expect(await status(other)).toEqual([403, 403, 403, 403, 403, 403, 403]);
    expect((await get(paths.managedContest({ slug: 'khong-co' }), { as: secretary })).status).toBe(404);
    expect((await get(paths.managedRound(mine, { number: 9 }), { as: secretary })).status).toBe(404);
    expect((await get(paths.managedRound(mine, { number: 'x' }), { as: secretary })).status).toBe(404);
  });

  test('the frozen rules download as the text that was hashed', async () => {
    const contest = await aContest();
    const rules = await db.contestRules.findFirstOrThrow({ where: { contestId: contest.id } });
    const answer = await get(paths.rulesDocument(contest), { as: null });
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(answer.data)));
    expect(Buffer.from(bytes).toString('hex')).toBe(rules.hash);
    expect((await get(paths.rulesDocument(await aContest({ state: 'DRAFT' })), { as: null })).status).toBe(404);
  });
});

test('lists with 1 and with 30 rows: the same number of queries', { timeout: 120_000 }, async () => {
  const contest = await aContest();
  const { secretary } = await theOfficersOf(contest);
  const measure = async () => {
    const counts = [];
    for (const address of [
      paths.contests(),
      paths.managedEntries(contest),
      paths.managedRound(contest, { number: 1 }),
    ]) {
      counts.push((await countQueries(() => get(address, { as: secretary }))).queries);
    }
    return counts;
  };
  await measure();
  await anEntry(contest);
  const one = await measure();
  for (let index = 0; index < 29; index += 1) {
    await anEntry(contest);
    if (index < 12) await aContest();
  }
  expect(await measure()).toEqual(one);
});
