import { describe, expect, test } from 'vitest';
import { askMailVerification } from '#app/domain/people/ask-mail-verification.server.ts';
import { askPasswordReset } from '#app/domain/people/ask-password-reset.server.ts';
import { changeProfile } from '#app/domain/people/change-profile.server.ts';
import { findActor } from '#app/domain/people/find-actor.server.ts';
import { findProfile } from '#app/domain/people/find-profile.server.ts';
import { findLink } from '#app/domain/people/one-use-link.server.ts';
import { resetPassword } from '#app/domain/people/reset-password.server.ts';
import { signIn } from '#app/domain/people/sign-in.server.ts';
import { signUp } from '#app/domain/people/sign-up.server.ts';
import { verifyMail } from '#app/domain/people/verify-mail.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { linkTokenFor } from '#app/platform/link-token.server.ts';
import { beginSession } from '#app/platform/session.server.ts';
import { aPerson, aUnit, nextWord } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { actorOf, aMembership, aPersonWithPassword, eventsOf, knownPassword } from '#tests/support/people-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

const address = '203.0.113.7';

function aSignUp(change: Partial<Parameters<typeof signUp>[0]['form']> = {}) {
  return {
    form: {
      fullName: 'Nguyễn Thị Ánh',
      birthDate: '2008-11-22',
      email: `${nextWord('anh')}@thu.example`,
      password: knownPassword,
      publishName: false,
      ...change,
    },
    unitId: null,
    language: 'vi' as const,
  };
}

/** The token of the newest link of a kind, as the mail carries it. */
async function tokenFor(email: string, purpose: 'VERIFY_MAIL' | 'RESET_PASSWORD') {
  const link = await db.mailToken.findFirstOrThrow({ where: { email, purpose }, orderBy: { createdAt: 'desc' } });
  return linkTokenFor(link.id);
}

