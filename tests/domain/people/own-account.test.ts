import { describe, expect, test } from 'vitest';
import { writeNotices } from '#app/domain/notifications/write-notices.server.ts';
import { agreeTerms } from '#app/domain/people/agree-terms.server.ts';
import { askMailChange } from '#app/domain/people/ask-mail-change.server.ts';
import { askPasswordReset } from '#app/domain/people/ask-password-reset.server.ts';
import { beginSecondFactor } from '#app/domain/people/begin-second-factor.server.ts';
import { changePassword } from '#app/domain/people/change-password.server.ts';
import { confirmMailChange, findMailChange } from '#app/domain/people/confirm-mail-change.server.ts';
import { confirmSecondFactor } from '#app/domain/people/confirm-second-factor.server.ts';
import { deviceOf } from '#app/domain/people/device.ts';
import { endSessions } from '#app/domain/people/end-sessions.server.ts';
import { findActor } from '#app/domain/people/find-actor.server.ts';
import { hasSecondFactor } from '#app/domain/people/find-second-factor.server.ts';
import { findSessions } from '#app/domain/people/find-sessions.server.ts';
import { findLink } from '#app/domain/people/one-use-link.server.ts';
import { resetPassword } from '#app/domain/people/reset-password.server.ts';
import { signIn } from '#app/domain/people/sign-in.server.ts';
import { codeOf, stepAt } from '#app/domain/people/totp.server.ts';
import { undoMailChange } from '#app/domain/people/undo-mail-change.server.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { linkTokenFor } from '#app/platform/link-token.server.ts';
import { unseal } from '#app/platform/sealing.server.ts';
import { beginSession } from '#app/platform/session.server.ts';
import { aPerson, nextWord } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { actorOf, aPersonWithPassword, eventsOf, knownPassword } from '#tests/support/people-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

const address = '203.0.113.9';
const aMail = () => `${nextWord('moi')}@thu.example`;

async function tokenTo(email: string, purpose: 'CHANGE_MAIL' | 'UNDO_MAIL_CHANGE' | 'RESET_PASSWORD') {
  const link = await db.mailToken.findFirstOrThrow({ where: { email, purpose }, orderBy: { createdAt: 'desc' } });
  return linkTokenFor(link.id);
}

/** Somebody whose address has just become another. */
async function someoneMoved() {
  const person = await aPersonWithPassword();
  const by = await actorOf(person);
  const to = aMail();
  await askMailChange({ by, email: to, password: knownPassword });
  await confirmMailChange({ by, token: await tokenTo(to, 'CHANGE_MAIL') });
  return { person, by, from: person.email!, to };
}

