import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { classCodeJoiningForm, profileForm, signInForm, signUpForm } from '#app/domain/people/account-form.ts';
import { guardianRequestForm } from '#app/domain/people/consent-form.ts';
import { ageOn, dayOf, endOfDay, readDay } from '#app/domain/people/day.ts';
import { roleForm } from '#app/domain/people/role-form.ts';
import { NotValid } from '#app/domain/refusal.ts';
import { readTaxCode } from '#app/domain/sponsorship/business.ts';
import { makeClassCode, readClassCode } from '#app/domain/units/class-code.ts';
import { parseTyped } from '#app/routes/typed.ts';

const good = {
  fullName: 'Nguyễn Thị Ánh',
  birthDate: '2008-11-22',
  email: 'anh@thu.example',
  password: 'con mèo ăn bánh tráng',
  unit: '',
  unitText: '',
  terms: 'yes',
};

/** The reason beside each field, as the page shows it. */
function problems(typed: Record<string, string | string[]>, form: Parameters<typeof parseTyped>[0] = signUpForm) {
  try {
    parseTyped(form, typed);
    return {};
  } catch (refusal) {
    if (!(refusal instanceof NotValid)) throw refusal;
    return Object.fromEntries(Object.entries(refusal.fields).map(([name, [reason]]) => [name, reason!.key]));
  }
}

describe('signing up', () => {
  test('what is typed is made clean', () => {
    expect(
      parseTyped(signUpForm, {
        ...good,
        fullName: '  Nguyễn   Thị Ánh ',
        email: ' Anh@Thu.Example ',
        publishName: 'yes',
      }),
    ).toEqual({
      fullName: 'Nguyễn Thị Ánh',
      birthDate: '2008-11-22',
      email: 'anh@thu.example',
      password: 'con mèo ăn bánh tráng',
      unit: null,
      unitText: '',
      publishName: true,
      terms: 'yes',
    });
  });

  test('nothing typed: a reason beside each field, and no consent', () => {
    const required = 'controls:problems.required';
    const empty = { fullName: '', birthDate: '', email: '', password: '' };
    const all = { fullName: required, birthDate: required, email: required, password: required };
    expect(problems(empty)).toEqual({ ...all, terms: 'people:problems.terms' });
    expect(problems({})).toEqual({ ...all, terms: 'people:problems.terms' });
    expect(parseTyped(signUpForm, good).publishName).toBe(false);
  });

  test.each([
    ['a name of 101 letters', { fullName: 'á'.repeat(101) }, { fullName: 'controls:problems.tooLong' }],
    ['a name of 100,000 letters', { fullName: 'á'.repeat(100_000) }, { fullName: 'controls:problems.tooLong' }],
    ['markup for a name', { fullName: '<script>alert(1)</script>' }, { fullName: 'people:problems.name' }],
    ['figures for a name', { fullName: 'Anh 2008' }, { fullName: 'people:problems.name' }],
    ['signs for a name', { fullName: '---' }, { fullName: 'people:problems.name' }],
    ['two names', { fullName: ['An', 'Bình'] }, { fullName: 'controls:problems.format' }],
    ['no such day', { birthDate: '2009-02-29' }, { birthDate: 'controls:problems.date' }],
    ['words for a day', { birthDate: 'hôm qua' }, { birthDate: 'controls:problems.date' }],
    ['a long day', { birthDate: '1'.repeat(100_000) }, { birthDate: 'controls:problems.tooLong' }],
    ['no address', { email: 'anh.thu.example' }, { email: 'controls:problems.mail' }],
    ['a header in an address', { email: 'a@b.vn\nBcc: c@d.vn' }, { email: 'controls:problems.mail' }],
    ['a long address', { email: `${'a'.repeat(250)}@b.vn` }, { email: 'controls:problems.tooLong' }],
    ['a long password', { password: 'x'.repeat(100_000) }, { password: 'controls:problems.tooLong' }],
    ['a unit that is no number', { unit: 'abc' }, { unit: 'controls:problems.choice' }],
    ['a unit too large', { unit: '99999999999999' }, { unit: 'controls:problems.choice' }],
    ['long words for a unit', { unitText: 'x'.repeat(100_000) }, { unitText: 'controls:problems.tooLong' }],
    ['terms not ticked', { terms: '' }, { terms: 'people:problems.terms' }],
  ])('%s', (_, change, expected) => {
    expect(problems({ ...good, ...change })).toEqual(expected);
  });

  test.each(['Đỗ Mười', "Y'Bih Niê", 'H’Hen Niê', 'Jean-Luc Nguyễn', '王小明', 'Мария Иванова', 'Tôn Nữ Thị Ninh'])(
    'a name in any script: %s',
    (fullName) => expect(problems({ ...good, fullName })).toEqual({}),
  );

  test('a day as people write it where the browser has no calendar', () => {
    expect(parseTyped(signUpForm, { ...good, birthDate: '22/11/2008' }).birthDate).toBe('2008-11-22');
  });
});