describe('signing up', () => {
  test('makes an account that nobody can enter yet, with nothing agreed to', async () => {
    const at = atTime('2026-11-22T10:00:00+07:00');
    const signingUp = aSignUp();
    await signUp(signingUp);
    const { passwordHash, id, ...person } = await db.person.findUniqueOrThrow({
      where: { email: signingUp.form.email },
      include: { consents: true, memberships: true, roles: true },
    });
    expect(person).toEqual({
      email: signingUp.form.email,
      emailVerifiedAt: null,
      userName: null,
      fullName: 'Nguyễn Thị Ánh',
      birthDate: new Date('2008-11-22'),
      phone: null,
      guardianPhone: null,
      language: 'vi',
      classCodeId: null,
      createdAt: at,
      closedAt: null,
      termsVersion: '2026-01-01',
      termsAcceptedAt: at,
      slipUntil: null,
      consents: [],
      memberships: [],
      roles: [],
    });
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await eventsOf({ id })).toEqual(['person.signed-up']);
    expect(await refusalOf(signIn({ login: signingUp.form.email, password: knownPassword, address }))).toBe(
      'not-valid: password people:problems.signIn',
    );
  });

  test('claims the unit and gives the consent that were asked for', async () => {
    const unit = await aUnit();
    const signingUp = { ...aSignUp({ publishName: true }), unitId: unit.id };
    await signUp(signingUp);
    const person = await db.person.findUniqueOrThrow({
      where: { email: signingUp.form.email },
      include: { consents: true, memberships: true },
    });
    expect(person.consents.map(({ purpose, giver, withdrawnAt }) => ({ purpose, giver, withdrawnAt }))).toEqual([
      { purpose: 'PUBLISH_NAME', giver: 'SELF', withdrawnAt: null },
    ]);
    expect(person.memberships.map(({ unitId, confirmedAt }) => ({ unitId, confirmedAt }))).toEqual([
      { unitId: unit.id, confirmedAt: null },
    ]);
    expect(await eventsOf(person)).toEqual(['consent.given', 'membership.claimed', 'person.signed-up']);
  });

  test('no event tells a name, an address or a token', async () => {
    const events = JSON.stringify(await db.event.findMany(), (_, value) =>
      typeof value === 'bigint' ? `${value}` : value,
    );
    expect(events).not.toMatch(/Nguyễn|thu\.example/);
    for (const { id, tokenHash } of await db.mailToken.findMany()) {
      expect(events).not.toContain(linkTokenFor(id));
      expect(tokenHash).not.toBe(linkTokenFor(id));
    }
  });

  test('with an address that has an account: the same answer, nothing changed, its owner told', async () => {
    const owner = await aPersonWithPassword({ fullName: 'Trần Văn Bình' });
    const before = await db.person.findUniqueOrThrow({ where: { id: owner.id } });
    expect(await signUp(aSignUp({ email: owner.email!, fullName: 'Kẻ Gian' }))).toBeUndefined();
    expect(await db.person.findUniqueOrThrow({ where: { id: owner.id } })).toEqual(before);
    const [event] = await db.event.findMany({ where: { personId: owner.id } });
    expect(event).toMatchObject({ kind: 'person.password-reset-asked', byId: null, payload: { again: true } });
    expect(await db.membership.count({ where: { personId: owner.id } })).toBe(0);
  });

  test('neither way is quicker than the other could be', async () => {
    const owner = await aPersonWithPassword();
    const times: number[] = [];
    for (const email of [owner.email!, `${nextWord('moi')}@thu.example`]) {
      const began = performance.now();
      await signUp(aSignUp({ email }));
      times.push(performance.now() - began);
    }
    expect(Math.min(...times)).toBeGreaterThan(395);
  });

  test('five mails an hour at most to one address, and never a word of it', async () => {
    const owner = await aPersonWithPassword();
    for (let time = 0; time < 7; time += 1) await signUp(aSignUp({ email: owner.email! }));
    expect(await db.event.count({ where: { personId: owner.id } })).toBe(5);
  });

  test('two at once make one account', async () => {
    const signingUp = aSignUp();
    await Promise.all([signUp(signingUp), signUp(signingUp), signUp(signingUp)]);
    expect(await db.person.count({ where: { email: signingUp.form.email } })).toBe(1);
  });

  test.each([
    ['born tomorrow', { birthDate: '2026-11-23' }, 'not-valid: birthDate people:problems.bornLater'],
    ['six years old', { birthDate: '2019-11-23' }, 'not-valid: birthDate people:problems.tooYoung'],
    ['seven years old', { birthDate: '2019-11-22' }, 'taken'],
    ['born in 1890', { birthDate: '1890-01-01' }, 'not-valid: birthDate people:problems.tooOld'],
    ['a common password', { password: '1234567890' }, 'not-valid: password people:problems.passwordCommon'],
    [
      'two things wrong',
      { birthDate: '1890-01-01', password: 'nguyenthianh' },
      'not-valid: birthDate people:problems.tooOld, password people:problems.passwordOwn',
    ],
  ])('%s', async (_, change, expected) => {
    atTime('2026-11-22T10:00:00+07:00');
    expect(await refusalOf(signUp(aSignUp(change)))).toBe(expected);
  });
});

