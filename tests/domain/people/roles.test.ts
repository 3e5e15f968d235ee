import { describe, expect, test } from 'vitest';
import { endRole } from '#app/domain/people/end-role.server.ts';
import { findRolesOfUnit } from '#app/domain/people/find-roles.server.ts';
import { grantRole } from '#app/domain/people/grant-role.server.ts';
import { makeFirstAdministrator } from '#app/domain/people/make-first-administrator.server.ts';
import { makeFirstAdministratorLink } from '#app/domain/people/make-first-administrator-link.server.ts';
import { findLink } from '#app/domain/people/one-use-link.server.ts';
import { mayEndRole, mayGrantRole, type UnitRoleKind, unitRoleKinds } from '#app/domain/people/role-access.ts';
import { signIn } from '#app/domain/people/sign-in.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aRole, aUnit, nextWord } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { actorOf, aProvince, aStaffMember, eventsOf, knownPassword } from '#tests/support/people-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

const form = (whom: string, kind: UnitRoleKind = 'MODERATOR', until: string | null = null) => ({ whom, kind, until });

describe('the first administrator', () => {
  test('comes by a link, once, and only while there is none', async () => {
    const centre = await aUnit({ kind: 'CENTRE', name: 'Trung ương Đoàn' });
    const { token: older } = await makeFirstAdministratorLink({ mail: ' Chi.Huy@thu.example ' });
    const { token } = await makeFirstAdministratorLink({ mail: 'chi.huy@thu.example' });
    expect((await findLink({ purpose: 'FIRST_ADMINISTRATOR', token: older })).open).toBe(false);
    const typed = { fullName: 'Đỗ Chỉ Huy', birthDate: '1990-05-06', password: knownPassword };
    expect(await refusalOf(makeFirstAdministrator({ form: { ...typed, token: older } }))).toBe(
      'not-now: people:refusals.linkUsed',
    );
    expect(await refusalOf(makeFirstAdministrator({ form: { ...typed, token, password: 'dochihuy123' } }))).toBe(
      'not-valid: password people:problems.passwordOwn',
    );
    const { id } = await makeFirstAdministrator({ form: { ...typed, token } });
    expect((await actorOf({ id })).roles).toEqual([
      { kind: 'ADMINISTRATOR', unitId: centre.id, unitPath: centre.path, contestId: null, businessId: null },
    ]);
    expect(await signIn({ login: 'chi.huy@thu.example', password: knownPassword, address: 'a' })).toEqual({
      id,
      slipToken: null,
    });
    expect(await refusalOf(makeFirstAdministrator({ form: { ...typed, token } }))).toBe(
      'not-now: people:refusals.linkUsed',
    );
    expect(await refusalOf(makeFirstAdministratorLink({ mail: 'ke.gian@thu.example' }))).toBe(
      'not-now: people:refusals.administratorExists',
    );
  });

  test('cannot be lost: the last one stays, however many leave at once', async () => {
    const centre = await db.unit.findFirstOrThrow({ where: { kind: 'CENTRE' } });
    const [first] = await db.roleGrant.findMany({ where: { kind: 'ADMINISTRATOR', unitId: centre.id } });
    const holder = await actorOf({ id: first!.personId });
    expect(await refusalOf(endRole({ by: holder, roleId: first!.id, reason: 'x' }))).toBe(
      'not-allowed: people:refusals.ownLastAdministrator',
    );
    for (let round = 0; round < 8; round += 1) {
      await aRole({ kind: 'ADMINISTRATOR', unitId: centre.id });
      const [one, two] = await db.roleGrant.findMany({
        where: { kind: 'ADMINISTRATOR', unitId: centre.id, endedAt: null },
      });
      const by = [await actorOf({ id: one!.personId }), await actorOf({ id: two!.personId })];
      const answers = await Promise.all([
        refusalOf(endRole({ by: by[0]!, roleId: two!.id, reason: 'Nghỉ' })),
        refusalOf(endRole({ by: by[1]!, roleId: one!.id, reason: 'Nghỉ' })),
      ]);
      expect(answers.toSorted()).toEqual(['not-now: people:refusals.lastAdministrator', 'taken']);
    }
  });
});