describe('the other forms', () => {
  test.each([
    [
      'signing in with nothing',
      signInForm,
      {},
      { login: 'controls:problems.required', password: 'controls:problems.required' },
    ],
    [
      'joining with a name that is none',
      classCodeJoiningForm,
      { ...good, code: 'K7QM-4XRA', userName: 'Ánh Nguyễn' },
      { userName: 'people:problems.userName' },
    ],
    [
      'a phone number that is none',
      profileForm,
      { fullName: 'An', language: 'vi', phone: 'gọi tôi' },
      { phone: 'people:problems.phone' },
    ],
    [
      'asking a guardian for nothing',
      guardianRequestForm,
      { guardianName: 'Nguyễn Văn Ba', guardianMail: 'ba@thu.example' },
      { purposes: 'people:problems.purposes' },
    ],
    [
      'asking for what there is not',
      guardianRequestForm,
      { guardianName: 'Nguyễn Văn Ba', guardianMail: 'ba@thu.example', purposes: ['PUBLISH_ALL'] },
      { 'purposes.0': 'controls:problems.choice' },
    ],
    ['a role there is not', roleForm, { whom: 'an', kind: 'KING' }, { kind: 'controls:problems.choice' }],
    ['a role of a contest', roleForm, { whom: 'an', kind: 'JUDGE' }, { kind: 'controls:problems.choice' }],
  ] as const)('%s', (_, form, typed, expected) => {
    expect(problems(typed as Record<string, string>, form)).toEqual(expected);
  });
});

describe('days', () => {
  test.each([
    ['2008-02-29', '2008-02-29'],
    ['29/2/2008', '2008-02-29'],
    ['1.5.2009', '2009-05-01'],
    ['29/2/2009', null],
    ['2009-13-01', null],
    ['', null],
  ])('%s', (typed, day) => expect(readDay(typed)).toBe(day));

  test('a day begins and ends at midnight in Vietnam', () => {
    expect(dayOf(new Date('2026-11-21T17:00:00Z'))).toBe('2026-11-22');
    expect(endOfDay('2026-12-31').toISOString()).toBe('2026-12-31T17:00:00.000Z');
  });

  test.each([
    ['2010-11-22', '2026-11-21T16:59:59Z', 15],
    ['2010-11-22', '2026-11-21T17:00:00Z', 16],
    ['2012-02-29', '2028-02-29T05:00:00Z', 16],
    ['2012-02-29', '2027-02-28T05:00:00Z', 14],
    ['2012-02-29', '2027-03-01T05:00:00Z', 15],
  ])('born %s, at %s: %i', (born, at, age) => expect(ageOn(new Date(born), new Date(at))).toBe(age));
});

describe('codes', () => {
  test('a class code is read however it is typed', () => {
    expect(['k7qm4xra', ' K7QM–4XRA ', 'K7 QM 4X RA', 'K7QM-4XRA'].map(readClassCode)).toEqual(
      Array(4).fill('K7QM-4XRA'),
    );
    expect(['', 'K7QM-4XR', 'K7QM-4XR0', 'K7QM-4XRAA', 'x'.repeat(1000)].map(readClassCode)).toEqual(
      Array(5).fill(null),
    );
  });

  test('class codes are drawn fairly', () => {
    let drawn = 0;
    const draw = () => createHash('sha256').update(String(drawn++)).digest();
    const codes = Array.from({ length: 2000 }, () => makeClassCode(draw));
    expect(new Set(codes).size).toBe(2000);
    expect(codes.filter((code) => readClassCode(code) !== code)).toEqual([]);
    const counts = new Map<string, number>();
    for (const sign of codes.join('').replaceAll('-', '')) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    expect(counts.size).toBe(25);
    expect(Math.min(...counts.values())).toBeGreaterThan(500);
    expect(Math.max(...counts.values())).toBeLessThan(800);
  });

  test.each([
    ['0101245486', '0101245486'],
    ['0101 248 141', '0101248141'],
    ['0300588569-001', '0300588569-001'],
    ['0300588569001', '0300588569-001'],
    ['0101245487', null],
    ['0300588569-000', null],
    ['030058856', null],
    ['ABCDEFGHIJ', null],
  ])('the tax code %s', (typed, code) => expect(readTaxCode(typed)).toBe(code));
});
