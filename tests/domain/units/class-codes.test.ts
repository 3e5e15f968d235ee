import { describe, expect, test } from 'vitest';
import { signIn } from '#app/domain/people/sign-in.server.ts';
import { findClassCode, findClassCodes } from '#app/domain/units/find-class-codes.server.ts';
import { joinByClassCode } from '#app/domain/units/join-by-class-code.server.ts';
import { makeClassCode } from '#app/domain/units/make-class-code.server.ts';
import { withdrawClassCode } from '#app/domain/units/withdraw-class-code.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aUnit, nextWord } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import {
  aClassCode,
  actorOf,
  aProvince,
  aStaffMember,
  eventsOf,
  knownPassword,
} from '#tests/support/people-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

function joining(code: string, change: object = {}) {
  return {
    form: {
      code,
      fullName: 'Hồ Ngọc Hân',
      birthDate: '2010-05-06',
      userName: nextWord('han').replaceAll('-', '.'),
      password: knownPassword,
      publishName: false,
      ...change,
    },
    language: 'vi' as const,
    address: nextWord('mang'),
  };
}

describe('joining by a class code', () => {
  test('makes a confirmed member without a mail address, signed in from the start', async () => {
    const at = atTime('2026-11-22T10:00:00+07:00');
    const { school } = await aProvince();
    const code = await aClassCode(school);
    const asked = joining(code.code.toLowerCase().replace('-', ' '), { publishName: true });
    const { id } = await joinByClassCode(asked);
    const person = await db.person.findUniqueOrThrow({ where: { id }, include: { memberships: true, consents: true } });
    expect(person).toMatchObject({
      email: null,
      emailVerifiedAt: null,
      userName: asked.form.userName,
      fullName: 'Hồ Ngọc Hân',
      classCodeId: code.id,
      termsAcceptedAt: at,
    });
    expect(person.memberships).toMatchObject([{ unitId: school.id, confirmedAt: at, confirmedById: code.createdById }]);
    expect(person.consents).toMatchObject([{ purpose: 'PUBLISH_NAME', giver: 'SELF', givenAt: at }]);
    expect((await actorOf({ id })).trusted).toBe(true);
    expect(await eventsOf({ id })).toEqual(['person.signed-up', 'membership.confirmed', 'consent.given']);
    expect(await signIn({ login: asked.form.userName, password: knownPassword, address: 'a' })).toEqual({
      id,
      slipToken: null,
    });
  });

  test('the last seat is given once, however many press at the same moment', async () => {
    const { school } = await aProvince();
    const code = await aClassCode(school, { seats: 2 });
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => refusalOf(joinByClassCode(joining(code.code)))));
    expect(answers.filter((answer) => answer === 'taken').length).toBe(2);
    expect([...new Set(answers)].toSorted()).toEqual(['not-valid: code units:problems.code.full', 'taken']);
    expect(await db.person.count({ where: { classCodeId: code.id } })).toBe(2);
  });

  test('a name that is taken is told with one that is free', async () => {
    const { school } = await aProvince();
    const code = await aClassCode(school);
    const first = joining(code.code);
    await joinByClassCode(first);
    const again = await joinByClassCode(joining(code.code, { userName: first.form.userName })).catch((error) => error);
    const [reason] = again.fields.userName;
    expect(reason.key).toBe('people:problems.userNameTaken');
    expect(reason.values.offer.startsWith(first.form.userName.slice(0, 20))).toBe(true);
    expect(await refusalOf(joinByClassCode(joining(code.code, { userName: reason.values.offer })))).toBe('taken');
  });

  test('without an open code nobody learns whether a name is taken', async () => {
    const { school } = await aProvince();
    const code = await aClassCode(school);
    const first = joining(code.code);
    await joinByClassCode(first);
    expect(await refusalOf(joinByClassCode(joining('AAAA-AAAA', { userName: first.form.userName })))).toBe(
      'not-valid: code units:problems.codeUnknown',
    );
  });

  test('names that speak for the site are nobody’s', async () => {
    const { school } = await aProvince();
    const code = await aClassCode(school);
    expect(await refusalOf(joinByClassCode(joining(code.code, { userName: 'quan-tri' })))).toBe(
      'not-valid: userName people:problems.userNameTaken',
    );
  });

  test.each([
    ['expired', { expiresAt: new Date('2026-11-22T03:00:00Z') }],
    ['full', { seats: 0 }],
  ])('not by a code that is %s', async (state, fields) => {
    atTime('2026-11-22T10:00:00+07:00');
    const { school } = await aProvince();
    const code = await aClassCode(school, fields);
    expect(await refusalOf(joinByClassCode(joining(code.code)))).toBe(`not-valid: code units:problems.code.${state}`);
  });

  test('who tries codes is stopped; a class that mistypes is not', async () => {
    const address = nextWord('mang');
    const { school } = await aProvince();
    const code = await aClassCode(school);
    for (let time = 0; time < 60; time += 1) await refusalOf(joinByClassCode({ ...joining('AAAA-AAAA'), address }));
    expect(await refusalOf(joinByClassCode({ ...joining(code.code), address }))).toBe(
      'not-now: people:refusals.tooManyTries',
    );
    expect(await refusalOf(joinByClassCode(joining(code.code)))).toBe('taken');
  });

  test.each([
    ['too young', { birthDate: '2024-01-01' }, 'not-valid: birthDate people:problems.tooYoung'],
    ['their own name for a password', { password: 'hongochan1' }, 'not-valid: password people:problems.passwordOwn'],
  ])('%s', async (_, change, expected) => {
    const { school } = await aProvince();
    const code = await aClassCode(school);
    expect(await refusalOf(joinByClassCode(joining(code.code, change)))).toBe(expected);
  });
});