describe('who may grant what where', () => {
  const path = '/1/7/';
  const inside = '/1/7/9/';
  const outside = '/1/8/';
  const actor = (kind: 'MODERATOR' | 'ORGANISER' | 'ADMINISTRATOR') => ({
    id: 'x',
    fullName: 'x',
    language: 'vi' as const,
    trusted: true,
    roles: [{ kind, unitId: 7, unitPath: path, contestId: null, businessId: null }],
  });
  const rows: ['MODERATOR' | 'ORGANISER' | 'ADMINISTRATOR', UnitRoleKind[]][] = [
    ['MODERATOR', ['MODERATOR']],
    ['ORGANISER', ['MENTOR', 'MODERATOR', 'ORGANISER']],
    ['ADMINISTRATOR', ['MENTOR', 'MODERATOR', 'ORGANISER', 'ADMINISTRATOR']],
  ];

  test.each(rows)('%s grants %j', (kind, grants) => {
    for (const place of [path, inside]) {
      expect(unitRoleKinds.filter((one) => mayGrantRole(actor(kind), one, place) === null)).toEqual(grants);
    }
    for (const place of [outside, '/1/', '/1/70/']) {
      expect(unitRoleKinds.filter((one) => mayGrantRole(actor(kind), one, place) === null)).toEqual([]);
    }
  });

  test('the reason tells which rule it was', () => {
    expect(mayGrantRole(actor('MODERATOR'), 'ORGANISER', path)).toEqual({ key: 'people:refusals.moreThanYouHold' });
    expect(mayGrantRole(actor('ORGANISER'), 'ADMINISTRATOR', path)).toEqual({
      key: 'people:refusals.administratorsOnly',
    });
    expect(mayGrantRole(actor('ADMINISTRATOR'), 'MODERATOR', outside)).toEqual({ key: 'people:refusals.notYourUnit' });
  });

  test('ending follows granting; one’s own may be laid down; contests end theirs themselves', () => {
    const role = (kind: UnitRoleKind | 'JUDGE' | 'REPRESENTATIVE', unitPath: string | null, personId = 'y') => ({
      kind,
      personId,
      unitPath,
    });
    expect(mayEndRole(actor('ORGANISER'), role('MODERATOR', inside))).toBeNull();
    expect(mayEndRole(actor('ORGANISER'), role('MODERATOR', outside))).toEqual({ key: 'people:refusals.notYourUnit' });
    expect(mayEndRole(actor('MODERATOR'), role('ORGANISER', path))).toEqual({ key: 'people:refusals.moreThanYouHold' });
    expect(mayEndRole(actor('MODERATOR'), role('MODERATOR', path, 'x'))).toBeNull();
    expect(mayEndRole(actor('ADMINISTRATOR'), role('ADMINISTRATOR', path, 'x'))).toEqual({
      key: 'people:refusals.ownLastAdministrator',
    });
    expect(mayEndRole(actor('ADMINISTRATOR'), role('JUDGE', null))).toEqual({ key: 'people:refusals.endedElsewhere' });
    expect(mayEndRole(actor('ORGANISER'), role('REPRESENTATIVE', null))).toEqual({
      key: 'people:refusals.administratorsOnly',
    });
    expect(mayEndRole(actor('ADMINISTRATOR'), role('REPRESENTATIVE', null))).toEqual({
      key: 'people:refusals.administratorsOnly',
    });
    const ofAll = { ...actor('ADMINISTRATOR').roles[0]!, unitId: 1, unitPath: '/1/' };
    expect(mayEndRole({ ...actor('ADMINISTRATOR'), roles: [ofAll] }, role('REPRESENTATIVE', null))).toBeNull();
  });
});

