/**
 * npm run bench -- kill [--seed 1] [--changes 500] [--kills 50] [--seconds 60]: Meilisearch stopped, and then hanging, while ideas change, the
 * worker is killed and people search. Says how searches fared and how soon both indexes equal the database again.
 */
import { seedReference } from '#prisma/seed/seed.ts';
import { withEmptyBank } from '#tests/support/empty-bank.ts';
import { killRun } from '#tests/support/kill-run.ts';

export default async function kill(args: string[]): Promise<void> {
  const value = (name: string, otherwise: number) =>
    args.includes(`--${name}`) ? Number(args[args.indexOf(`--${name}`) + 1]) : otherwise;
  await withEmptyBank(async () => {
    await seedReference();
    const run = await killRun({
      seed: value('seed', 1),
      changes: value('changes', 500),
      kills: value('kills', 50),
      seconds: value('seconds', 60),
      ideas: 2_000,
    });
    if (run === null) throw new Error('There is no Meilisearch on this machine.');
    const { failed, p95, equalAfter } = run;
    console.log(`${run.changes} changes, the worker killed ${run.kills} times, ${run.searches} searches`);
    console.log(
      `  searches that failed: ${failed.length}${failed.length > 0 ? ` (${failed[0]})` : ''}; without an answer: ${run.withoutAnswer}`,
    );
    console.log(
      `  stopped: p95 ${p95.stopped} ms after the first second; both indexes equal ${equalAfter.stopped} s after its return`,
    );
    console.log(
      `  hanging: p95 ${p95.hung} ms after the first second; both indexes equal ${equalAfter.hung} s after its return`,
    );
  });
}
