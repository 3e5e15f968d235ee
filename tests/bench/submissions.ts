/**
 * npm run bench -- submissions: 1,000 teams send their entries within 60 seconds while the server is killed twice. Every receipt must have its
 * entry, every entry one receipt.
 */

import { withEmptyBank } from '#tests/support/empty-bank.ts';
import { runLastMinute } from '#tests/support/last-minute.ts';

export default async function submissions([teams = '1000', seed = '1']: string[] = []): Promise<void> {
  await withEmptyBank(async () => {
    const run = await runLastMinute({ teams: Number(teams), kills: 2, within: 55, seed: Number(seed) });
    const { lost, strayReceipts, strayEntries, repeated } = run;
    console.log(`${run.teams} teams, ${run.entries} entries in ${run.seconds.toFixed(0)} s, ${run.again} sent again`);
    console.log(
      `without an entry ${lost.length}, receipts without theirs ${strayReceipts.length}, entries without theirs ${strayEntries.length}, numbers twice ${repeated}`,
    );
    if (run.entries !== run.teams || lost.length + strayReceipts.length + strayEntries.length + repeated > 0) {
      process.exitCode = 1;
    }
  });
}
