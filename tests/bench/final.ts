/**
 * npm run bench -- final [runs 10] [kills 20]: finals of 60 teams and 9 judges on phones. In the first the uplink is cut for ten minutes, in the
 * others for some seconds; in each the server is killed at so many random points. No mark may be lost or doubled, and no older mark stand over a newer.
 */
import { withEmptyBank } from '#tests/support/empty-bank.ts';
import { runFinal } from '#tests/support/final-on-phones.ts';

export default async function final([runs = '10', kills = '20', longest = '600']: string[] = []): Promise<void> {
  let [points, wrong] = [0, 0];
  await withEmptyBank(async () => {
    for (let run = 1; run <= Number(runs); run += 1) {
      const cutSeconds = run === 1 ? Number(longest) : 5;
      const one = await runFinal({ entries: 60, judges: 9, kills: Number(kills), cutSeconds, pause: 150, seed: run });
      points += one.kills;
      wrong += one.lost.length + one.doubled.length + one.older.length + one.aside;
      console.log(
        `run ${run}: ${one.sheets} sheets, ${one.given} marks, uplink cut ${cutSeconds} s, ${one.kills} kills, ${one.broken} lines broken, ${one.seconds.toFixed(0)} s; lost ${one.lost.length}, doubled ${one.doubled.length}, older in force ${one.older.length}, aside ${one.aside}`,
      );
    }
  });
  console.log(`killed at ${points} points over ${runs} runs: ${wrong} wrong (must be 0)`);
  if (wrong > 0) process.exitCode = 1;
}
