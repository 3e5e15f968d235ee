/**
 * npm run bench -- publication [--rate 300] [--seconds 5] [--entries 60]: so many readers a second ask two processes of the built site for a
 * contest's results, their data and their file, while its chair publishes them through the site. Nobody may see them early, and nobody may get an
 * error; how long afterwards somebody still saw none is said.
 */
import { buildSite } from '#app/commands/build-site.ts';
import { seedReference } from '#prisma/seed/seed.ts';
import { withEmptyBank } from '#tests/support/empty-bank.ts';
import { runPublication } from '#tests/support/publication-second.ts';

export default async function publication(args: string[]): Promise<void> {
  const flag = (name: string, otherwise: number) => {
    const at = args.indexOf(`--${name}`);
    return at < 0 ? otherwise : Number(args[at + 1]);
  };
  const root = await buildSite();
  await withEmptyBank(async (dataDir) => {
    await seedReference();
    const [rate, seconds, entries] = [flag('rate', 300), flag('seconds', 5), flag('entries', 60)];
    const run = await runPublication({ root, dataDir, entries, rate, seconds });
    const ms = (value: number) => `${value.toFixed(0)} ms`;
    console.log(
      `${run.requests} requests at ${rate} a second to two processes, ${entries} entries; publishing took ${ms(run.publishing)}`,
    );
    console.log(`seen early: ${run.early} (must be 0); errors: ${JSON.stringify(run.errors)} (must be {})`);
    console.log(
      `sent after it was done and answered without results: ${run.behind}, the last of them ${ms(run.longestBehind)} later`,
    );
    const { before, during, after } = run.p95;
    console.log(
      `p95: ${ms(before)} in the second before, ${ms(during)} in the second of publication, ${ms(after)} afterwards; the slowest ${ms(run.slowest)}`,
    );
    if (run.early > 0 || Object.keys(run.errors).length > 0) process.exitCode = 1;
  });
}
