import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { publishRound } from '#app/domain/awards/publish-round.server.ts';
import { paths } from '#app/paths.ts';
import { hearsChanges, listenForChanges } from '#app/platform/db/changes.server.ts';
import { databaseUrl } from '#app/platform/db/db.server.ts';
import { keptPages } from '#tests/support/kept-pages.ts';
import { anAwardedRound } from './an-awarded-round.ts';

test('readers of the results while they are published: nobody sees them early or late, and nobody gets an error', async () => {
  const { where, contest } = await anAwardedRound();
  const line = listenForChanges(databaseUrl());
  while (!hearsChanges()) await wait(5);
  const pages = keptPages();
  const results = paths.results(contest);
  const addresses = [results, `${results}?bang=chung`, `${results}?trang=2`];
  // The first read of a page loads its code.
  for (const address of addresses) await pages.read(address);
  const seen: { sent: number; got: number; sound: boolean; shows: boolean }[] = [];
  let over = false;
  const readOn = async (first: number) => {
    for (let count = first; !over; count += 1) {
      const sent = performance.now();
      const text = await pages.read(addresses[count % addresses.length]!);
      const shows = text.includes('Giải Nhất');
      seen.push({ sent, got: performance.now(), sound: text.startsWith('200 '), shows });
      await wait(0);
    }
  };
  const readers = [0, 1, 2, 3].map(readOn);
  try {
    await wait(100);
    const asked = performance.now();
    await publishRound(where);
    const done = performance.now();
    await wait(100);
    over = true;
    await Promise.all(readers);
    expect(seen.filter(({ sound }) => !sound)).toEqual([]);
    expect(seen.filter(({ got, shows }) => got < asked && shows)).toEqual([]);
    expect(seen.filter(({ sent, shows }) => sent > done && !shows)).toEqual([]);
    expect([seen.some(({ shows }) => !shows), seen.some(({ shows }) => shows)]).toEqual([true, true]);
  } finally {
    over = true;
    await Promise.all(readers);
    await line.stop();
  }
});
