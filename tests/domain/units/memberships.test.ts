import { describe, expect, test } from 'vitest';
import { resetPassword } from '#app/domain/people/reset-password.server.ts';
import { signIn } from '#app/domain/people/sign-in.server.ts';
import { claimUnit } from '#app/domain/units/claim-unit.server.ts';
import { confirmMembership } from '#app/domain/units/confirm-membership.server.ts';
import { declineMembership } from '#app/domain/units/decline-membership.server.ts';
import { findMembers } from '#app/domain/units/find-members.server.ts';
import { findOwnMemberships } from '#app/domain/units/find-own-memberships.server.ts';
import { findStaffUnits } from '#app/domain/units/find-staff-units.server.ts';
import { giveSlipPassword } from '#app/domain/units/give-slip-password.server.ts';
import { leaveUnit } from '#app/domain/units/leave-unit.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { beginSession } from '#app/platform/session.server.ts';
import { aPerson, aRole, aUnit, nextWord } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { countQueries } from '#tests/support/database.ts';
import {
  actorOf,
  aMembership,
  aPersonWithPassword,
  aProvince,
  aStaffMember,
  eventsOf,
  knownPassword,
} from '#tests/support/people-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

const states = async (person: { id: string }) =>
  (await findOwnMemberships({ by: await actorOf(person) })).map(({ state, unit }) => `${state} ${unit.name}`);

describe('belonging to a unit', () => {
  test('is claimed, confirmed by its staff, and left', async () => {
    const { commune } = await aProvince();
    const staff = await aStaffMember('MODERATOR', commune);
    const person = await aPerson();
    const by = await actorOf(person);
    await claimUnit({ by, unitId: commune.id });
    expect(await states(person)).toEqual(['claimed Xã Đông']);
    const [claim] = (await findMembers({ by: staff, slug: commune.slug, page: 1 })).claims.rows;
    expect(await confirmMembership({ by: staff, membershipId: claim!.id })).toEqual({ slug: commune.slug });
    expect(await states(person)).toEqual(['confirmed Xã Đông']);
    await leaveUnit({ by, membershipId: claim!.id });
    expect(await states(person)).toEqual(['ended Xã Đông']);
    expect(await eventsOf(person)).toEqual(['membership.claimed', 'membership.confirmed', 'membership.ended']);
  });

  test('a membership goes on until the next is confirmed; the past stays on record', async () => {
    const { commune, sister } = await aProvince();
    const person = await aPerson();
    const by = await actorOf(person);
    await aMembership(commune, person);
    await claimUnit({ by, unitId: sister.id });
    expect(await states(person)).toEqual(['confirmed Xã Đông', 'claimed Xã Tây']);
    const claim = await db.membership.findFirstOrThrow({ where: { personId: person.id, unitId: sister.id } });
    await confirmMembership({ by: await aStaffMember('MODERATOR', sister), membershipId: claim.id });
    expect(await states(person)).toEqual(['confirmed Xã Tây', 'ended Xã Đông']);
  });

  test('a new claim takes the waiting one back', async () => {
    const { commune, sister } = await aProvince();
    const person = await aPerson();
    const by = await actorOf(person);
    await claimUnit({ by, unitId: commune.id });
    await claimUnit({ by, unitId: sister.id });
    expect(await states(person)).toEqual(['claimed Xã Tây', 'ended Xã Đông']);
    const old = await db.membership.findFirstOrThrow({ where: { personId: person.id, unitId: commune.id } });
    expect(
      await refusalOf(confirmMembership({ by: await aStaffMember('MODERATOR', commune), membershipId: old.id })),
    ).toBe('not-now: staff:refusals.claimTakenBack');
  });

  test('five claims at once leave one', async () => {
    const { commune } = await aProvince();
    const by = await actorOf(await aPerson());
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => refusalOf(claimUnit({ by, unitId: commune.id }))));
    expect(answers.toSorted()).toEqual([...Array(4).fill('not-now: units:refusals.claimedAlready'), 'taken']);
  });

  test.each([
    ['a unit nobody knows', async (): Promise<number> => 999_999, 'not-valid: unit units:problems.unknown'],
    [
      'one that has ended',
      async (): Promise<number> => (await aUnit({ endsOn: new Date('2020-01-01') })).id,
      'not-valid: unit units:problems.unknown',
    ],
  ] as const)('is not claimed: %s', async (_, unit, expected) => {
    expect(await refusalOf(claimUnit({ by: await actorOf(await aPerson()), unitId: await unit() }))).toBe(expected);
  });

  test('the reason of a decline reaches the person, who may ask again', async () => {
    const { commune } = await aProvince();
    const person = await aPerson();
    const by = await actorOf(person);
    await claimUnit({ by, unitId: commune.id });
    const { id } = await db.membership.findFirstOrThrow({ where: { personId: person.id } });
    const staff = await aStaffMember('MODERATOR', commune);
    await declineMembership({ by: staff, membershipId: id, reason: 'Chưa thấy tên trong danh sách' });
    expect((await findOwnMemberships({ by }))[0]).toMatchObject({
      state: 'declined',
      reason: 'Chưa thấy tên trong danh sách',
    });
    expect(await refusalOf(confirmMembership({ by: staff, membershipId: id }))).toBe(
      'not-now: staff:refusals.declinedAlready',
    );
    expect(await refusalOf(claimUnit({ by, unitId: commune.id }))).toBe('taken');
  });
});

