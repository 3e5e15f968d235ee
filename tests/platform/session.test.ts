import { expect, test } from 'vitest';
import { beginSession, endSession, readSession } from '#app/platform/session.server.ts';
import { aPerson } from '#tests/support/builders.ts';

const asking = (cookie: string) => new Request('http://127.0.0.1:3000/', { headers: { cookie } });

test('a session is read whatever else stands among the cookies', async () => {
  const person = await aPerson();
  const [own] = (await beginSession({ request: asking(''), personId: person.id })).split(';');
  for (const cookies of [own!, `a=%E0%A4%A; ${own}`, `${own}; %=%; =; ;`, `x${own!.replace('=', '=%')}; ${own}`]) {
    expect([cookies, (await readSession(asking(cookies))).personId]).toEqual([cookies, person.id]);
  }
});

test('a session that cannot be read is none: it is cleared, opens nothing and breaks nothing', async () => {
  const person = await aPerson();
  for (const cookie of ['y_hay=%E0%A4%A', 'y_hay=%', 'y_hay=nobody', 'y_hay="; y_hay=%']) {
    const { personId, facts, cookie: told } = await readSession(asking(cookie));
    expect([cookie, personId, facts]).toEqual([cookie, null, null]);
    expect(told).toMatch(/^y_hay=;.*Max-Age=0/);
    expect(await endSession({ request: asking(cookie) })).toMatch(/^y_hay=;.*Max-Age=0/);
    expect(await beginSession({ request: asking(cookie), personId: person.id })).toMatch(/^y_hay=\w{20,};/);
  }
  expect(await readSession(asking('y_hay='))).toEqual({ personId: null, facts: null, cookie: null });
  expect(await readSession(asking('a=%E0%A4%A'))).toEqual({ personId: null, facts: null, cookie: null });
});
