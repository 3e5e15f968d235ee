import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { findActor } from '#app/domain/people/find-actor.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { linkTokenFor } from '#app/platform/link-token.server.ts';
import { aPerson, aUnit, nextWord } from '#tests/support/builders.ts';
import { aClassCode, aPersonWithPassword, aProvince, knownPassword } from '#tests/support/people-builders.ts';
import { type Answer, get, post } from '#tests/support/visits.ts';

const signingUp = (change: Record<string, string> = {}) => ({
  fullName: 'Nguyễn Thị Ánh',
  birthDate: '2008-11-22',
  email: `${nextWord('anh')}@thu.example`,
  password: knownPassword,
  unit: '',
  unitText: '',
  terms: 'yes',
  ...change,
});

/** Everything a visitor could tell two answers apart by. */
const seen = ({ status, location, headers, text }: Answer) => ({ status, location, headers: [...headers], text });

const cookieOf = (answer: Answer) => answer.headers.get('set-cookie')?.split(';')[0] ?? '';
const tokenIn = (cookie: string) => cookie.slice(cookie.indexOf('=') + 1);
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

async function linkFor(email: string, purpose: 'VERIFY_MAIL' | 'RESET_PASSWORD') {
  const link = await db.mailToken.findFirstOrThrow({ where: { email, purpose }, orderBy: { createdAt: 'desc' } });
  return linkTokenFor(link.id);
}

