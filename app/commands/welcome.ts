import path from 'node:path';
import { env } from '#app/platform/env.server.ts';
import { demoPassword, demoSignIns } from '#prisma/seed/demo-sign-ins.ts';

/** Says where the site is and, in the demo world, how to get in as anyone. */
export async function sayWelcome(options: { origin: string; demo: boolean; seconds: number }): Promise<void> {
  const { origin, demo, seconds } = options;
  console.log(`\n  Ý Hay   ${origin}   (ready in ${seconds.toFixed(1)} s)\n`);
  if (demo) {
    console.log(`  Demo sign-ins, all with the password  ${demoPassword}\n`);
    const widest = Math.max(...demoSignIns.map(({ signIn }) => signIn.length));
    for (const { signIn, role } of demoSignIns) console.log(`    ${signIn.padEnd(widest + 2)} ${role}`);
    console.log(`\n  Mails of the demo world: ${origin}/thu-demo`);
  }
  if (!demo && env().SMTP_URL === undefined) {
    console.log(`  SMTP_URL is not set: nobody gets a mail; each is kept in ${path.join(env().DATA_DIR, 'outbox')}.\n`);
  }
  console.log('  Ctrl-C stops everything.\n');
}
