import { describe, expect, test } from 'vitest';
import { readEvents } from '#app/domain/history/read-events.server.ts';
import { writeNotices } from '#app/domain/notifications/write-notices.server.ts';
import { endDueRoles } from '#app/domain/people/end-due-roles.server.ts';
import { findProfile } from '#app/domain/people/find-profile.server.ts';
import { findRolesOfUnit } from '#app/domain/people/find-roles.server.ts';
import { carryOverDueMergers } from '#app/domain/units/carry-over-due-mergers.server.ts';
import { correctBirthDate } from '#app/domain/units/correct-birth-date.server.ts';
import { findMember } from '#app/domain/units/find-member.server.ts';
import { findOwnMemberships } from '#app/domain/units/find-own-memberships.server.ts';
import { mergeUnits } from '#app/domain/units/merge-units.server.ts';
import { removeMember } from '#app/domain/units/remove-member.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aRole } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { actorOf, aMembership, aProvince, aStaffMember, eventsOf } from '#tests/support/people-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';
import { eventsSettled } from '#tests/support/settled-events.ts';

/** What the events since `after` tell a person, by kind, in the site and by mail. */
async function toldTo(person: { id: string }) {
  await eventsSettled();
  const events = await readEvents({ after: { txid: -(2n ** 63n), id: 0n }, limit: 10_000 });
  await db.$transaction((tx) => writeNotices(tx, events));
  const notices = await db.notice.findMany({ where: { personId: person.id }, orderBy: { id: 'asc' } });
  const letters = await db.letter.findMany({ where: { personId: person.id }, orderBy: { id: 'asc' } });
  return { notices: notices.map(({ kind }) => kind), letters: letters.map(({ kind }) => kind) };
}

describe('a member', () => {
  test('is removed by the staff of the unit, for a reason they read; it stays on record', async () => {
    atTime('2026-05-04T03:00:00Z');
    const { commune, sister } = await aProvince();
    const staff = await aStaffMember('MODERATOR', commune);
    const person = await aPerson();
    const { id } = await aMembership(commune, person);
    const removal = { membershipId: id, reason: 'Đã chuyển trường' };
    expect(await refusalOf(removeMember({ by: await aStaffMember('ORGANISER', sister), ...removal }))).toBe(
      'not-allowed: people:refusals.notYourUnit',
    );
    expect(await refusalOf(removeMember({ by: await actorOf(person), ...removal }))).toBe(
      'not-allowed: people:refusals.notYourUnit',
    );
    expect(await removeMember({ by: staff, ...removal })).toEqual({ slug: commune.slug });
    expect(await refusalOf(removeMember({ by: staff, ...removal }))).toBe('not-now: staff:refusals.memberGone');
    expect(await findOwnMemberships({ by: await actorOf(person) })).toMatchObject([
      { state: 'ended', reason: 'Đã chuyển trường', since: new Date('2026-05-04T03:00:00Z') },
    ]);
    expect(await findMember({ by: staff, membershipId: id })).toMatchObject({
      endedBy: staff.fullName,
      endReason: 'Đã chuyển trường',
      mayChange: false,
      person: { login: '' },
    });
    expect(await toldTo(person)).toEqual({ notices: ['membership-ended'], letters: ['membership-ended'] });
  });

  test('who only waits is declined, not removed; nobody removes themselves as staff; nonsense leads nowhere', async () => {
    const { commune } = await aProvince();
    const staff = await aStaffMember('MODERATOR', commune);
    const waiting = await aMembership(commune, await aPerson(), 'claimed');
    const own = await aMembership(commune, staff);
    const removing = (membershipId: string) => refusalOf(removeMember({ by: staff, membershipId, reason: 'x' }));
    expect(await removing(waiting.id)).toBe('not-now: staff:refusals.notConfirmed');
    expect(await removing(own.id)).toBe('not-allowed: staff:refusals.ownMembership');
    expect(await removing('khong-phai')).toBe('not-found: ');
    expect(await removing('019a0000-0000-7000-8000-000000000000')).toBe('not-found: ');
  });

  test('has the birth date put right by staff, with what it was, who says so and why', async () => {
    atTime('2026-05-04T03:00:00Z');
    const { commune, sister } = await aProvince();
    const staff = await aStaffMember('MODERATOR', commune);
    const person = await aPerson({ birthDate: new Date('2010-03-02') });
    const { id } = await aMembership(commune, person);
    const correcting = (birthDate: string, by = staff) =>
      correctBirthDate({ by, membershipId: id, form: { birthDate, reason: 'Theo giấy khai sinh' } });
    expect(await refusalOf(correcting('2011-03-02', await aStaffMember('ORGANISER', sister)))).toBe(
      'not-allowed: people:refusals.notYourUnit',
    );
    expect(await refusalOf(correcting('2010-03-02'))).toBe('not-valid: birthDate staff:problems.sameBirthDate');
    expect(await refusalOf(correcting('2024-03-02'))).toBe('not-valid: birthDate people:problems.tooYoung');
    expect(await refusalOf(correcting('2027-03-02'))).toBe('not-valid: birthDate people:problems.bornLater');
    await correcting('2011-03-02');
    expect(await findProfile({ by: await actorOf(person) })).toMatchObject({
      birthDate: '2011-03-02',
      birthDateFixed: true,
      birthDateCorrected: {
        on: new Date('2026-05-04T03:00:00Z'),
        from: '2010-03-02',
        reason: 'Theo giấy khai sinh',
      },
    });
    const page = await findMember({ by: staff, membershipId: id });
    expect(page.corrections.map(({ by, reason }) => [by, reason])).toEqual([[staff.fullName, 'Theo giấy khai sinh']]);
    expect(await eventsOf(person)).toEqual(['person.birth-date-corrected']);
    expect(await toldTo(person)).toEqual({
      notices: ['birth-date-corrected'],
      letters: ['birth-date-corrected'],
    });
    await removeMember({ by: staff, membershipId: id, reason: 'x' });
    expect(await refusalOf(correcting('2010-03-02'))).toBe('not-now: staff:refusals.memberGone');
  });
});