describe('another mail address', () => {
  test('counts once its link was opened by the very account; the old one is told and nothing of the link is in the history', async () => {
    const at = atTime('2026-11-22T08:00:00+07:00');
    const person = await aPersonWithPassword();
    const by = await actorOf(person);
    const to = aMail();
    await askMailChange({ by, email: to, password: knownPassword });
    expect((await db.person.findUniqueOrThrow({ where: { id: person.id } })).email).toBe(person.email);
    const token = await tokenTo(to, 'CHANGE_MAIL');
    expect(await findMailChange({ by, token })).toEqual({ open: true, email: to });
    await confirmMailChange({ by, token });
    const row = await db.person.findUniqueOrThrow({ where: { id: person.id }, include: { mailChanges: true } });
    expect([row.email, row.emailVerifiedAt]).toEqual([to, at]);
    expect(row.mailChanges.map(({ id: _, ...change }) => change)).toEqual([
      { personId: person.id, from: person.email, to, confirmedAt: at, undoneAt: null },
    ]);
    expect(await eventsOf(person)).toEqual(['person.mail-change-asked', 'person.mail-changed']);
    const events = JSON.stringify(
      (await db.event.findMany({ where: { personId: person.id } })).map((one) => one.payload),
    );
    expect(events).not.toContain('@');
    expect(events).not.toContain(token);
    await db.$transaction(async (tx) => {
      await db.letter.deleteMany();
      const rows = await tx.event.findMany({ where: { personId: person.id }, orderBy: { id: 'asc' } });
      await writeNotices(tx, rows as never);
    });
    const letters = await db.letter.findMany({ where: { personId: person.id }, orderBy: { eventId: 'asc' } });
    expect(letters.map(({ to: where, kind }) => [where, kind])).toEqual([
      [to, 'mail-change'],
      [person.email, 'mail-changed'],
    ]);
  });

  test('a wrong password, the same address, a link used or run out: each says so', async () => {
    const at = atTime('2026-11-22T08:00:00+07:00');
    const person = await aPersonWithPassword();
    const by = await actorOf(person);
    const to = aMail();
    expect(await refusalOf(askMailChange({ by, email: to, password: 'khong phai mat khau' }))).toBe(
      'not-valid: password people:problems.passwordWrong',
    );
    expect(await refusalOf(askMailChange({ by, email: person.email!, password: knownPassword }))).toBe(
      'not-valid: email people:problems.sameMail',
    );
    await askMailChange({ by, email: to, password: knownPassword });
    const token = await tokenTo(to, 'CHANGE_MAIL');
    atTime(new Date(at.getTime() + 25 * 3_600_000));
    expect(await refusalOf(confirmMailChange({ by, token }))).toBe('not-now: people:refusals.linkExpired');
    atTime(at);
    await confirmMailChange({ by, token });
    expect(await refusalOf(confirmMailChange({ by, token }))).toBe('not-now: people:refusals.linkUsed');
    expect(await refusalOf(confirmMailChange({ by, token: 'khong co' }))).toBe('not-now: people:refusals.linkUnknown');
  });

  test('a taken address is not told by word or by time; its owner alone hears of it', async () => {
    const owner = await aPersonWithPassword();
    const asker = await aPersonWithPassword();
    const by = await actorOf(asker);
    const timed = async (email: string) => {
      const began = performance.now();
      const answer = await refusalOf(askMailChange({ by, email, password: knownPassword }));
      return { answer, ms: performance.now() - began };
    };
    const [taken, free] = [await timed(owner.email!), await timed(aMail())];
    expect([taken.answer, free.answer]).toEqual(['taken', 'taken']);
    expect(Math.min(taken.ms, free.ms)).toBeGreaterThan(290);
    expect(await eventsOf(owner)).toEqual(['person.mail-change-asked']);
    expect(await db.mailToken.count({ where: { email: owner.email! } })).toBe(0);
  });

  test('somebody else who gets the letter gains nothing by its link', async () => {
    const person = await aPersonWithPassword();
    const to = aMail();
    await askMailChange({ by: await actorOf(person), email: to, password: knownPassword });
    const token = await tokenTo(to, 'CHANGE_MAIL');
    const stranger = await actorOf(await aPerson());
    expect(await refusalOf(confirmMailChange({ by: stranger, token }))).toBe('not-now: people:refusals.linkOfAnother');
    expect(await findLink({ purpose: 'CHANGE_MAIL', token })).toMatchObject({ open: true });
  });

  test('taken by an account in the meantime: refused; by one that never proved it: given to who did', async () => {
    const person = await aPersonWithPassword();
    const by = await actorOf(person);
    const [raced, squatted] = [aMail(), aMail()];
    await askMailChange({ by, email: raced, password: knownPassword });
    const token = await tokenTo(raced, 'CHANGE_MAIL');
    await aPerson({ email: raced });
    expect(await refusalOf(confirmMailChange({ by, token }))).toBe('not-now: people:refusals.mailTaken');
    const squatter = await aPerson({ email: squatted, emailVerifiedAt: null });
    await askMailChange({ by, email: squatted, password: knownPassword });
    await confirmMailChange({ by, token: await tokenTo(squatted, 'CHANGE_MAIL') });
    expect((await db.person.findUniqueOrThrow({ where: { id: person.id } })).email).toBe(squatted);
    expect((await db.person.findUniqueOrThrow({ where: { id: squatter.id } })).email).toBeNull();
  });

  test('links to a new password that were on their way to the old address open nothing', async () => {
    const person = await aPersonWithPassword();
    const by = await actorOf(person);
    await askPasswordReset({ email: person.email! });
    const reset = await tokenTo(person.email!, 'RESET_PASSWORD');
    const to = aMail();
    await askMailChange({ by, email: to, password: knownPassword });
    await confirmMailChange({ by, token: await tokenTo(to, 'CHANGE_MAIL') });
    expect(await refusalOf(resetPassword({ token: reset, password: 'mot cau khac han nhe' }))).toBe(
      'not-now: people:refusals.linkUsed',
    );
  });

  test('a pupil without an address adds one; there is nobody to tell', async () => {
    const pupil = await aPersonWithPassword({ email: null, emailVerifiedAt: null, userName: nextWord('hoc-sinh') });
    const by = await actorOf(pupil);
    const to = aMail();
    await askMailChange({ by, email: to, password: knownPassword });
    await confirmMailChange({ by, token: await tokenTo(to, 'CHANGE_MAIL') });
    expect(await db.mailToken.count({ where: { personId: pupil.id, purpose: 'UNDO_MAIL_CHANGE' } })).toBe(0);
    expect((await signIn({ login: to, password: knownPassword, address })).id).toBe(pupil.id);
  });
});