describe('the link that verifies an address', () => {
  test('opens the account once', async () => {
    const signingUp = aSignUp();
    await signUp(signingUp);
    const token = await tokenFor(signingUp.form.email, 'VERIFY_MAIL');
    const { id } = await verifyMail({ token, password: knownPassword });
    expect((await findActor({ personId: id }))?.trusted).toBe(true);
    expect(await signIn({ login: signingUp.form.email, password: knownPassword, address })).toEqual({
      id,
      slipToken: null,
    });
    expect(await refusalOf(verifyMail({ token, password: knownPassword }))).toBe('not-now: people:refusals.linkUsed');
  });

  test('looking at it, or a wrong password, uses nothing up', async () => {
    const signingUp = aSignUp();
    await signUp(signingUp);
    const token = await tokenFor(signingUp.form.email, 'VERIFY_MAIL');
    for (let look = 0; look < 3; look += 1) expect((await findLink({ purpose: 'VERIFY_MAIL', token })).open).toBe(true);
    expect(await refusalOf(verifyMail({ token, password: 'không phải mật khẩu' }))).toBe(
      'not-valid: password people:problems.passwordWrong',
    );
    expect((await findLink({ purpose: 'VERIFY_MAIL', token })).open).toBe(true);
  });

  test('who has the link but not the password may try ten times', async () => {
    const signingUp = aSignUp();
    await signUp(signingUp);
    const token = await tokenFor(signingUp.form.email, 'VERIFY_MAIL');
    for (let time = 0; time < 10; time += 1) await refusalOf(verifyMail({ token, password: `thử lần ${time}` }));
    expect(await refusalOf(verifyMail({ token, password: knownPassword }))).toBe(
      'not-now: people:refusals.tooManyTries',
    );
  });

  test('a newer mail ends the older', async () => {
    const signingUp = aSignUp();
    await signUp(signingUp);
    const old = await tokenFor(signingUp.form.email, 'VERIFY_MAIL');
    await askMailVerification({ email: signingUp.form.email });
    const token = await tokenFor(signingUp.form.email, 'VERIFY_MAIL');
    expect(await refusalOf(verifyMail({ token: old, password: knownPassword }))).toBe(
      'not-now: people:refusals.linkUsed',
    );
    expect(await refusalOf(verifyMail({ token, password: knownPassword }))).toBe('taken');
  });

  test('runs out after seven days, to the minute', async () => {
    atTime('2026-11-01T10:00:00+07:00');
    const signingUp = aSignUp();
    await signUp(signingUp);
    const token = await tokenFor(signingUp.form.email, 'VERIFY_MAIL');
    atTime('2026-11-08T10:00:00+07:00');
    expect(await refusalOf(verifyMail({ token, password: knownPassword }))).toBe(
      'not-now: people:refusals.linkExpired',
    );
    atTime('2026-11-08T09:59:59+07:00');
    expect(await refusalOf(verifyMail({ token, password: knownPassword }))).toBe('taken');
  });

  test.each([
    ['nothing', ''],
    ['words', 'x'.repeat(100_000)],
    ['the hash instead of the token', 'hash'],
    ['a link for something else', 'reset'],
  ])('opens nothing: %s', async (what, text) => {
    const person = await aPersonWithPassword();
    await askPasswordReset({ email: person.email! });
    const [link] = await db.mailToken.findMany({ where: { personId: person.id } });
    const token = what.startsWith('the hash') ? link!.tokenHash : text === 'reset' ? linkTokenFor(link!.id) : text;
    expect(await refusalOf(verifyMail({ token, password: knownPassword }))).toBe(
      'not-now: people:refusals.linkUnknown',
    );
  });

  test('asked for again by a stranger: no mail, no word', async () => {
    const verified = await aPerson();
    for (const email of ['khong-co@thu.example', verified.email!]) await askMailVerification({ email });
    expect(await eventsOf(verified)).toEqual([]);
    expect(await db.mailToken.count({ where: { email: 'khong-co@thu.example' } })).toBe(0);
  });
});

