import { expect, test } from 'vitest';
import { handOverSeat } from '#app/domain/contests/hand-over-seat.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson } from '#tests/support/builders.ts';
import { aContest, anEntry, theOfficersOf } from '#tests/support/contest-builders.ts';
import { actorOf } from '#tests/support/idea-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

test('a secretary hands the seat on in one act: one role ends, the next begins and names it; chairs by organisers alone', async () => {
  const contest = await aContest();
  const { chair, secretary, organiser } = await theOfficersOf(contest);
  const [next, author] = [await aPerson(), await aPerson()];
  await anEntry(contest, { leadId: author.id });
  const roleOf = async (personId: string) =>
    db.roleGrant.findFirstOrThrow({ where: { personId, contestId: contest.id }, orderBy: { grantedAt: 'desc' } });
  const { id: roleId } = await roleOf(secretary.id);
  const { id: chairRole } = await roleOf(chair.id);
  const hand = async (by: { id: string }, id: string, whom: string) =>
    refusalOf(handOverSeat({ by: await actorOf(by), slug: contest.slug, roleId: id, whom, reason: 'Chuyển công tác' }));
  expect(await hand(await aPerson(), roleId, next.email!)).toMatch(/^not-allowed/);
  expect(await hand(chair, roleId, next.email!)).toMatch(/^not-allowed/);
  expect(await hand(chair, chairRole, next.email!)).toMatch(/^not-allowed/);
  expect(await hand(secretary, roleId, author.email!)).toBe('not-valid: whom organising:problems.takesPart');
  expect(await hand(secretary, roleId, secretary.email!)).toBe('not-valid: whom organising:problems.appointedAlready');
  expect(await hand(secretary, roleId, 'khong-ai@thu.example')).toBe('not-valid: whom organising:problems.nobody');
  expect(await hand(secretary, roleId, next.email!)).toBe('taken');
  expect(await roleOf(secretary.id)).toMatchObject({ endedById: secretary.id, endReason: 'Chuyển công tác' });
  expect(await roleOf(next.id)).toMatchObject({ kind: 'SECRETARY', continuesId: roleId, endedAt: null });
  expect((await actorOf(secretary)).roles).toEqual([]);
  const events = await db.event.findMany({
    where: { contestId: contest.id, kind: { startsWith: 'role.' } },
    orderBy: { id: 'asc' },
  });
  expect(events.map(({ kind, personId }) => [kind, personId])).toEqual([
    ['role.ended', secretary.id],
    ['role.granted', next.id],
  ]);
  // What has gone over cannot go over again.
  expect(await hand(secretary, roleId, chair.email!)).toMatch(/^not-found/);
  expect(await hand(organiser, chairRole, author.email!)).toBe('not-valid: whom organising:problems.takesPart');
  expect(await hand(organiser, chairRole, secretary.email!)).toBe('taken');
});
