import path from 'node:path';
import { db } from '#app/platform/db/db.server.ts';
import { env } from '#app/platform/env.server.ts';
import { running } from '#app/platform/running.server.ts';
import { serveSite } from '#app/server.ts';
import { buildSite } from './build-site.ts';
import { layWorld, openGround } from './open-ground.ts';
import { runCommand, untilToldToStop } from './run-command.ts';
import { sayWelcome } from './welcome.ts';

// React looks here when the built site is loaded, and draws several times slower where nothing is said.
process.env.NODE_ENV ||= 'production';

await runCommand(async () => {
  const settings = env();
  const began = performance.now();
  console.log('Starting Ý Hay …');
  const [ground, built] = await Promise.allSettled([openGround(), buildSite()]);
  if (ground.status === 'rejected' || built.status === 'rejected') {
    if (ground.status === 'fulfilled') await ground.value.close();
    throw ground.status === 'rejected' ? ground.reason : (built as PromiseRejectedResult).reason;
  }
  try {
    await layWorld();
    const site = await serveSite({ env: settings, root: path.resolve(built.value) });
    await sayWelcome({ origin: site.origin, demo: running().demo, seconds: (performance.now() - began) / 1000 });
    await untilToldToStop();
    await site.stop();
  } finally {
    await db.$disconnect();
    await ground.value.close();
  }
});