describe('signing in', () => {
  test('by mail address or user name', async () => {
    const byMail = await aPersonWithPassword();
    const userName = nextWord('minh').replaceAll('-', '.');
    const byName = await aPersonWithPassword({ email: null, emailVerifiedAt: null, userName });
    const enter = (login: string) => signIn({ login, password: knownPassword, address });
    expect(await enter(byMail.email!)).toEqual({ id: byMail.id, slipToken: null });
    expect(await enter(userName)).toEqual({ id: byName.id, slipToken: null });
  });

  test('the same refusal for whatever is wrong', async () => {
    const person = await aPersonWithPassword();
    const unverified = await aPersonWithPassword({ emailVerifiedAt: null });
    const closed = await aPersonWithPassword({ closedAt: new Date() });
    const slip = await aPersonWithPassword({ slipUntil: new Date('2020-01-01') });
    const tries = [
      { login: person.email!, password: 'không phải mật khẩu' },
      { login: 'khong-co@thu.example', password: knownPassword },
      { login: 'khong.co', password: knownPassword },
      { login: unverified.email!, password: knownPassword },
      { login: closed.email!, password: knownPassword },
      { login: slip.email!, password: knownPassword },
    ];
    const answers = await Promise.all(tries.map((one) => refusalOf(signIn({ ...one, address }))));
    expect([...new Set(answers)]).toEqual(['not-valid: password people:problems.signIn']);
  });

  test('the same password in decomposed letters', async () => {
    const person = await aPersonWithPassword({ passwordHash: (await aPersonWithPassword()).passwordHash });
    expect(await refusalOf(signIn({ login: person.email!, password: knownPassword.normalize('NFD'), address }))).toBe(
      'taken',
    );
  });

  test('ten wrong tries lock the account for a quarter of an hour, whether it exists or not', async () => {
    atTime('2026-11-22T10:00:00+07:00');
    const person = await aPersonWithPassword();
    for (const login of [person.email!, `${nextWord('khong')}@thu.example`]) {
      for (let time = 0; time < 10; time += 1) {
        expect(await refusalOf(signIn({ login, password: 'sai rồi sai rồi', address: `a${time}` }))).toBe(
          'not-valid: password people:problems.signIn',
        );
      }
      expect(await refusalOf(signIn({ login, password: knownPassword, address: 'b' }))).toBe(
        'not-now: people:refusals.tooManyTries',
      );
    }
    atTime('2026-11-22T10:15:01+07:00');
    expect(await refusalOf(signIn({ login: person.email!, password: knownPassword, address: 'b' }))).toBe('taken');
  });

  test('a right password forgets the wrong ones before it', async () => {
    const person = await aPersonWithPassword();
    for (let round = 0; round < 3; round += 1) {
      for (let time = 0; time < 9; time += 1) {
        await refusalOf(signIn({ login: person.email!, password: 'sai rồi sai rồi', address: nextWord('a') }));
      }
      expect(await refusalOf(signIn({ login: person.email!, password: knownPassword, address: nextWord('a') }))).toBe(
        'taken',
      );
    }
  });

  test('a school behind one address is not locked out by signing in', async () => {
    const network = nextWord('truong');
    const failures = () => db.rateLimit.count({ where: { key: { startsWith: 'sign-in-network:' } } });
    const before = await failures();
    const people = await Promise.all(Array.from({ length: 20 }, () => aPersonWithPassword()));
    for (const person of people) {
      expect(await refusalOf(signIn({ login: person.email!, password: knownPassword, address: network }))).toBe(
        'taken',
      );
    }
    expect(await failures()).toBe(before);
  });
});

