/**
 * npm run bench -- withdrawals [--count 1000] [--seed 1]: ideas are withdrawn one after the other while four readers in this process and one in
 * another read the pages they stand on. Says how many answers still showed one, and how long the other process took at most.
 */

import { withEmptyBank } from '#tests/support/empty-bank.ts';
import { raceWithdrawals } from '#tests/support/withdrawal-race.ts';

export default async function withdrawals(args: string[]): Promise<void> {
  const flag = (name: string, otherwise: number) => {
    const at = args.indexOf(`--${name}`);
    return at < 0 ? otherwise : Number(args[at + 1]);
  };
  await withEmptyBank(async () => {
    const began = performance.now();
    const race = await raceWithdrawals({ count: flag('count', 1_000), seed: flag('seed', 1) });
    console.log(
      `${race.withdrawals} withdrawals, ${race.reads} pages read here (${race.drawn} drawn) in ${((performance.now() - began) / 1000).toFixed(0)} s`,
    );
    console.log(`shown after the withdrawal was done: ${race.shown.length} (must be 0)`);
    console.log(`gone in another process after at most ${race.longestElsewhere.toFixed(0)} ms (must be under 1,000)`);
    if (race.shown.length > 0 || race.stayedElsewhere.length > 0 || race.longestElsewhere >= 1_000)
      process.exitCode = 1;
  });
}
