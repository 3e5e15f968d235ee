import { expect, test } from 'vitest';
import { paths } from '#app/paths.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aRole, aUnit } from '#tests/support/builders.ts';
import { aField, anIdea, submitted } from '#tests/support/idea-builders.ts';
import { get, post } from '#tests/support/visits.ts';

async function aDesk() {
  const province = await aUnit();
  const moderator = { id: (await aRole({ kind: 'MODERATOR', unitId: province.id })).personId };
  return { province, moderator };
}

async function waiting(unitId: number, at: string, fieldId?: string) {
  return (await submitted(await anIdea({ unitId, ...(fieldId ? { fieldId } : {}) }), new Date(at))).submission;
}

test('who may open the desk', async () => {
  const { province, moderator } = await aDesk();
  const organiser = { id: (await aRole({ kind: 'ORGANISER', unitId: province.id })).personId };
  const elsewhere = (await aDesk()).moderator;
  const stranger = await aPerson();
  const one = await waiting(province.id, '2026-05-01');
  const statuses = (path: string) =>
    Promise.all([null, stranger, organiser, elsewhere, moderator].map(async (as) => (await get(path, { as })).status));
  expect(await statuses(paths.moderation())).toEqual([302, 403, 403, 200, 200]);
  expect(await statuses(paths.submissionReview(one))).toEqual([302, 403, 404, 404, 200]);
  const form = { verdict: 'PUBLISHED:FITS' };
  for (const as of [organiser, elsewhere]) expect((await post(paths.decision(one), { as, form })).status).toBe(404);
  expect((await post(paths.decision(one), { as: null, form })).status).toBe(401);
  expect(await db.decision.count()).toBe(0);
});

test('a decision leads to the next one that waits, within the filter, then back to the list', async () => {
  const { province, moderator } = await aDesk();
  await aField('giao-duc');
  const first = await waiting(province.id, '2026-05-01', 'giao-duc');
  await waiting(province.id, '2026-05-02');
  const third = await waiting(province.id, '2026-05-03', 'giao-duc');
  const filter = '?linh-vuc=giao-duc';
  const list = await get(`${paths.moderation()}${filter}`, { as: moderator });
  expect(list.data).toMatchObject({ queue: { total: 2, rows: [{ id: first.id }, { id: third.id }] } });
  const next = await post(`${paths.decision(first)}${filter}`, {
    as: moderator,
    form: { verdict: 'RETURNED:UNCLEAR', note: 'Rõ hơn nhé' },
  });
  expect(next.location).toBe(`${paths.submissionReview(third)}${filter}`);
  const last = await post(`${paths.decision(third)}${filter}`, { as: moderator, form: { verdict: 'PUBLISHED:FITS' } });
  expect(last.location).toBe(`${paths.moderation()}${filter}`);
});

test('no verdict, a wrong one, none of a note that is needed: said beside the field, the note is kept', async () => {
  const { province, moderator } = await aDesk();
  const one = await waiting(province.id, '2026-05-01');
  const tried = (form: Record<string, string>) => post(paths.decision(one), { as: moderator, form });
  for (const verdict of ['', 'PUBLISHED', 'PUBLISHED:OFFENSIVE', 'MAYBE:FITS']) {
    expect(await tried({ verdict, note: 'Giữ lại chữ này' })).toMatchObject({
      status: 422,
      data: {
        refusal: { fields: { verdict: [{ key: 'moderation:problems.verdict' }] } },
        typed: { note: 'Giữ lại chữ này' },
      },
    });
  }
  expect(await tried({ verdict: 'DECLINED:OTHER', note: '  ' })).toMatchObject({
    status: 422,
    data: { refusal: { fields: { note: [{ key: 'moderation:problems.note' }] } } },
  });
});

test('a second decision is refused with who was faster; the page says what was decided', async () => {
  const { province, moderator } = await aDesk();
  const second = { id: (await aRole({ kind: 'MODERATOR', unitId: province.id })).personId };
  const one = await waiting(province.id, '2026-05-01');
  await post(paths.decision(one), { as: moderator, form: { verdict: 'PUBLISHED:FITS' } });
  const name = (await db.person.findUniqueOrThrow({ where: { id: moderator.id } })).fullName;
  expect(await post(paths.decision(one), { as: second, form: { verdict: 'DECLINED:ADVERTISING' } })).toMatchObject({
    status: 409,
    data: { refusal: { because: { key: 'moderation:refusals.decidedAlready', values: { who: name } } } },
  });
  expect((await get(paths.submissionReview(one), { as: second })).data).toMatchObject({
    review: { standing: 'decided', decision: { kind: 'PUBLISHED', by: name } },
  });
});

test.each(['?trang=0', '?trang=-1', '?trang=1e9', '?trang=abc', '?tinh=khong&loai=gi&linh-vuc=%00'])(
  'an address that makes no sense shows the list: %s',
  async (query) => {
    const { moderator } = await aDesk();
    expect((await get(`${paths.moderation()}${query}`, { as: moderator })).status).toBe(200);
  },
);
