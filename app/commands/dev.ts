// Before anything of ours is loaded: settings are read at the first use.
process.env.NODE_ENV = 'development';

const { db } = await import('#app/platform/db/db.server.ts');
const { env } = await import('#app/platform/env.server.ts');
const { running } = await import('#app/platform/running.server.ts');
const { serveSite } = await import('#app/server.ts');
const { layWorld, openGround } = await import('./open-ground.ts');
const { runCommand, untilToldToStop } = await import('./run-command.ts');
const { sayWelcome } = await import('./welcome.ts');

await runCommand(async () => {
  const began = performance.now();
  const ground = await openGround();
  try {
    await layWorld();
    const site = await serveSite({ env: env(), root: process.cwd(), dev: true });
    await sayWelcome({ origin: site.origin, demo: running().demo, seconds: (performance.now() - began) / 1000 });
    await untilToldToStop();
    await site.stop();
  } finally {
    await db.$disconnect();
    await ground.close();
  }
});

export {};
