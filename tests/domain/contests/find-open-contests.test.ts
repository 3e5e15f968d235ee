import { expect, it } from 'vitest';
import { findContestAddresses } from '#app/domain/contests/find-contest-addresses.server.ts';
import { findOpenContests } from '#app/domain/contests/find-open-contests.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aUnit } from '#tests/support/builders.ts';

const at = new Date('2026-11-22T10:00:00Z');
const hours = (count: number) => new Date(at.getTime() + count * 3_600_000);

it('finds the contests one can enter now, the soonest to close first', async () => {
  const host = await aUnit({ name: 'Thử' });
  const make = (slug: string, state: 'DRAFT' | 'OPEN' | 'CLOSED' | 'CANCELLED', opens: number, closes: number) =>
    db.contest.create({
      data: {
        slug,
        name: slug,
        summary: 's',
        hostId: host.id,
        state,
        opensAt: hours(opens),
        closesAt: hours(closes),
        createdAt: at,
        openedAt: state === 'DRAFT' ? null : hours(opens),
      },
    });
  await make('sau', 'OPEN', -10, 50);
  await make('truoc', 'OPEN', -10, 2);
  await make('het-han', 'OPEN', -10, 0);
  await make('chua-mo', 'OPEN', 1, 60);
  await make('nhap', 'DRAFT', -10, 60);
  await make('dong', 'CLOSED', -10, 60);
  await make('huy', 'CANCELLED', -10, 60);

  expect(await findOpenContests({ at, count: 5 })).toEqual([
    { slug: 'truoc', name: 'truoc', summary: 's', host: 'Tỉnh Đoàn Thử', closesAt: hours(2) },
    { slug: 'sau', name: 'sau', summary: 's', host: 'Tỉnh Đoàn Thử', closesAt: hours(50) },
  ]);
  expect((await findOpenContests({ at, count: 1 })).map((contest) => contest.slug)).toEqual(['truoc']);
  expect((await findContestAddresses({ count: 9 })).map((contest) => contest.slug)).toEqual([
    'dong',
    'chua-mo',
    'het-han',
    'truoc',
    'sau',
  ]);
});
