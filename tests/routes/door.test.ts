import { redirect } from '@remix-run/node';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { NotFound, NotNow } from '#app/domain/refusal.ts';
import { forAnyone } from '#app/routes/door.server.ts';

const origin = 'http://127.0.0.1:3000';
const address = `${origin}/y-tuong/mau/rut`;

const refusing = forAnyone(async ({ form }) => {
  await form(z.object({ reason: z.string() }));
  throw new NotNow({ key: 'ideas:refusals.state' });
});
const leading = forAnyone(async () => redirect('/y-tuong/mau'));
const leadingByThrow = forAnyone(async () => {
  throw redirect('/y-tuong/mau');
});

/** What Remix does with a form sent without script: the action, then the page's data, with one context for both. */
async function sendForm(read: typeof leading) {
  const context = { address: '192.0.2.9', origin };
  const body = new URLSearchParams({ reason: 'Đã có người làm rồi', password: 'bí mật' });
  const post = new Request(address, { method: 'POST', headers: { origin }, body });
  const refused = await refusing({ request: post, params: {}, context });
  const shown = await read({ request: new Request(address), params: {}, context }).catch((thrown: unknown) => thrown);
  return { refused, shown };
}

it.each([
  ['answers', leading],
  ['throws', leadingByThrow as typeof leading],
])('shows a refusal where the page behind it %s with a way elsewhere', async (_, read) => {
  const { refused, shown } = await sendForm(read);
  const said = {
    refusal: { kind: 'not-now', because: { key: 'ideas:refusals.state' }, fields: undefined },
    typed: { reason: 'Đã có người làm rồi' },
  };
  expect(refused).toMatchObject({ data: said, init: { status: 409 } });
  expect(shown).toMatchObject({ data: said, init: { status: 409 } });
});

it('leads on where nothing was refused in the same request', async () => {
  const context = { address: '192.0.2.9', origin };
  expect(await leading({ request: new Request(address), params: {}, context })).toMatchObject({ status: 302 });
});

const away = forAnyone(async () => {
  throw new NotFound();
});

it('a page that is not there is no form: it has nothing typed to give back', async () => {
  const context = { address: '192.0.2.9', origin };
  const shown = await away({ request: new Request(address), params: {}, context }).catch((thrown: unknown) => thrown);
  expect(shown).toMatchObject({
    data: { refusal: { kind: 'not-found', because: undefined, fields: undefined }, typed: undefined },
    init: { status: 404 },
  });
});

it('a field may have any name', async () => {
  const taking = forAnyone(async ({ form }) => form(z.object({ toString: z.string(), constructor: z.string() })));
  const body = new URLSearchParams({ toString: 'một', constructor: 'hai', ['__proto__']: 'ba' });
  const request = new Request(address, { method: 'POST', headers: { origin }, body });
  const taken = await taking({ request, params: {}, context: { address: '192.0.2.9', origin } });
  expect(Object.entries(taken)).toEqual([
    ['toString', 'một'],
    ['constructor', 'hai'],
  ]);
});