describe('the old address takes it back', () => {
  test('within a week: sessions and the thief’s device go, and the answer is a link to a new password', async () => {
    const at = atTime('2026-11-22T08:00:00+07:00');
    const { person, by, from, to } = await someoneMoved();
    await beginSecondFactor({ by, password: knownPassword });
    const factor = await db.secondFactor.findFirstOrThrow({ where: { personId: person.id } });
    const secret = unseal(factor.secret, { use: 'second factor', owner: person.id });
    await confirmSecondFactor({ by, code: codeOf(secret, stepAt(now())) });
    await beginSession({ request: new Request('http://127.0.0.1:3000'), personId: person.id });
    atTime(new Date(at.getTime() + 6 * 86_400_000));
    const token = await tokenTo(from, 'UNDO_MAIL_CHANGE');
    const { passwordToken } = await undoMailChange({ token });
    const row = await db.person.findUniqueOrThrow({ where: { id: person.id }, include: { sessions: true } });
    expect([row.email, row.sessions]).toEqual([from, []]);
    expect(await hasSecondFactor({ personId: person.id })).toBe(false);
    expect(await resetPassword({ token: passwordToken, password: 'mot cau khac han nhe' })).toEqual({ id: person.id });
    expect(await refusalOf(signIn({ login: to, password: knownPassword, address }))).toBe(
      'not-valid: password people:problems.signIn',
    );
    expect(await refusalOf(undoMailChange({ token }))).toBe('not-now: people:refusals.linkUsed');
  });

  test('a device set up before the change stays', async () => {
    const person = await aPersonWithPassword();
    const by = await actorOf(person);
    await beginSecondFactor({ by, password: knownPassword });
    const factor = await db.secondFactor.findFirstOrThrow({ where: { personId: person.id } });
    const secret = unseal(factor.secret, { use: 'second factor', owner: person.id });
    await confirmSecondFactor({ by, code: codeOf(secret, stepAt(now())) });
    const to = aMail();
    await askMailChange({ by, email: to, password: knownPassword });
    await confirmMailChange({ by, token: await tokenTo(to, 'CHANGE_MAIL') });
    await undoMailChange({ token: await tokenTo(person.email!, 'UNDO_MAIL_CHANGE') });
    expect(await hasSecondFactor({ personId: person.id })).toBe(true);
  });

  test('twice moved, the first address still takes it back, and the second no more', async () => {
    const { person, by, from, to } = await someoneMoved();
    const third = aMail();
    await askMailChange({ by, email: third, password: knownPassword });
    await confirmMailChange({ by, token: await tokenTo(third, 'CHANGE_MAIL') });
    const second = await tokenTo(to, 'UNDO_MAIL_CHANGE');
    await undoMailChange({ token: await tokenTo(from, 'UNDO_MAIL_CHANGE') });
    expect((await db.person.findUniqueOrThrow({ where: { id: person.id } })).email).toBe(from);
    expect(await refusalOf(undoMailChange({ token: second }))).toBe('not-now: people:refusals.linkUsed');
  });

  test('not after a week, and not where the address has another account by now', async () => {
    const at = atTime('2026-11-22T08:00:00+07:00');
    const { from } = await someoneMoved();
    const token = await tokenTo(from, 'UNDO_MAIL_CHANGE');
    await aPerson({ email: from });
    expect(await refusalOf(undoMailChange({ token }))).toBe('not-now: people:refusals.oldMailTaken');
    atTime(new Date(at.getTime() + 8 * 86_400_000));
    expect(await refusalOf(undoMailChange({ token }))).toBe('not-now: people:refusals.linkExpired');
  });
});

describe('another password', () => {
  const fresh = 'gio mua dong bac tran ve';

  test('asks for the old one and ends every session', async () => {
    const person = await aPersonWithPassword();
    const by = await actorOf(person);
    await beginSession({ request: new Request('http://127.0.0.1:3000'), personId: person.id });
    expect(await refusalOf(changePassword({ by, password: 'khong phai mat khau', newPassword: fresh }))).toBe(
      'not-valid: password people:problems.passwordWrong',
    );
    expect(await refusalOf(changePassword({ by, password: knownPassword, newPassword: '1234567890' }))).toBe(
      'not-valid: newPassword people:problems.passwordCommon',
    );
    expect(await refusalOf(changePassword({ by, password: knownPassword, newPassword: knownPassword }))).toBe(
      'not-valid: newPassword people:problems.passwordSame',
    );
    await changePassword({ by, password: knownPassword, newPassword: fresh });
    expect(await db.session.count({ where: { personId: person.id } })).toBe(0);
    expect((await signIn({ login: person.email!, password: fresh, address })).id).toBe(person.id);
    expect(await eventsOf(person)).toEqual(['person.password-changed']);
  });

  test('two tabs at once: one change holds, the other is told that the password is another by now', async () => {
    const person = await aPersonWithPassword();
    const by = await actorOf(person);
    const tries = await Promise.all(
      [fresh, 'nang am phuong nam troi'].map((newPassword) =>
        refusalOf(changePassword({ by, password: knownPassword, newPassword })),
      ),
    );
    expect(tries.toSorted()).toEqual(['not-valid: password people:problems.passwordWrong', 'taken']);
  });

  test('ten wrong ones, and even the right one waits', async () => {
    const person = await aPersonWithPassword();
    const by = await actorOf(person);
    for (let tried = 0; tried < 10; tried += 1) {
      await refusalOf(changePassword({ by, password: `sai lan thu ${tried}`, newPassword: fresh }));
    }
    expect(await refusalOf(changePassword({ by, password: knownPassword, newPassword: fresh }))).toBe(
      'not-now: people:refusals.tooManyTries',
    );
  });
});

