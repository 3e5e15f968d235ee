import { describe, expect, test } from 'vitest';
import { beginSecondFactor } from '#app/domain/people/begin-second-factor.server.ts';
import { confirmSecondFactor } from '#app/domain/people/confirm-second-factor.server.ts';
import { codeOf, stepAt } from '#app/domain/people/totp.server.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { linkTokenFor } from '#app/platform/link-token.server.ts';
import { unseal } from '#app/platform/sealing.server.ts';
import { aRole, aUnit, nextWord } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { countQueries } from '#tests/support/database.ts';
import { anIdea, aPublishedIdea } from '#tests/support/idea-builders.ts';
import { actorOf, aPersonWithPassword, knownPassword } from '#tests/support/people-builders.ts';
import { get, post } from '#tests/support/visits.ts';

const fields = (answer: { data: unknown }) =>
  (answer.data as { refusal?: { fields?: Record<string, { key: string }[]> } }).refusal?.fields ?? {};
const because = (answer: { data: unknown }) =>
  (answer.data as { refusal?: { because?: { key: string } } }).refusal?.because?.key;

async function withDevice(person: { id: string }) {
  const by = await actorOf(person);
  await beginSecondFactor({ by, password: knownPassword });
  const row = await db.secondFactor.findFirstOrThrow({ where: { personId: person.id } });
  const secret = unseal(row.secret, { use: 'second factor', owner: person.id });
  await confirmSecondFactor({ by, code: codeOf(secret, stepAt(now())) });
  return secret;
}

