import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hearsChanges, listenForChanges } from '#app/platform/db/changes.server.ts';
import { databaseUrl, db } from '#app/platform/db/db.server.ts';
import { sharedRead } from '#app/platform/shared-reads.server.ts';

let line: { stop: () => Promise<void> };
beforeAll(async () => {
  line = listenForChanges(databaseUrl());
  while (!hearsChanges()) await wait(5);
});
afterAll(() => line.stop());

/** Reads the fields, and says which reading it was. */
function reading() {
  let times = 0;
  return async () => {
    await db.field.count();
    times += 1;
    return times;
  };
}

test('what was read is read once for all who ask', async () => {
  const work = reading();
  expect([await sharedRead('one', work), await sharedRead('one', work)]).toEqual([1, 1]);
  expect(await sharedRead('another', work)).toBe(2);
});

test('what is not to be kept is for those who waited for it, and for nobody after them', async () => {
  const work = reading();
  const keeps = (times: number) => times > 1;
  expect(await Promise.all([1, 2, 3].map(() => sharedRead('passing', work, { keeps })))).toEqual([1, 1, 1]);
  expect(await sharedRead('passing', work, { keeps })).toBe(2);
  expect(await sharedRead('passing', work, { keeps })).toBe(2);
});

test('nothing is kept for longer than it was meant to be', async () => {
  const work = reading();
  expect(await sharedRead('short', work, { longest: 0 })).toBe(1);
  expect(await sharedRead('short', work)).toBe(2);
});