describe('who decides', () => {
  test('staff of the unit or above it; nobody outside, below or of themselves', async () => {
    const { province, commune, sister, school } = await aProvince();
    const elsewhere = await aProvince();
    const person = await aPerson();
    const { id } = await aMembership(commune, person, 'claimed');
    const business = await aRole({ kind: 'MENTOR', unitId: commune.id });
    const deciders: [string, Awaited<ReturnType<typeof actorOf>>][] = [
      ['themselves', await actorOf(person)],
      ['a member', await actorOf(await aPerson())],
      ['a mentor there', await actorOf({ id: business.personId })],
      ['a sister’s moderator', await aStaffMember('MODERATOR', sister)],
      ['a moderator below', await aStaffMember('MODERATOR', school)],
      ['another province’s administrator', await aStaffMember('ADMINISTRATOR', elsewhere.province)],
    ];
    for (const [, by] of deciders) {
      const refused = 'not-allowed: people:refusals.notYourUnit';
      expect(await refusalOf(confirmMembership({ by, membershipId: id }))).toBe(refused);
      expect(await refusalOf(declineMembership({ by, membershipId: id, reason: 'x' }))).toBe(refused);
    }
    expect(await states(person)).toEqual(['claimed Xã Đông']);
    const above = await aStaffMember('ORGANISER', province);
    expect(await refusalOf(confirmMembership({ by: above, membershipId: id }))).toBe('taken');
  });

  test('not a moderator about themselves', async () => {
    const { commune } = await aProvince();
    const staff = await aStaffMember('MODERATOR', commune);
    const { id } = await aMembership(commune, staff, 'claimed');
    expect(await refusalOf(confirmMembership({ by: staff, membershipId: id }))).toBe(
      'not-allowed: staff:refusals.ownMembership',
    );
  });

  test('two at once: one decision stands', async () => {
    const { commune } = await aProvince();
    const [one, two] = [await aStaffMember('MODERATOR', commune), await aStaffMember('MODERATOR', commune)];
    const { id } = await aMembership(commune, await aPerson(), 'claimed');
    const answers = await Promise.all([
      refusalOf(confirmMembership({ by: one, membershipId: id })),
      refusalOf(declineMembership({ by: two, membershipId: id, reason: 'x' })),
    ]);
    expect(answers.filter((answer) => answer === 'taken').length).toBe(1);
    const kept = await db.membership.findUniqueOrThrow({ where: { id } });
    expect((kept.confirmedAt === null) !== (kept.declinedAt === null)).toBe(true);
  });

  test('a leaver cannot leave for another', async () => {
    const { commune } = await aProvince();
    const { id } = await aMembership(commune, await aPerson());
    for (const membershipId of [id, 'x', '']) {
      expect(await refusalOf(leaveUnit({ by: await actorOf(await aPerson()), membershipId }))).toBe('not-found: ');
    }
  });
});