describe('nobody learns whether an address has an account', () => {
  test('by signing up', async () => {
    const known = await aPersonWithPassword();
    const waiting = await aPersonWithPassword({ emailVerifiedAt: null });
    const answers = await Promise.all(
      [known.email!, waiting.email!, `${nextWord('moi')}@thu.example`].map(async (email) =>
        seen(await post('/dang-ky', { as: null, form: signingUp({ email }) })),
      ),
    );
    expect(answers[0]).toEqual({
      status: 302,
      location: '/dang-ky?da-gui=1',
      headers: [['location', '/dang-ky?da-gui=1']],
      text: '',
    });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  test.each([
    ['forgetting a password', '/quen-mat-khau'],
    ['asking for the mail again', '/xac-minh-thu/gui-lai'],
  ])('by %s', async (_, address) => {
    const known = await aPersonWithPassword({ emailVerifiedAt: address.startsWith('/xac') ? null : new Date() });
    const [one, other] = await Promise.all(
      [known.email!, 'khong-co@thu.example'].map(async (email) =>
        seen(await post(address, { as: null, form: { email } })),
      ),
    );
    expect(one).toEqual(other);
    expect(one!.status).toBe(302);
  });

  test('by signing in', async () => {
    const known = await aPersonWithPassword();
    const waiting = await aPersonWithPassword({ emailVerifiedAt: null });
    const answers = [];
    for (const [login, password] of [
      [known.email!, 'sai mật khẩu rồi'],
      [waiting.email!, knownPassword],
      ['khong-co@thu.example', knownPassword],
    ] as const) {
      const { status, data } = await post('/dang-nhap', { as: null, form: { login, password } });
      answers.push({ status, refusal: (data as { refusal: unknown }).refusal });
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(answers[0]).toEqual({
      status: 422,
      refusal: { kind: 'not-valid', fields: { password: [{ key: 'people:problems.signIn' }] } },
    });
  });
});

describe('a session', () => {
  test('begins anew at every sign-in, is kept as a hash only, and the token brought along is worth nothing after', async () => {
    const person = await aPersonWithPassword();
    const enter = (cookie: string) =>
      post('/dang-nhap', {
        as: null,
        form: { login: person.email!, password: knownPassword },
        headers: cookie === '' ? {} : { cookie },
      });
    const first = await enter('');
    expect(first).toMatchObject({ status: 302, location: '/cua-toi' });
    expect(first.headers.get('set-cookie')).toMatch(/^y_hay=[a-z0-9]{40}; HttpOnly; .*SameSite=Lax/);
    const token = tokenIn(cookieOf(first));
    const second = await enter(cookieOf(first));
    expect(tokenIn(cookieOf(second))).not.toBe(token);
    const kept = await db.session.findMany({ where: { personId: person.id } });
    expect(kept.map((session) => session.id)).toEqual([hashOf(tokenIn(cookieOf(second)))]);
    const stale = await get('/cua-toi', { as: null, headers: { cookie: cookieOf(first) } });
    expect(stale.location).toBe('/dang-nhap?tiep=%2Fcua-toi');
  });

  test('a token planted before signing in is not taken over', async () => {
    const person = await aPersonWithPassword();
    const planted = 'y_hay=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
    const answer = await post('/dang-nhap', {
      as: null,
      form: { login: person.email!, password: knownPassword },
      headers: { cookie: planted },
    });
    expect(cookieOf(answer)).not.toBe(planted);
    expect(await db.session.count({ where: { id: hashOf(tokenIn(planted)) } })).toBe(0);
  });

  test('ends on signing out', async () => {
    const person = await aPersonWithPassword();
    const entered = await post('/dang-nhap', { as: null, form: { login: person.email!, password: knownPassword } });
    const left = await post('/dang-xuat', { as: null, headers: { cookie: cookieOf(entered) } });
    expect(left).toMatchObject({ status: 302, location: '/' });
    expect(await db.session.count({ where: { personId: person.id } })).toBe(0);
  });

  test('a form of another site signs nobody in or out', async () => {
    const person = await aPersonWithPassword();
    const form = { login: person.email!, password: knownPassword };
    expect((await post('/dang-nhap', { as: null, form, from: 'https://ke-gian.example' })).status).toBe(403);
    expect((await post('/dang-xuat', { as: person, from: 'https://ke-gian.example' })).status).toBe(403);
    expect(await db.session.count({ where: { personId: person.id } })).toBe(1);
  });
});

describe('signing up, page by page', () => {
  test('a mail scanner that opens the link uses nothing up; the person who presses the button is in', async () => {
    const form = signingUp();
    await post('/dang-ky', { as: null, form });
    const token = await linkFor(form.email, 'VERIFY_MAIL');
    for (let scan = 0; scan < 3; scan += 1) {
      expect((await get(`/xac-minh-thu?ma=${token}`, { as: null })).data).toEqual({
        open: true,
        token,
        email: form.email,
      });
    }
    const wrong = await post(`/xac-minh-thu?ma=${token}`, { as: null, form: { token, password: 'không phải đâu' } });
    expect(wrong.status).toBe(422);
    expect(wrong.text).not.toMatch(/không phải đâu|mua thu/);
    const entered = await post(`/xac-minh-thu?ma=${token}`, { as: null, form: { token, password: knownPassword } });
    expect(entered).toMatchObject({ status: 302, location: '/cua-toi' });
    expect((await get('/cua-toi', { as: null, headers: { cookie: cookieOf(entered) } })).status).toBe(200);
    expect((await get(`/xac-minh-thu?ma=${token}`, { as: null })).data).toEqual({
      open: false,
      because: { key: 'people:refusals.linkUsed' },
    });
  });

  test('what was typed comes back, the password never', async () => {
    const answer = await post('/dang-ky', {
      as: null,
      form: signingUp({ birthDate: '31/02/2008', fullName: 'Lê Ơn'.normalize('NFD') }),
    });
    expect(answer.status).toBe(422);
    expect(answer.data).toMatchObject({
      refusal: { kind: 'not-valid', fields: { birthDate: [{ key: 'controls:problems.date' }] } },
      typed: { fullName: 'Lê Ơn', birthDate: '31/02/2008', terms: 'yes' },
    });
    expect(answer.text).not.toContain('mua thu');
  });

  test.each(['fullName', 'birthDate', 'email', 'password', 'unit', 'unitText'])(
    '100,000 characters in %s: a reason beside it, nothing made',
    async (name) => {
      const before = await db.person.count();
      const answer = await post('/dang-ky', { as: null, form: signingUp({ [name]: 'ợ'.repeat(100_000) }) });
      expect(answer.status).toBe(422);
      expect(Object.keys((answer.data as { refusal: { fields: object } }).refusal.fields)).toEqual([name]);
      expect(await db.person.count()).toBe(before);
    },
  );

  test('the terms are not agreed to by silence', async () => {
    const { terms: _, ...form } = signingUp();
    const answer = await post('/dang-ky', { as: null, form });
    expect(answer.status).toBe(422);
    expect(await db.person.count({ where: { email: form.email } })).toBe(0);
  });

  test('several units of that name: they are offered, and the one picked is claimed', async () => {
    const [one, two] = [await aProvince(), await aProvince()];
    for (const { school } of [one, two]) {
      await db.unit.update({
        where: { id: school.id },
        data: { name: 'Trường THPT Kim Đồng', folded: 'truong thpt kim dong' },
      });
    }
    const form = signingUp({ unitText: 'kim đồng' });
    const offered = await post('/dang-ky', { as: null, form });
    const fields = (offered.data as { refusal: { fields: { unit: { values: { choices: string } }[] } } }).refusal
      .fields;
    const choices: { id: number }[] = JSON.parse(fields.unit[0]!.values.choices);
    expect(choices.map(({ id }) => id).toSorted()).toEqual([one.school.id, two.school.id].toSorted());
    await post('/dang-ky', { as: null, form: { ...form, unit: String(two.school.id) } });
    const person = await db.person.findUniqueOrThrow({ where: { email: form.email }, include: { memberships: true } });
    expect(person.memberships).toMatchObject([{ unitId: two.school.id, confirmedAt: null }]);
  });

  test('a pupil joins by a code and is in, with the language of the page', async () => {
    const code = await aClassCode(await aUnit({ kind: 'SCHOOL', parentId: (await aUnit()).id }));
    const { email: _, ...rest } = signingUp();
    const userName = nextWord('em').replaceAll('-', '.');
    const answer = await post('/dang-ky/ma-lop', {
      as: null,
      form: { ...rest, code: code.code, userName },
      headers: { cookie: 'ngon-ngu=en' },
    });
    expect(answer).toMatchObject({ status: 302, location: '/cua-toi' });
    const person = await db.person.findUniqueOrThrow({ where: { userName } });
    expect(person.language).toBe('en');
    expect((await findActor({ personId: person.id }))?.trusted).toBe(true);
    expect((await get('/cua-toi', { as: null, headers: { cookie: cookieOf(answer) } })).status).toBe(200);
  });

  test('signed in, nobody signs up again', async () => {
    const person = await aPerson();
    for (const address of ['/dang-ky', '/dang-ky/ma-lop', '/dang-nhap']) {
      expect(await get(address, { as: person })).toMatchObject({ status: 302, location: '/cua-toi' });
    }
  });
});

describe('after signing in one is where one was going, and nowhere else', () => {
  test.each([
    ['/y-tuong/moi?a=1', '/y-tuong/moi?a=1'],
    ['//ke-gian.example/x', '/cua-toi'],
    ['/\\ke-gian.example', '/cua-toi'],
    ['https://ke-gian.example', '/cua-toi'],
    ['javascript:alert(1)', '/cua-toi'],
    ['/\tke-gian', '/ke-gian'],
    ['', '/cua-toi'],
  ])('%s', async (next, expected) => {
    const person = await aPersonWithPassword();
    const address = `/dang-nhap?tiep=${encodeURIComponent(next)}`;
    const answer = await post(address, { as: null, form: { login: person.email!, password: knownPassword } });
    expect(answer.location).toBe(expected);
  });
});

test('a slip’s password leads to the page for a new one, and opens no session', async () => {
  const person = await aPersonWithPassword({ slipUntil: new Date(Date.now() + 3_600_000) });
  const answer = await post('/dang-nhap', { as: null, form: { login: person.email!, password: knownPassword } });
  expect(answer.location).toMatch(/^\/dat-lai-mat-khau\?ma=[\w-]+$/);
  expect(answer.headers.get('set-cookie')).toBeNull();
  expect(await db.session.count({ where: { personId: person.id } })).toBe(0);
  const token = new URL(answer.location!, 'http://x').searchParams.get('ma')!;
  const entered = await post(answer.location!, { as: null, form: { token, password: 'mật khẩu của riêng em' } });
  expect(entered).toMatchObject({ status: 302, location: '/cua-toi' });
});
