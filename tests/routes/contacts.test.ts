import { expect, test } from 'vitest';
import { layLeakWorld, leakRequests, lookForLeaks } from '#tests/support/leak-world.ts';

/** The whole is `npm run bench -- leaks`: 10,000 and more. */
const most = 700;

test(`of ${most} requests by every side, none carries a contact without consent, and those with it exactly the consented one`, async () => {
  const world = await layLeakWorld();
  const requests = leakRequests(world, most);
  expect(requests.length).toBe(most);
  const { leaks, withheld, given, asked } = await lookForLeaks(world, requests);
  expect({ leaks, withheld, asked }).toEqual({ leaks: [], withheld: [], asked: most });
  expect(given).toBeGreaterThan(10);
}, 300_000);