describe('what staff see', () => {
  test('claims of the whole subtree, the oldest first; members of the unit by given name; nobody of a sister', async () => {
    const { province, commune, sister, school } = await aProvince();
    atTime('2026-11-02T10:00:00+07:00');
    await aMembership(school, await aPerson({ fullName: 'Trần Chờ Hai' }), 'claimed');
    atTime('2026-11-01T10:00:00+07:00');
    await aMembership(commune, await aPerson({ fullName: 'Lê Chờ Một' }), 'claimed');
    await aMembership(commune, await aPerson({ fullName: 'Kẻ Chưa Xác Minh', emailVerifiedAt: null }), 'claimed');
    await aMembership(sister, await aPerson({ fullName: 'Người Xã Tây' }), 'claimed');
    for (const fullName of ['Nguyễn Văn Ơn', 'Đỗ Thị Oanh', 'Lý Ốc', 'Bùi Đào', 'Cao Dung', 'Hà Ẩn']) {
      await aMembership(commune, await aPerson({ fullName }));
    }
    await aMembership(sister, await aPerson({ fullName: 'Thành Viên Xã Tây' }));
    const staff = await aStaffMember('MODERATOR', commune);
    const seen = await findMembers({ by: staff, slug: commune.slug, page: 1 });
    expect(seen.claims).toMatchObject({
      total: 2,
      rows: [
        { person: { fullName: 'Lê Chờ Một' }, unit: { name: 'Xã Đông' }, mayDecide: true },
        { person: { fullName: 'Trần Chờ Hai' }, unit: { name: 'Trường THPT Đông' }, mayDecide: true },
      ],
    });
    expect(seen.members.rows.map((row) => row.person.fullName)).toEqual([
      'Hà Ẩn',
      'Cao Dung',
      'Bùi Đào',
      'Đỗ Thị Oanh',
      'Lý Ốc',
      'Nguyễn Văn Ơn',
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/Xã Tây|Chưa Xác Minh/);
    expect(await findStaffUnits({ by: staff })).toEqual([
      {
        id: commune.id,
        slug: commune.slug,
        name: 'Xã Đông',
        kind: 'COMMUNE',
        roles: [{ kind: 'MODERATOR', until: null }],
        claims: 2,
        oldestClaim: new Date('2026-11-01T10:00:00+07:00'),
      },
    ]);
    expect(await refusalOf(findMembers({ by: staff, slug: sister.slug, page: 1 }))).toBe(
      'not-allowed: people:refusals.notYourUnit',
    );
    expect(await refusalOf(findMembers({ by: staff, slug: province.slug, page: 1 }))).toBe(
      'not-allowed: people:refusals.notYourUnit',
    );
    expect(await refusalOf(findMembers({ by: staff, slug: 'khong-co', page: 1 }))).toBe('not-found: ');
  });

  test('as many queries for thirty as for one; fifty to a page, the total honest on every page', async () => {
    const { commune } = await aProvince();
    const staff = await aStaffMember('MODERATOR', commune);
    const add = async (count: number) => {
      for (let made = 0; made < count; made += 1) await aMembership(commune, await aPerson());
    };
    await add(1);
    const one = await countQueries(() => findMembers({ by: staff, slug: commune.slug, page: 1 }));
    await add(29);
    const thirty = await countQueries(() => findMembers({ by: staff, slug: commune.slug, page: 1 }));
    expect(thirty.queries).toBe(one.queries);
    await add(31);
    for (const [page, rows] of [
      [1, 50],
      [2, 11],
      [3, 0],
    ] as const) {
      const { members } = await findMembers({ by: staff, slug: commune.slug, page });
      expect([members.rows.length, members.total]).toEqual([rows, 61]);
    }
  });
});

describe('a password on a slip', () => {
  async function aPupil(unit: { id: number }) {
    const userName = nextWord('em').replaceAll('-', '.');
    const pupil = await aPersonWithPassword({
      email: null,
      emailVerifiedAt: null,
      userName,
      fullName: 'Trương Gia Huy',
    });
    return { pupil, userName, membership: await aMembership(unit, pupil) };
  }

  test('opens once the page for a new password, and nothing else', async () => {
    atTime('2026-11-22T10:00:00+07:00');
    const { school } = await aProvince();
    const staff = await aStaffMember('MODERATOR', school);
    const { pupil, userName, membership } = await aPupil(school);
    await beginSession({ request: new Request('http://127.0.0.1:3000'), personId: pupil.id });
    const slip = await giveSlipPassword({ by: staff, membershipId: membership.id });
    expect(slip).toEqual({
      fullName: 'Trương Gia Huy',
      userName,
      password: expect.stringMatching(/^[a-z3-9]{4}(-[a-z3-9]{4}){3}$/),
      until: new Date('2026-11-29T03:00:00Z'),
    });
    expect(await db.session.count({ where: { personId: pupil.id } })).toBe(0);
    expect(await refusalOf(signIn({ login: userName, password: knownPassword, address: 'a' }))).toBe(
      'not-valid: password people:problems.signIn',
    );
    const { slipToken } = await signIn({ login: userName, password: slip.password, address: 'a' });
    await resetPassword({ token: slipToken!, password: 'mật khẩu của riêng em' });
    expect(await signIn({ login: userName, password: 'mật khẩu của riêng em', address: 'a' })).toEqual({
      id: pupil.id,
      slipToken: null,
    });
    expect(await refusalOf(signIn({ login: userName, password: slip.password, address: 'a' }))).toBe(
      'not-valid: password people:problems.signIn',
    );
    const events = await db.event.findMany({ where: { personId: pupil.id } });
    expect(JSON.stringify(events.map(({ payload }) => payload))).not.toContain(slip.password);
  });

  test('opens nothing after seven days', async () => {
    atTime('2026-11-22T10:00:00+07:00');
    const { school } = await aProvince();
    const { userName, membership } = await aPupil(school);
    const slip = await giveSlipPassword({ by: await aStaffMember('MODERATOR', school), membershipId: membership.id });
    atTime('2026-11-29T10:00:00+07:00');
    expect(await refusalOf(signIn({ login: userName, password: slip.password, address: 'a' }))).toBe(
      'not-valid: password people:problems.signIn',
    );
  });

  test('is no way into another’s powers or mail', async () => {
    const { school, sister } = await aProvince();
    const staff = await aStaffMember('MODERATOR', school);
    const { pupil, membership } = await aPupil(school);
    const withMail = await aMembership(school, await aPersonWithPassword());
    const left = await aPupil(school);
    await db.membership.update({ where: { id: left.membership.id }, data: { endedAt: new Date() } });
    const stranger = await aStaffMember('MODERATOR', sister);
    const give = (by: typeof staff, membershipId: string) => refusalOf(giveSlipPassword({ by, membershipId }));
    expect(await give(stranger, membership.id)).toBe('not-allowed: people:refusals.notYourUnit');
    expect(await give(staff, withMail.id)).toBe('not-allowed: staff:refusals.slipHasMail');
    expect(await give(staff, left.membership.id)).toBe('not-now: staff:refusals.notMember');
    expect(await give(staff, 'x')).toBe('not-found: ');
    await aRole({ kind: 'JUDGE', personId: pupil.id });
    expect(await give(staff, membership.id)).toBe('not-allowed: staff:refusals.slipHoldsRole');
  });
});