describe('granting', () => {
  test('a role holds in the unit and below it until the end of its last day', async () => {
    const at = atTime('2026-11-22T10:00:00+07:00');
    const { province, commune } = await aProvince();
    const organiser = await aStaffMember('ORGANISER', province);
    const person = await aPerson({ fullName: 'Lê Thị Hoa' });
    await grantRole({ by: organiser, unit: commune.slug, form: form(person.email!, 'MODERATOR', '2026-12-31') });
    const held = { kind: 'MODERATOR', unitId: commune.id, unitPath: commune.path, contestId: null, businessId: null };
    expect((await actorOf(person)).roles).toEqual([held]);
    expect(await eventsOf(person)).toEqual(['role.granted']);
    const page = await findRolesOfUnit({ by: organiser, slug: commune.slug });
    expect(page).toEqual({
      unit: { id: commune.id, slug: commune.slug, name: 'Xã Đông' },
      roles: [
        {
          id: expect.any(String),
          kind: 'MODERATOR',
          person: { fullName: 'Lê Thị Hoa' },
          grantedAt: at,
          grantedBy: organiser.fullName,
          until: new Date('2026-12-31T17:00:00Z'),
          mayEnd: true,
          carriedFrom: null,
        },
      ],
      past: [],
      grantable: ['MENTOR', 'MODERATOR', 'ORGANISER'],
    });
    atTime('2026-12-31T23:59:59+07:00');
    expect((await actorOf(person)).roles).toEqual([held]);
    atTime('2027-01-01T00:00:00+07:00');
    expect((await actorOf(person)).roles).toEqual([]);
    expect((await findRolesOfUnit({ by: organiser, slug: commune.slug })).past).toMatchObject([{ name: 'Lê Thị Hoa' }]);
  });

  test('to somebody by user name', async () => {
    const { province } = await aProvince();
    const userName = nextWord('gia').replaceAll('-', '.');
    const person = await aPerson({ email: null, emailVerifiedAt: null, userName });
    await grantRole({
      by: await aStaffMember('ORGANISER', province),
      unit: province.slug,
      form: form(userName, 'MENTOR'),
    });
    expect((await actorOf(person)).roles).toMatchObject([{ kind: 'MENTOR', unitId: province.id }]);
  });

  test('is refused, and nothing changes', async () => {
    atTime('2026-11-22T10:00:00+07:00');
    const { province, commune, sister } = await aProvince();
    const elsewhere = await aProvince();
    const organiser = await aStaffMember('ORGANISER', commune);
    const person = await aPerson();
    const young = await aPerson({ birthDate: new Date('2008-11-23') });
    const unverified = await aPerson({ emailVerifiedAt: null });
    const closed = await aPerson({ closedAt: new Date() });
    const ended = await aUnit({ parentId: commune.id, endsOn: new Date('2026-11-22') });
    await grantRole({ by: organiser, unit: commune.slug, form: form(person.email!) });
    const before = await db.roleGrant.count();
    const tries: [string, Parameters<typeof grantRole>[0], string][] = [
      [
        'a sister',
        { by: organiser, unit: sister.slug, form: form(person.email!) },
        'not-allowed: people:refusals.notYourUnit',
      ],
      [
        'above',
        { by: organiser, unit: province.slug, form: form(person.email!) },
        'not-allowed: people:refusals.notYourUnit',
      ],
      [
        'another province',
        { by: organiser, unit: elsewhere.commune.slug, form: form(person.email!) },
        'not-allowed: people:refusals.notYourUnit',
      ],
      [
        'an administrator',
        { by: organiser, unit: commune.slug, form: form(person.email!, 'ADMINISTRATOR') },
        'not-allowed: people:refusals.administratorsOnly',
      ],
      ['no unit', { by: organiser, unit: 'khong-co', form: form(person.email!) }, 'not-found: '],
      [
        'twice',
        { by: organiser, unit: commune.slug, form: form(person.email!) },
        'not-now: people:refusals.holdsAlready',
      ],
      [
        'an ended unit',
        { by: organiser, unit: ended.slug, form: form(person.email!) },
        'not-now: units:refusals.ended',
      ],
      [
        'nobody',
        { by: organiser, unit: commune.slug, form: form('khong-co@thu.example') },
        'not-valid: whom people:problems.nobody',
      ],
      [
        'an address not verified',
        { by: organiser, unit: commune.slug, form: form(unverified.email!) },
        'not-valid: whom people:problems.nobody',
      ],
      [
        'a closed account',
        { by: organiser, unit: commune.slug, form: form(closed.email!) },
        'not-valid: whom people:problems.nobody',
      ],
      [
        'seventeen years old',
        { by: organiser, unit: commune.slug, form: form(young.email!) },
        'not-valid: whom people:problems.tooYoungForRole',
      ],
      [
        'until yesterday',
        { by: organiser, unit: commune.slug, form: form(person.email!, 'ORGANISER', '2026-11-21') },
        'not-valid: until people:problems.dayPassed',
      ],
    ];
    const answers = Object.fromEntries(
      await Promise.all(tries.map(async ([what, asked]) => [what, await refusalOf(grantRole(asked))])),
    );
    expect(answers).toEqual(Object.fromEntries(tries.map(([what, , expected]) => [what, expected])));
    expect(await db.roleGrant.count()).toBe(before);
  });

  test('the same role twice at once is held once', async () => {
    const { province } = await aProvince();
    const organiser = await aStaffMember('ORGANISER', province);
    const person = await aPerson();
    const answers = await Promise.all(
      [1, 2, 3].map(() => refusalOf(grantRole({ by: organiser, unit: province.slug, form: form(person.email!) }))),
    );
    expect(answers.filter((answer) => answer === 'taken').length).toBe(1);
    expect((await actorOf(person)).roles.length).toBe(1);
  });
});