describe('a new password', () => {
  test('by a link, once; every session ends, and the count of wrong tries too', async () => {
    const person = await aPersonWithPassword();
    const other = await aPersonWithPassword();
    for (const { id } of [person, person, other]) {
      await beginSession({ request: new Request('http://127.0.0.1:3000'), personId: id });
    }
    for (let time = 0; time < 10; time += 1) {
      await refusalOf(signIn({ login: person.email!, password: 'sai rồi sai rồi', address }));
    }
    await askPasswordReset({ email: person.email! });
    const token = await tokenFor(person.email!, 'RESET_PASSWORD');
    const password = 'một mật khẩu khác hẳn';
    expect(await resetPassword({ token, password })).toEqual({ id: person.id });
    expect(await db.session.count({ where: { personId: person.id } })).toBe(0);
    expect(await db.session.count({ where: { personId: other.id } })).toBe(1);
    expect(await signIn({ login: person.email!, password, address })).toEqual({ id: person.id, slipToken: null });
    expect(await refusalOf(signIn({ login: person.email!, password: knownPassword, address }))).toBe(
      'not-valid: password people:problems.signIn',
    );
    expect(await refusalOf(resetPassword({ token, password }))).toBe('not-now: people:refusals.linkUsed');
    expect(await eventsOf(person)).toEqual(['person.password-reset-asked', 'person.password-changed']);
  });

  test('proves the address too: who signed up with a stranger’s address has gained nothing', async () => {
    const signingUp = aSignUp();
    await signUp(signingUp);
    await askPasswordReset({ email: signingUp.form.email });
    const token = await tokenFor(signingUp.form.email, 'RESET_PASSWORD');
    const { id } = await resetPassword({ token, password: 'chủ thật của địa chỉ' });
    expect((await findActor({ personId: id }))?.trusted).toBe(true);
    expect(await refusalOf(signIn({ login: signingUp.form.email, password: knownPassword, address }))).toBe(
      'not-valid: password people:problems.signIn',
    );
  });

  test('a bad one leaves the link good', async () => {
    const person = await aPersonWithPassword({ fullName: 'Lê Quang Dũng' });
    await askPasswordReset({ email: person.email! });
    const token = await tokenFor(person.email!, 'RESET_PASSWORD');
    expect(await refusalOf(resetPassword({ token, password: 'ngắn' }))).toBe(
      'not-valid: password people:problems.passwordShort',
    );
    expect(await refusalOf(resetPassword({ token, password: 'lequangdung1' }))).toBe(
      'not-valid: password people:problems.passwordOwn',
    );
    expect(await refusalOf(resetPassword({ token, password: knownPassword }))).toBe('taken');
  });

  test('runs out after an hour', async () => {
    atTime('2026-11-22T10:00:00+07:00');
    const person = await aPersonWithPassword();
    await askPasswordReset({ email: person.email! });
    const token = await tokenFor(person.email!, 'RESET_PASSWORD');
    atTime('2026-11-22T11:00:00+07:00');
    expect(await refusalOf(resetPassword({ token, password: knownPassword }))).toBe(
      'not-now: people:refusals.linkExpired',
    );
  });

  test('two at once: one wins', async () => {
    const person = await aPersonWithPassword();
    await askPasswordReset({ email: person.email! });
    const token = await tokenFor(person.email!, 'RESET_PASSWORD');
    const answers = await Promise.all(
      ['mật khẩu thứ nhất', 'mật khẩu thứ hai'].map((password) => refusalOf(resetPassword({ token, password }))),
    );
    expect(answers.toSorted()).toEqual(['not-now: people:refusals.linkUsed', 'taken']);
  });

  test('asked for by anyone: the same answer and the same time', async () => {
    const person = await aPersonWithPassword();
    for (const email of [person.email!, 'khong-co@thu.example']) {
      const began = performance.now();
      expect(await askPasswordReset({ email })).toBeUndefined();
      expect(performance.now() - began).toBeGreaterThan(295);
    }
    expect(await db.mailToken.count({ where: { email: 'khong-co@thu.example' } })).toBe(0);
  });
});

describe('the profile', () => {
  test('is changed as it was typed', async () => {
    const person = await actorOf(await aPerson({ birthDate: new Date('2011-05-06') }));
    await changeProfile({
      by: person,
      form: {
        fullName: 'Phạm Gia Hân',
        birthDate: '2011-06-05',
        phone: '0901234567',
        guardianPhone: '0907654321',
        language: 'en',
      },
    });
    expect(await findProfile({ by: person })).toEqual({
      fullName: 'Phạm Gia Hân',
      birthDate: '2011-06-05',
      birthDateCorrected: null,
      birthDateFixed: false,
      minor: true,
      email: expect.stringContaining('@thu.example'),
      userName: null,
      phone: '0901234567',
      guardianPhone: '0907654321',
      language: 'en',
    });
    expect(await eventsOf(person)).toEqual(['person.renamed']);
  });

  test('the birth date stays once a unit has confirmed who this is, even after leaving it', async () => {
    const row = await aPerson({ birthDate: new Date('2011-05-06') });
    const person = await actorOf(row);
    const membership = await aMembership(await aUnit(), row);
    await db.membership.update({ where: { id: membership.id }, data: { endedAt: new Date() } });
    const form = { fullName: 'Phạm Gia Hân', phone: null, guardianPhone: null, language: 'vi' as const };
    expect(await refusalOf(changeProfile({ by: person, form: { ...form, birthDate: '2005-05-06' } }))).toBe(
      'not-valid: birthDate people:problems.birthDateFixed',
    );
    expect(await refusalOf(changeProfile({ by: person, form }))).toBe('taken');
    expect((await findProfile({ by: person })).birthDate).toBe('2011-05-06');
  });
});
