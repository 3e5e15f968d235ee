import { expect, test } from 'vitest';
import { runFinal } from '#tests/support/final-on-phones.ts';

test('a final on phones, the uplink cut and the server killed at five points: no mark lost, none doubled, no older one in force', async () => {
  const run = await runFinal({ entries: 12, judges: 4, kills: 5, cutSeconds: 1, pause: 60, seed: 3 });
  expect(run).toMatchObject({ sheets: 48, lost: [], doubled: [], older: [], aside: 0 });
  expect(run.broken).toBeGreaterThan(0);
}, 180_000);
