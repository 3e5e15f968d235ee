import { beforeEach, expect, test } from 'vitest';
import { fixClock } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { clearCount, countAgainst, forgetOldCounts, standsAgainst } from '#app/platform/limits.server.ts';
import { nextWord } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { countQueries } from '#tests/support/database.ts';

beforeEach(async () => {
  await db.rateLimit.deleteMany();
});

test('counts within a window, refuses beyond it and begins again after it', async () => {
  atTime('2026-05-20T10:00:00Z');
  const limit = { key: `sign-in:${nextWord('account')}`, max: 2, seconds: 60 };
  const other = { ...limit, key: `sign-in:${nextWord('account')}` };
  expect(await countAgainst(limit)).toEqual({ ok: true });
  fixClock('2026-05-20T10:00:20Z');
  expect(await standsAgainst(limit)).toEqual({ ok: true });
  expect(await countAgainst(limit)).toEqual({ ok: true });
  expect(await standsAgainst(limit)).toEqual({ ok: false, retryAfterSeconds: 40 });
  expect(await countAgainst(limit)).toEqual({ ok: false, retryAfterSeconds: 40 });
  expect(await countAgainst(other)).toEqual({ ok: true });
  fixClock('2026-05-20T10:01:00Z');
  expect(await countAgainst(limit)).toEqual({ ok: true });
});

test('is one statement, exact under a rush, and stores no address', async () => {
  const limit = { key: 'sign-in:203.0.113.9', max: 5, seconds: 60 };
  const { queries } = await countQueries(() => countAgainst(limit));
  expect(queries).toBe(1);
  const answers = await Promise.all(Array.from({ length: 20 }, () => countAgainst(limit)));
  expect(answers.filter((answer) => answer.ok)).toHaveLength(4);
  expect(JSON.stringify(await db.rateLimit.findMany())).not.toContain('203.0.113.9');
});

test('is cleared by the right password, and old counts are forgotten', async () => {
  atTime('2026-05-20T10:00:00Z');
  const limit = { key: `sign-in:${nextWord('account')}`, max: 1, seconds: 60 };
  await countAgainst(limit);
  expect(await standsAgainst(limit)).toMatchObject({ ok: false });
  await clearCount(limit.key);
  expect(await standsAgainst(limit)).toEqual({ ok: true });
  await countAgainst(limit);
  fixClock('2026-05-21T10:00:01Z');
  await countAgainst({ ...limit, key: 'sign-in:new' });
  await forgetOldCounts();
  expect(await db.rateLimit.count()).toBe(1);
});