describe('sessions', () => {
  const request = (userAgent: string) => new Request('http://127.0.0.1:3000', { headers: { 'user-agent': userAgent } });
  const phone =
    'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36';
  const laptop = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0';

  test('are listed with this one first, and end one at a time or all at once', async () => {
    const at = atTime('2026-11-22T08:00:00+07:00');
    const [person, other] = [await aPerson(), await aPerson()];
    const by = await actorOf(person);
    for (const agent of [phone, laptop, 'curl/8']) {
      await beginSession({ request: request(agent), personId: person.id });
    }
    await beginSession({ request: request(laptop), personId: other.id });
    const rows = await db.session.findMany({ where: { personId: person.id } });
    const current = rows.find((row) => row.userAgent === laptop)!.id;
    const shown = await findSessions({ by, current });
    expect(shown.map(({ id: _, ...one }) => one)).toEqual([
      { browser: 'Firefox', system: 'Windows', createdAt: at, lastSeenAt: at, current: true },
      ...shown.slice(1).map(({ id: _, ...one }) => one),
    ]);
    expect(new Set(shown.map(({ browser, system }) => `${browser} ${system}`))).toEqual(
      new Set(['Firefox Windows', 'Chrome Android', 'null null']),
    );
    const [foreign] = await db.session.findMany({ where: { personId: other.id } });
    await endSessions({ by, current, session: foreign!.id });
    expect(await db.session.count({ where: { personId: other.id } })).toBe(1);
    const onPhone = shown.find(({ browser }) => browser === 'Chrome')!.id;
    await endSessions({ by, current, session: onPhone });
    await endSessions({ by, current, session: onPhone });
    expect((await findSessions({ by, current })).map(({ browser }) => browser)).toEqual(['Firefox', null]);
    await endSessions({ by, current, session: null });
    expect((await findSessions({ by, current })).map(({ id }) => id)).toEqual([current]);
    expect(await eventsOf(person)).toEqual(['person.sessions-ended', 'person.sessions-ended']);
  });

  test.each([
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18 Mobile Safari/604',
      'Safari',
      'iPhone',
    ],
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 Chrome/130 Safari/537 Edg/130', 'Edge', 'Windows'],
    ['Mozilla/5.0 (Windows NT 10.0) coc_coc_browser/127 Chrome/121 Safari/537', 'Cốc Cốc', 'Windows'],
    ['Mozilla/5.0 (Linux; Android 13) Chrome/100 Mobile Safari/537 Zalo android/12', 'Zalo', 'Android'],
    ['', null, null],
  ])('%s', (agent, browser, system) => {
    expect(deviceOf(agent)).toEqual({ browser, system });
  });
});

describe('new terms', () => {
  test('are due until the version on record is the present one; agreeing again is once', async () => {
    const at = atTime('2026-11-22T08:00:00+07:00');
    const person = await aPerson({ termsVersion: '2025-01-01', termsAcceptedAt: new Date('2025-02-01') });
    const by = (await findActor({ personId: person.id }))!;
    expect(by.termsDue).toBe(true);
    expect(await refusalOf(agreeTerms({ by, version: '2025-01-01' }))).toBe('not-now: people:refusals.otherTerms');
    await agreeTerms({ by, version: '2026-01-01' });
    await agreeTerms({ by, version: '2026-01-01' });
    const row = await db.person.findUniqueOrThrow({ where: { id: person.id } });
    expect([row.termsVersion, row.termsAcceptedAt]).toEqual(['2026-01-01', at]);
    expect((await findActor({ personId: person.id }))!.termsDue).toBe(false);
    const events = await db.event.findMany({ where: { personId: person.id } });
    expect(events.map(({ kind, payload }) => [kind, payload])).toEqual([
      ['person.terms-agreed', { version: '2026-01-01' }],
    ]);
  });
});