describe('signing in in two steps', () => {
  test('the password alone opens no session; the code does, and leads on to where one was going', async () => {
    const at = atTime('2026-11-22T08:00:00+07:00');
    const person = await aPersonWithPassword();
    const secret = await withDevice(person);
    atTime(new Date(at.getTime() + 60_000));
    const first = await post('/dang-nhap?tiep=/y-tuong/moi', {
      as: null,
      form: { login: person.email!, password: knownPassword },
    });
    expect(first.status).toBe(302);
    expect(first.headers.get('set-cookie')).toBeNull();
    expect(await db.session.count({ where: { personId: person.id } })).toBe(0);
    const step = new URL(first.location!, 'http://x');
    expect([step.pathname, step.searchParams.get('tiep')]).toEqual(['/dang-nhap/buoc-hai', '/y-tuong/moi']);
    const token = step.searchParams.get('ma')!;
    expect((await get(first.location!, { as: null })).data).toMatchObject({ open: true });
    const wrong = await post(first.location!, { as: null, form: { token, code: '123' } });
    expect([wrong.status, fields(wrong)]).toEqual([422, { code: [{ key: 'people:problems.codeWrong' }] }]);
    expect(wrong.text).not.toContain(token);
    const right = await post(first.location!, { as: null, form: { token, code: codeOf(secret, stepAt(now())) } });
    expect([right.status, right.location]).toEqual([302, '/y-tuong/moi']);
    expect(right.headers.get('set-cookie')).toMatch(/^y_hay=/);
    const [session] = await db.session.findMany({ where: { personId: person.id } });
    expect(session!.secondFactorAt).toEqual(now());
  });

  test('a link to a new password is no way round it', async () => {
    const person = await aPersonWithPassword();
    await withDevice(person);
    await post('/quen-mat-khau', { as: null, form: { email: person.email! } });
    const link = await db.mailToken.findFirstOrThrow({ where: { personId: person.id, purpose: 'RESET_PASSWORD' } });
    const answer = await post('/dat-lai-mat-khau', {
      as: null,
      form: { token: linkTokenFor(link.id), password: 'mot cau khac han nhe' },
    });
    expect(answer.location).toMatch(/^\/dang-nhap\/buoc-hai\?ma=/);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  test('a session token planted before signing in is worth nothing after', async () => {
    const [thief, victim] = [await aPersonWithPassword(), await aPersonWithPassword()];
    const planted = await post('/dang-nhap', { as: null, form: { login: thief.email!, password: knownPassword } });
    const cookie = planted.headers.get('set-cookie')!.split(';')[0]!;
    const own = await post('/dang-nhap', {
      as: null,
      form: { login: victim.email!, password: knownPassword },
      headers: { cookie },
    });
    expect(own.headers.get('set-cookie')!.split(';')[0]).not.toBe(cookie);
    expect(await db.session.count({ where: { personId: thief.id } })).toBe(0);
  });
});

describe('staff without a second factor', () => {
  test('are led to set one up, and nothing of their role works until then', async () => {
    const unit = await aUnit();
    const { personId } = await aRole({ kind: 'MODERATOR', unitId: unit.id });
    const as = { id: personId, secondFactor: false };
    const idea = await aPublishedIdea({ unitId: unit.id });
    const queue = await get('/quan-tri/kiem-duyet?trang=2', { as });
    expect([queue.status, queue.location]).toEqual([
      302,
      '/cua-toi/buoc-hai?tiep=%2Fquan-tri%2Fkiem-duyet%3Ftrang%3D2',
    ]);
    const taking = { as, form: { reason: 'Thử' } };
    expect((await post(`/y-tuong/${idea.slug}/rut`, taking)).status).toBe(403);
    const write = await post(`/quan-tri/don-vi/${unit.slug}/vai-tro`, { as, form: { whom: 'ai@thu.example' } });
    expect([write.status, because(write)]).toEqual([403, 'people:refusals.secondFactorFirst']);
    expect((write.data as { typed: unknown }).typed).toEqual({ whom: 'ai@thu.example' });
    const mine = (await get('/cua-toi', { as })).data as { waiting: { kind: string }[] };
    expect(mine.waiting[0]!.kind).toBe('secondFactor');
    expect((await get('/quan-tri/kiem-duyet', { as: { id: personId } })).status).toBe(200);
  });
});

describe('setting up by the pages', () => {
  test('password, picture, code, recovery codes; every answer that shows a secret is kept nowhere', async () => {
    const person = await aPersonWithPassword();
    const wrong = await post('/cua-toi/buoc-hai', { as: person, form: { password: 'khong phai mat khau' } });
    expect([wrong.status, fields(wrong)]).toEqual([422, { password: [{ key: 'people:problems.passwordWrong' }] }]);
    const begun = await post('/cua-toi/buoc-hai?tiep=/quan-tri', { as: person, form: { password: knownPassword } });
    expect(begun.location).toBe('/cua-toi/buoc-hai/thiet-lap?tiep=%2Fquan-tri');
    const page = (await get(begun.location!, { as: person })).data as { setUp: { secret: string }; next: string };
    expect([page.setUp.secret.length, page.next]).toEqual([32, '/quan-tri']);
    const bad = await post('/cua-toi/buoc-hai/thiet-lap', { as: person, form: { code: '12 34' } });
    expect(fields(bad)).toEqual({ code: [{ key: 'people:problems.codeForm' }] });
    const row = await db.secondFactor.findFirstOrThrow({ where: { personId: person.id } });
    const secret = unseal(row.secret, { use: 'second factor', owner: person.id });
    const done = await post('/cua-toi/buoc-hai/thiet-lap', {
      as: person,
      form: { code: codeOf(secret, stepAt(now())) },
    });
    expect([done.status, (done.data as { codes: string[] }).codes.length]).toEqual([200, 10]);
    expect(done.headers.get('cache-control')).toBe('no-store');
    expect(await db.session.count({ where: { personId: person.id } })).toBe(1);
    const renewed = await post('/cua-toi/buoc-hai/ma-du-phong', { as: person, form: { password: knownPassword } });
    expect(renewed.headers.get('cache-control')).toBe('no-store');
    expect((renewed.data as { codes: string[] }).codes).not.toEqual((done.data as { codes: string[] }).codes);
    expect((await post('/cua-toi/buoc-hai/tat', { as: person, form: { password: knownPassword } })).status).toBe(302);
  });

  test('reset by an administrator at its own page', async () => {
    const centre = await aUnit({ kind: 'CENTRE' });
    const { personId } = await aRole({ kind: 'ADMINISTRATOR', unitId: centre.id });
    const lost = await aPersonWithPassword();
    await withDevice(lost);
    const as = { id: personId };
    expect((await get('/quan-tri/buoc-hai', { as })).status).toBe(200);
    const missing = await post('/quan-tri/buoc-hai', { as, form: { whom: lost.email!, reason: ' ' } });
    expect(fields(missing)).toEqual({ reason: [{ key: 'controls:problems.required' }] });
    const form = { whom: lost.email!, reason: 'Mất điện thoại' };
    expect((await post('/quan-tri/buoc-hai', { as, form })).location).toBe('/quan-tri/buoc-hai?xong=1');
  });
});

describe('the account', () => {
  test('shows what is mine; the password form keeps nothing that was typed', async () => {
    const person = await aPersonWithPassword();
    const page = await get('/cua-toi/tai-khoan', { as: person });
    expect(page.data).toMatchObject({ email: person.email, factor: { since: null, codesLeft: 0 } });
    const wrong = await post('/cua-toi/tai-khoan/mat-khau', {
      as: person,
      form: { password: 'khong phai mat khau', newPassword: 'gio mua dong bac tran ve' },
    });
    expect([wrong.status, fields(wrong)]).toEqual([422, { password: [{ key: 'people:problems.passwordWrong' }] }]);
    expect(wrong.text).not.toContain('gio mua');
    const right = await post('/cua-toi/tai-khoan/mat-khau', {
      as: person,
      form: { password: knownPassword, newPassword: 'gio mua dong bac tran ve' },
    });
    expect(right.headers.get('set-cookie')).toMatch(/^y_hay=/);
    expect(await db.session.count({ where: { personId: person.id } })).toBe(1);
  });

  test('a new address: the same answer whether it is taken or not; the link asks for the account', async () => {
    const [person, owner] = [await aPersonWithPassword(), await aPersonWithPassword()];
    const to = `${nextWord('moi')}@thu.example`;
    const ask = (email: string) =>
      post('/cua-toi/tai-khoan/thu', { as: person, form: { email, password: knownPassword } });
    const [taken, free] = [await ask(owner.email!), await ask(to)];
    expect([taken.status, taken.location, taken.text]).toEqual([free.status, free.location, free.text]);
    const link = await db.mailToken.findFirstOrThrow({ where: { email: to } });
    const token = linkTokenFor(link.id);
    expect((await get(`/doi-thu?ma=${token}`, { as: null })).location).toMatch(/^\/dang-nhap/);
    expect((await get(`/doi-thu?ma=${token}`, { as: owner })).data).toMatchObject({ link: { open: false } });
    const foreign = await post('/doi-thu', { as: person, from: 'https://xau.example', form: { token } });
    expect([foreign.status, because(foreign)]).toEqual([403, 'site:refusals.foreignForm']);
    expect((await post('/doi-thu', { as: person, form: { token } })).location).toBe('/cua-toi/tai-khoan?xong=thu');
    const undo = await db.mailToken.findFirstOrThrow({ where: { email: person.email!, purpose: 'UNDO_MAIL_CHANGE' } });
    const back = `/doi-thu/hoan-lai?ma=${linkTokenFor(undo.id)}`;
    expect((await get(back, { as: null })).data).toMatchObject({ open: true, email: person.email });
    const undone = await post('/doi-thu/hoan-lai', { as: null, form: { token: linkTokenFor(undo.id) } });
    expect(undone.location).toMatch(/^\/dat-lai-mat-khau\?ma=/);
  });

  test('the data as a file that nobody keeps', async () => {
    const person = await aPersonWithPassword();
    const file = await get('/cua-toi/du-lieu/tai-ve', { as: person });
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="y-hay-du-lieu-cua-toi.json"');
    expect(file.headers.get('cache-control')).toBe('no-store');
    expect(file.data).toMatchObject({ person: { id: person.id, email: person.email } });
    for (let taken = 1; taken < 10; taken += 1) await get('/cua-toi/du-lieu/tai-ve', { as: person });
    expect((await get('/cua-toi/du-lieu/tai-ve', { as: person })).status).toBe(409);
  });

  test('closing: a box, a choice and the password; then the page that says goodbye, and the way back', async () => {
    const person = await aPersonWithPassword();
    const empty = await post('/cua-toi/dong-tai-khoan', { as: person, form: { password: knownPassword } });
    expect(fields(empty)).toEqual({
      ideas: [{ key: 'controls:problems.choice' }],
      sure: [{ key: 'people:problems.closingSure' }],
    });
    const form = { password: knownPassword, ideas: 'KEPT_UNNAMED', sure: 'yes' };
    const closed = await post('/cua-toi/dong-tai-khoan', { as: person, form });
    expect(closed.location).toBe('/mo-lai-tai-khoan?da-dong=1');
    const entering = await post('/dang-nhap', { as: null, form: { login: person.email!, password: knownPassword } });
    expect(entering.location).toMatch(/^\/mo-lai-tai-khoan\?ma=/);
    expect(entering.headers.get('set-cookie')).toBeNull();
    const token = new URL(entering.location!, 'http://x').searchParams.get('ma')!;
    const opened = await post('/mo-lai-tai-khoan', { as: null, form: { token } });
    expect([opened.location, opened.headers.get('set-cookie') !== null]).toEqual(['/cua-toi/dong-y', true]);
  });

  test('new terms are asked on the way to a page, once in a session, and never in the middle of a write', async () => {
    const person = await aPersonWithPassword({ termsVersion: '2025-01-01' });
    const asked = await get('/cua-toi/ho-so', { as: person });
    expect([asked.status, asked.location]).toEqual([302, '/dieu-khoan/moi?tiep=%2Fcua-toi%2Fho-so']);
    for (const open of ['/dieu-khoan/moi', '/cua-toi/du-lieu', '/cua-toi/dong-tai-khoan']) {
      expect((await get(open, { as: person })).status).toBe(200);
    }
    expect((await post('/thong-bao/da-doc', { as: person, form: {} })).location).toBe('/thong-bao');
    const foreign = await post('/dieu-khoan/moi', {
      as: person,
      form: { version: '2026-01-01', next: 'https://xau.example' },
    });
    expect(foreign.location).toBe('/cua-toi');
    expect((await get('/cua-toi/ho-so', { as: person })).status).toBe(200);
  });

  test('the language chosen with the switch is kept for the person', async () => {
    const person = await aPersonWithPassword();
    await post('/ngon-ngu', { as: person, form: { language: 'en', next: '/' } });
    expect((await db.person.findUniqueOrThrow({ where: { id: person.id } })).language).toBe('en');
  });
});

test('my things: one more idea is not one more query', async () => {
  const person = await aPersonWithPassword();
  await anIdea({ ownerId: person.id });
  const one = await countQueries(() => get('/cua-toi', { as: person }));
  for (let more = 0; more < 12; more += 1) await anIdea({ ownerId: person.id });
  const many = await countQueries(() => get('/cua-toi', { as: person }));
  expect(many.queries).toBe(one.queries);
});
