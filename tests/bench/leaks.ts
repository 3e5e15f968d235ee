import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEmbeddedPostgres } from '#app/platform/db/embedded-postgres.server.ts';
import { applyMigrations } from '#app/platform/db/migrate.server.ts';
import { running } from '#app/platform/running.server.ts';

/**
 * `npm run bench -- leaks [REQUESTS]`: asks as everyone at every address of app/routes.ts, with what people put behind an address,
 * and looks for every contact in every answer. 10,000 requests unless told otherwise; exit 1 where one is found.
 */
export default async function leaks([count = '10000']: string[]): Promise<void> {
  const most = Number(count);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'y-hay-leaks-'));
  process.env.DATA_DIR = dataDir;
  process.env.PUBLIC_URL = 'http://127.0.0.1:3000';
  process.env.LOG_LEVEL ||= 'fatal';
  const server = await openEmbeddedPostgres({ dataDir, settings: { fsync: 'off', synchronous_commit: 'off' } });
  try {
    await applyMigrations(server.url());
    running().databaseUrl = server.url();
    const { db } = await import('#app/platform/db/db.server.ts');
    const { layLeakWorld, leakRequests, lookForLeaks } = await import('#tests/support/leak-world.ts');
    const world = await layLeakWorld();
    const requests = leakRequests(world, most);
    const began = performance.now();
    const report = await lookForLeaks(world, requests);
    const seconds = (performance.now() - began) / 1000;
    const kinds = [...report.answers].toSorted(([one], [other]) => one.localeCompare(other));
    const statuses = [...new Set(kinds.flatMap(([, counted]) => [...counted.keys()]))].sort();
    console.log(`${'visitor'.padEnd(28)}${statuses.map((status) => String(status).padStart(7)).join('')}`);
    for (const [kind, counted] of kinds) {
      console.log(
        `${kind.padEnd(28)}${statuses.map((status) => String(counted.get(status) ?? 0).padStart(7)).join('')}`,
      );
    }
    console.log(
      `\n${report.asked} requests at ${report.addresses} addresses in ${seconds.toFixed(0)} s; ` +
        `${world.people.length} people with a mail address and a telephone number each.`,
    );
    console.log(`Contacts without consent: ${report.leaks.length}`);
    for (const leak of report.leaks.slice(0, 50)) console.log(`  ${leak}`);
    console.log(`Consented contacts given: ${report.given}; not given: ${report.withheld.length}`);
    if (report.leaks.length + report.withheld.length > 0) process.exitCode = 1;
    await db.$disconnect();
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