describe('making and withdrawing codes', () => {
  const form = { label: 'Lớp 11A1', seats: 45, lastDay: '2026-12-05' };

  test('a code works until the end of its last day', async () => {
    const at = atTime('2026-11-22T10:00:00+07:00');
    const { school } = await aProvince();
    const staff = await aStaffMember('MODERATOR', school);
    const made = await makeClassCode({ by: staff, slug: school.slug, form });
    expect(await findClassCodes({ by: staff, slug: school.slug })).toEqual([
      {
        id: made.id,
        code: expect.stringMatching(/^[3-9A-Y]{4}-[3-9A-Y]{4}$/),
        label: 'Lớp 11A1',
        seats: 45,
        taken: 0,
        createdAt: at,
        expiresAt: new Date('2026-12-05T17:00:00Z'),
        state: 'open',
      },
    ]);
    atTime('2026-12-05T23:59:59+07:00');
    await joinByClassCode(joining(made.code));
    expect(await findClassCode({ by: staff, codeId: made.id })).toMatchObject({ taken: 1, state: 'open' });
    atTime('2026-12-06T00:00:00+07:00');
    expect(await findClassCode({ by: staff, codeId: made.id })).toMatchObject({ state: 'expired' });
  });

  test('a withdrawn code admits nobody more; who joined stays', async () => {
    const { school } = await aProvince();
    const staff = await aStaffMember('MODERATOR', school);
    const code = await aClassCode(school);
    const { id } = await joinByClassCode(joining(code.code));
    await withdrawClassCode({ by: staff, codeId: code.id });
    expect(await refusalOf(joinByClassCode(joining(code.code)))).toBe('not-valid: code units:problems.code.withdrawn');
    expect(await refusalOf(withdrawClassCode({ by: staff, codeId: code.id }))).toBe(
      'not-now: staff:refusals.codeWithdrawn',
    );
    expect(await db.membership.count({ where: { personId: id, endedAt: null } })).toBe(1);
  });

  test('only by staff of the unit or above it', async () => {
    const { school, sister, province } = await aProvince();
    const code = await aClassCode(school);
    const stranger = await aStaffMember('ADMINISTRATOR', sister);
    const refused = 'not-allowed: people:refusals.notYourUnit';
    expect(await refusalOf(makeClassCode({ by: stranger, slug: school.slug, form }))).toBe(refused);
    expect(await refusalOf(findClassCodes({ by: stranger, slug: school.slug }))).toBe(refused);
    expect(await refusalOf(findClassCode({ by: stranger, codeId: code.id }))).toBe(refused);
    expect(await refusalOf(withdrawClassCode({ by: stranger, codeId: code.id }))).toBe(refused);
    const above = await aStaffMember('MODERATOR', province);
    expect(await refusalOf(withdrawClassCode({ by: above, codeId: code.id }))).toBe('taken');
    for (const codeId of ['x', '00000000-0000-7000-8000-000000000000']) {
      expect(await refusalOf(findClassCode({ by: above, codeId }))).toBe('not-found: ');
      expect(await refusalOf(withdrawClassCode({ by: above, codeId }))).toBe('not-found: ');
    }
  });

  test.each([
    ['yesterday', { lastDay: '2026-11-21' }, 'not-valid: lastDay people:problems.dayPassed'],
    ['in two years', { lastDay: '2028-11-21' }, 'not-valid: lastDay staff:problems.codeTooLong'],
    ['today', { lastDay: '2026-11-22' }, 'taken'],
  ])('a code until %s', async (_, change, expected) => {
    atTime('2026-11-22T10:00:00+07:00');
    const { school } = await aProvince();
    const by = await aStaffMember('MODERATOR', school);
    expect(await refusalOf(makeClassCode({ by, slug: school.slug, form: { ...form, ...change } }))).toBe(expected);
  });

  test('not for a unit that has ended', async () => {
    const unit = await aUnit({ endsOn: new Date('2020-01-01') });
    const by = await aStaffMember('MODERATOR', unit);
    expect(await refusalOf(makeClassCode({ by, slug: unit.slug, form: { ...form, lastDay: '2099-01-01' } }))).toBe(
      'not-now: units:refusals.ended',
    );
  });
});
