import { expect, test } from 'vitest';
import { get, post } from '#tests/support/visits.ts';

test('a stranger reads the home page', async () => {
  const answer = await get('/', { as: null });
  expect(answer.status).toBe(200);
});

test('a form from another site is refused', async () => {
  const answer = await post('/ngon-ngu', { as: null, form: { ngonNgu: 'en' }, from: 'https://elsewhere.example' });
  expect(answer.status).toBe(403);
});
