import { expect, it } from 'vitest';
import { action, loader } from '#app/routes/site/language.tsx';

const origin = 'http://127.0.0.1:3000';

type Asked = { body?: Record<string, string>; from?: string };

function asking({ body, from = origin }: Asked = {}) {
  const request =
    body === undefined
      ? new Request(`${origin}/ngon-ngu`)
      : new Request(`${origin}/ngon-ngu`, {
          method: 'POST',
          headers: { origin: from },
          body: new URLSearchParams(body),
        });
  return { request, params: {}, context: { address: '192.0.2.7', origin } };
}

const answerOf = async (asked: Asked) => {
  const answer = (await action(asking(asked)).catch((thrown: unknown) => thrown)) as Response;
  return { to: answer.headers?.get('location'), cookie: answer.headers?.get('set-cookie'), status: answer.status };
};

it('remembers the language and leads back to where one was', async () => {
  expect(await answerOf({ body: { language: 'en', next: '/y-tuong?q=n%C6%B0%E1%BB%9Bc' } })).toEqual({
    status: 302,
    to: '/y-tuong?q=n%C6%B0%E1%BB%9Bc',
    cookie: 'ngon-ngu=en; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly',
  });
});

it.each([
  'https://xau.example/',
  '//xau.example',
  '/\\xau.example',
  '/\t/xau.example',
  'javascript:alert(1)',
  '',
  `/${'a'.repeat(3000)}`,
])('never leads off the site: %s', async (next) => {
  expect((await answerOf({ body: { language: 'vi', next } })).to).toBe('/');
});

it('refuses a language that is none, and a form from elsewhere', async () => {
  const refusal = async (asked: Asked) => (await action(asking(asked))) as unknown as { init: { status: number } };
  expect((await refusal({ body: { language: 'fr' } })).init.status).toBe(422);
  expect((await refusal({ body: { language: 'en' }, from: 'https://xau.example' })).init.status).toBe(403);
});

it('has no page', async () => {
  expect((await loader(asking())) as unknown as Response).toMatchObject({ status: 302 });
});
