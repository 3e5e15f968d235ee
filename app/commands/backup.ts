import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { BackupRefused } from '#app/platform/backup/archive-form.ts';
import { makeBackup } from '#app/platform/backup/make-backup.server.ts';
import { isBeingRestored } from '#app/platform/backup/restore-backup.server.ts';
import { now } from '#app/platform/clock.ts';
import { openEmbeddedPostgres } from '#app/platform/db/embedded-postgres.server.ts';
import { env } from '#app/platform/env.server.ts';
import { secretsOf } from '#app/platform/secrets.server.ts';
import { keysInUse, madeAnew } from './kept-in-backup.ts';
import { worldMark } from './open-ground.ts';
import { CommandFailed, runCommand } from './run-command.ts';

const usage = 'Usage: npm run backup [-- FILE]';

/** The database as it is: a backup migrates nothing. The one of a site that is running is used beside it. */
async function openDatabase(): Promise<{ url: string; isDemo: boolean; stop: () => Promise<void> }> {
  const { DATABASE_URL, DATA_DIR } = env();
  if (isBeingRestored(DATA_DIR))
    throw new BackupRefused(`A restore into ${DATA_DIR} was interrupted: run it again first`);
  if (DATABASE_URL !== undefined) {
    secretsOf(DATA_DIR);
    return { url: DATABASE_URL, isDemo: false, stop: async () => {} };
  }
  if (!existsSync(worldMark())) throw new BackupRefused(`There is nothing to back up: ${DATA_DIR} holds no site`);
  const server = await openEmbeddedPostgres({ dataDir: DATA_DIR, join: true });
  return { url: server.url(), isDemo: true, stop: server.stop };
}

await runCommand(async () => {
  const [name, ...rest] = process.argv.slice(2);
  if (rest.length > 0 || name?.startsWith('-')) throw new CommandFailed(usage);
  const at = now();
  const { DATA_DIR } = env();
  const moment = at.toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '');
  const to = path.resolve(name ?? path.join(DATA_DIR, 'backups', `y-hay-${moment}.tar`));
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const database = await openDatabase();
  try {
    const manifest = await makeBackup({
      to,
      databaseUrl: database.url,
      dataDir: DATA_DIR,
      version,
      demo: database.isDemo,
      at,
      without: madeAnew,
      keysInUse,
      tell: (line) => console.log(`  ${line}`),
    });
    for (const key of manifest.lost)
      console.warn(`  The database names a file that is gone: files/${key.slice(0, 2)}/${key}`);
    console.log(`Backed up into ${to}, read back and compared. It holds keys: keep it where nobody else reads.`);
  } finally {
    await database.stop();
  }
});
