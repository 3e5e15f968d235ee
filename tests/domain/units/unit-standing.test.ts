import { expect, test } from 'vitest';
import { findUnitStanding } from '#app/domain/units/find-unit-standing.server.ts';
import { setTarget } from '#app/domain/units/set-target.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aUnit, nextWord } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { countQueries } from '#tests/support/database.ts';
import { anIdea, aPublishedIdea } from '#tests/support/idea-builders.ts';
import { aProvince, aStaffMember } from '#tests/support/people-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';
import { get, post } from '#tests/support/visits.ts';

const standingOf = async ({ id }: { id: number }) =>
  findUnitStanding(await db.unit.findUniqueOrThrow({ where: { id } }));

test('a unit among its sisters: by published ideas of its whole subtree, the same number the same place', async () => {
  const { province, commune, sister } = await aProvince();
  const third = await aUnit({ parentId: province.id, name: 'Xã Thứ Ba' });
  const gone = await aUnit({ parentId: province.id, name: 'Xã Đã Hết', endsOn: new Date('2020-01-01') });
  const school = await aUnit({ parentId: sister.id, kind: 'SCHOOL', name: 'Trường của Xã' });
  await aPublishedIdea({ unitId: sister.id, stage: 'APPLIED' });
  await aPublishedIdea({ unitId: school.id });
  await aPublishedIdea({ unitId: commune.id });
  await aPublishedIdea({ unitId: third.id });
  await anIdea({ unitId: commune.id });
  await aPublishedIdea({ unitId: gone.id });
  const { queries, result } = await countQueries(() => standingOf(commune));
  expect(queries).toBeLessThanOrEqual(6);
  expect(result.sisters.map(({ slug, rank, ideas, isThis }) => [slug, rank, ideas, isThis])).toEqual([
    [sister.slug, 1, 2, false],
    ...[
      [commune.slug, 2, 1, true],
      [third.slug, 2, 1, false],
    ].sort(() => 0),
  ]);
  expect(await standingOf(sister)).toMatchObject({ ideas: 2, applied: 1 });
  // A unit with nobody beside it stands in no order.
  expect((await standingOf(school)).sisters).toEqual([]);
  expect((await standingOf(province)).sisters).toEqual([]);
});

test('a target is set from above, for the running drive, and read by everybody', async () => {
  atTime('2026-05-04T03:00:00Z');
  const drive = await db.drive.create({
    data: { slug: nextWord('dot'), name: 'Đợt thử', startsOn: new Date('2026-05-01'), endsOn: new Date('2026-06-01') },
  });
  const { province, commune, sister } = await aProvince();
  const [above, own, beside] = [
    await aStaffMember('ORGANISER', province),
    await aStaffMember('ORGANISER', commune),
    await aStaffMember('ORGANISER', sister),
  ];
  const setting = (by: typeof above, ideas: number | null = 40) =>
    refusalOf(setTarget({ by, slug: commune.slug, ideas }));
  expect(await setting(beside)).toBe('not-allowed: people:refusals.notYourUnit');
  expect(await setting(own)).toBe('not-allowed: staff:refusals.targetFromAbove');
  expect(await setting(await aStaffMember('MODERATOR', province))).toBe('not-allowed: staff:refusals.targetFromAbove');
  expect(await setting(above)).toBe('taken');
  const counted = await aPublishedIdea({ unitId: commune.id });
  await db.idea.update({ where: { id: counted.id }, data: { driveId: drive.id } });
  await aPublishedIdea({ unitId: commune.id });
  expect((await standingOf(commune)).target).toEqual({ drive: 'Đợt thử', ideas: 40, brought: 1 });
  const { text } = await get(`/don-vi/${commune.slug}`, { as: null });
  expect(text).toContain('"brought":1');
  const typed = await post(`/quan-tri/don-vi/${commune.slug}/chi-tieu`, { as: above, form: { ideas: 'bốn mươi' } });
  expect([typed.status, typed.text]).toEqual([422, expect.stringContaining('bốn mươi')]);
  expect(
    (await post(`/quan-tri/don-vi/${commune.slug}/chi-tieu`, { as: above, form: { ideas: '1.200' } })).status,
  ).toBe(302);
  expect((await standingOf(commune)).target?.ideas).toBe(1_200);
  expect(await setting(above, null)).toBe('taken');
  expect((await standingOf(commune)).target).toBe(null);
  atTime('2026-07-04T03:00:00Z');
  expect(await setting(above)).toBe('not-now: staff:refusals.noDrive');
});