describe('roles', () => {
  test('end by the clock at their very moment, on record, and the holder is told; others go on', async () => {
    const { commune } = await aProvince();
    const staff = await aStaffMember('ORGANISER', commune);
    const [leaves, stays] = [await aPerson(), await aPerson()];
    const until = new Date('2026-06-01T17:00:00Z');
    atTime('2026-05-01T00:00:00Z');
    await aRole({ kind: 'MODERATOR', personId: leaves.id, unitId: commune.id, until });
    await aRole({ kind: 'MODERATOR', personId: stays.id, unitId: commune.id, until: new Date('2026-06-01T17:00:01Z') });
    atTime('2026-06-01T16:59:59Z');
    expect((await actorOf(leaves)).roles.length).toBe(1);
    await endDueRoles();
    expect(await eventsOf(leaves)).toEqual([]);
    atTime('2026-06-01T17:00:00Z');
    // No power from that moment, whether or not the clock has come by.
    expect((await actorOf(leaves)).roles).toEqual([]);
    expect(await endDueRoles()).toBe(1);
    expect(await endDueRoles()).toBe(0);
    const { roles, past } = await findRolesOfUnit({ by: staff, slug: commune.slug });
    expect(roles.map(({ person }) => person.fullName)).toEqual(expect.arrayContaining([stays.fullName]));
    expect(past).toEqual([
      {
        id: expect.any(String),
        kind: 'MODERATOR',
        name: leaves.fullName,
        from: new Date('2026-05-01T00:00:00Z'),
        to: until,
        reason: null,
        endedBy: null,
      },
    ]);
    expect(await toldTo(leaves)).toMatchObject({ notices: ['role-ended'] });
    expect(await toldTo(stays)).toEqual({ notices: [], letters: [] });
  });

  test('go over to the successor when their unit merges: both stay on record, the holder is told before and then', async () => {
    atTime('2026-04-01T03:00:00Z');
    const { province, commune, sister } = await aProvince();
    const by = await aStaffMember('ORGANISER', province);
    const [giver, moderator, both, gone] = [await aPerson(), await aPerson(), await aPerson(), await aPerson()];
    const until = new Date('2026-12-31T17:00:00Z');
    await aRole({ kind: 'MODERATOR', personId: moderator.id, unitId: commune.id, until, grantedById: giver.id });
    await aRole({ kind: 'ORGANISER', personId: both.id, unitId: commune.id });
    await aRole({ kind: 'ORGANISER', personId: both.id, unitId: sister.id });
    await aRole({ kind: 'MODERATOR', personId: gone.id, unitId: commune.id, until: new Date('2026-04-10T17:00:00Z') });
    await mergeUnits({ by, slug: commune.slug, successor: sister.slug, on: '2026-04-30' });
    expect(await toldTo(moderator)).toEqual({ notices: ['unit-merging'], letters: ['unit-merging'] });
    expect((await actorOf(moderator)).roles.map(({ unitId }) => unitId)).toEqual([commune.id]);

    atTime('2026-04-30T00:00:00+07:00');
    await carryOverDueMergers();
    expect((await actorOf(moderator)).roles.map(({ unitId }) => unitId)).toEqual([sister.id]);
    const record = await db.roleGrant.findMany({
      where: { personId: moderator.id },
      orderBy: { grantedAt: 'asc' },
      select: {
        id: true,
        unitId: true,
        until: true,
        endedAt: true,
        endReason: true,
        grantedById: true,
        continuesId: true,
      },
    });
    const day = new Date('2026-04-30T00:00:00+07:00');
    expect(record).toEqual([
      {
        id: expect.any(String),
        unitId: commune.id,
        until,
        endedAt: day,
        endReason: 'MERGED',
        grantedById: giver.id,
        continuesId: null,
      },
      {
        id: expect.any(String),
        unitId: sister.id,
        until,
        endedAt: null,
        endReason: null,
        grantedById: giver.id,
        continuesId: record[0]!.id,
      },
    ]);
    expect(await toldTo(moderator)).toEqual({
      notices: ['unit-merging', 'role-carried-over'],
      letters: ['unit-merging', 'role-carried-over'],
    });
    // Who held the same at the successor holds it once; whose day had come before is left as the clock left it.
    expect((await actorOf(both)).roles.map(({ unitId }) => unitId)).toEqual([sister.id]);
    expect((await actorOf(gone)).roles).toEqual([]);
    expect(await db.roleGrant.count({ where: { personId: gone.id } })).toBe(1);
    expect(await eventsOf(gone)).toEqual([]);
    const { roles } = await findRolesOfUnit({ by, slug: sister.slug });
    expect(roles.find(({ person }) => person.fullName === moderator.fullName)).toMatchObject({
      grantedBy: giver.fullName,
      carriedFrom: commune.name,
      until,
    });
  });
});
