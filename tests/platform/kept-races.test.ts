import { expect, test } from 'vitest';
import { raceWithdrawals } from '#tests/support/withdrawal-race.ts';

// The long form, 1,000 of them and how soon: npm run bench -- withdrawals
test('what is withdrawn while pages are drawn is shown by nobody: here at once, elsewhere soon', async () => {
  const race = await raceWithdrawals({ count: 25, seed: 20_261_122 });
  expect(race.shown).toEqual([]);
  expect(race.stayedElsewhere).toEqual([]);
  expect(race.reads).toBeGreaterThan(race.withdrawals * 5);
});