describe('ending', () => {
  test('takes effect at once and keeps who, when and why', async () => {
    const at = atTime('2026-11-22T10:00:00+07:00');
    const { province, commune } = await aProvince();
    const organiser = await aStaffMember('ORGANISER', province);
    const role = await aRole({ kind: 'MODERATOR', unitId: commune.id });
    expect(await endRole({ by: organiser, roleId: role.id, reason: 'Chuyển công tác' })).toEqual({
      unit: { slug: commune.slug },
      own: false,
    });
    expect((await actorOf({ id: role.personId })).roles).toEqual([]);
    expect(await db.roleGrant.findUnique({ where: { id: role.id } })).toMatchObject({
      endedAt: at,
      endedById: organiser.id,
      endReason: 'Chuyển công tác',
    });
    expect(await refusalOf(endRole({ by: organiser, roleId: role.id, reason: 'x' }))).toBe(
      'not-now: people:refusals.roleEnded',
    );
  });

  test('only within one’s own subtree; a stranger’s role is not told of', async () => {
    const { commune, sister } = await aProvince();
    const organiser = await aStaffMember('ORGANISER', commune);
    const { id } = await aRole({ kind: 'MODERATOR', unitId: sister.id });
    expect(await refusalOf(endRole({ by: organiser, roleId: id, reason: 'x' }))).toBe(
      'not-allowed: people:refusals.notYourUnit',
    );
    for (const roleId of ['khong-co', '00000000-0000-7000-8000-000000000000']) {
      expect(await refusalOf(endRole({ by: organiser, roleId, reason: 'x' }))).toBe('not-found: ');
    }
  });
});

test('who is in charge stands by given name, as every Vietnamese list has it', async () => {
  const { province } = await aProvince();
  const names = [
    'Trần Văn Ân',
    'Lê Thị An',
    'Nguyễn Đức Anh',
    'Phạm Bình',
    'Võ Ánh',
    'Đỗ Đạt',
    'Bùi Dũng',
    'Cao Thị An',
  ];
  for (const fullName of names) {
    await aRole({ kind: 'MODERATOR', unitId: province.id, personId: (await aPerson({ fullName })).id });
  }
  const by = await aStaffMember('ADMINISTRATOR', province);
  const { roles } = await findRolesOfUnit({ by, slug: province.slug });
  expect(roles.filter((role) => role.kind === 'MODERATOR').map((role) => role.person.fullName)).toEqual([
    'Cao Thị An',
    'Lê Thị An',
    'Nguyễn Đức Anh',
    'Võ Ánh',
    'Trần Văn Ân',
    'Phạm Bình',
    'Bùi Dũng',
    'Đỗ Đạt',
  ]);
});
