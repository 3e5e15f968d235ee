import { expect, test } from 'vitest';
import { db } from '#app/platform/db/db.server.ts';
import { noteReads, trackReads, untracked } from '#app/platform/db/reads.server.ts';

const tablesOf = async (work: () => Promise<unknown>) => [...(await trackReads(work)).tables].sort();

test('what a call reads is the model and whatever its arguments reach', async () => {
  expect(
    await tablesOf(() =>
      db.idea.findMany({
        relationLoadStrategy: 'join',
        where: {
          members: { some: { person: { consents: { some: { purpose: 'PUBLISH_NAME' } } } } },
          unitId: { in: [1] },
        },
        select: {
          id: true,
          publishedVersion: { select: { title: true } },
          _count: { select: { entries: { where: { withdrawal: { is: null } } } } },
          field: false,
        },
        orderBy: [{ province: { name: 'asc' } }],
      }),
    ),
  ).toEqual(['Consent', 'Entry', 'EntryWithdrawal', 'Idea', 'IdeaMember', 'IdeaVersion', 'Person', 'Unit']);
  expect(await tablesOf(() => db.unit.findMany({ include: { targets: { include: { drive: true } } } }))).toEqual([
    'Drive',
    'Unit',
    'UnitTarget',
  ]);
});

test('what a statement reads are the tables it names', async () => {
  const slugs = ['a'];
  expect(
    await tablesOf(
      () =>
        db.$queryRaw`select 1 from "Idea" i join "Unit" u on u.id = i."unitId" where i.slug = any (${slugs}::text[])`,
    ),
  ).toEqual(['Idea', 'Unit']);
  expect(await tablesOf(() => db.$queryRawUnsafe('select count(*) from "Field"'))).toEqual(['Field']);
  expect(await tablesOf(() => db.$executeRaw`update "Drive" set name = name where false`)).toEqual(['Drive']);
});

test('look-ups of two callers that go out together are told apart', async () => {
  const id = '0190a000-0000-7000-8000-000000000000';
  const [one, other] = await Promise.all([
    tablesOf(() => db.idea.findUnique({ where: { id }, select: { unit: { select: { name: true } } } })),
    tablesOf(() => db.idea.findUnique({ where: { id }, select: { unit: { select: { name: true } } } })),
  ]);
  expect([one, other]).toEqual([
    ['Idea', 'Unit'],
    ['Idea', 'Unit'],
  ]);
});

test('inside a transaction, beside the work, noted, and untracked', async () => {
  const beside = db.business.count();
  expect(
    await tablesOf(async () => {
      await db.$transaction(async (tx) => {
        await tx.field.count();
        await tx.$queryRaw`select 1 from "Round"`;
      });
      noteReads('SearchIndex');
      await untracked(() => db.event.count());
    }),
  ).toEqual(['Field', 'Round', 'SearchIndex']);
  await beside;
});
