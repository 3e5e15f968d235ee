import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { continueAfterCopy } from '#app/domain/history/continue-after-copy.server.ts';
import { BackupRefused } from '#app/platform/backup/archive-form.ts';
import { Archive } from '#app/platform/backup/read-archive.server.ts';
import { restoreBackup } from '#app/platform/backup/restore-backup.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { type EmbeddedPostgres, openEmbeddedPostgres } from '#app/platform/db/embedded-postgres.server.ts';
import { env } from '#app/platform/env.server.ts';
import { running } from '#app/platform/running.server.ts';
import { syncIndex } from '#search/sync.server.ts';
import { asideOrAway, worldMark } from './open-ground.ts';
import { CommandFailed, runCommand } from './run-command.ts';

const usage = 'Usage: npm run restore -- FILE   into an empty database and an empty DATA_DIR';

await runCommand(async () => {
  const [name, ...rest] = process.argv.slice(2);
  if (name === undefined || name.startsWith('-') || rest.length > 0) throw new CommandFailed(usage);
  const { DATABASE_URL, DATA_DIR } = env();
  const archive = await Archive.open(path.resolve(name));
  let server: EmbeddedPostgres | undefined;

  async function openDatabase() {
    if (DATABASE_URL !== undefined) {
      running().databaseUrl = DATABASE_URL;
      return { url: DATABASE_URL, isEmbedded: false, undo: async () => {} };
    }
    server = await openEmbeddedPostgres({ dataDir: DATA_DIR });
    running().databaseUrl = server.url();
    // Nothing was ever laid here whole: what there is, is the rest of a start or a restore that was cut off.
    await asideOrAway(server.url('postgres'), false);
    const { stop } = server;
    const undo = async () => {
      await db.$disconnect();
      await stop();
    };
    return { url: server.url(), isEmbedded: true, undo };
  }

  /** The events go on where they were, whatever this server's transactions count from; what is searched is made anew. */
  async function finish() {
    await continueAfterCopy();
    while (await syncIndex('postgres'));
    if (DATABASE_URL === undefined) writeFileSync(worldMark(), '');
  }

  try {
    const { manifest } = archive;
    console.log(
      `${archive.place}: Ý Hay ${manifest.version}, ${manifest.at}, ${manifest.lastMigration ?? 'no migration'}`,
    );
    if (DATABASE_URL === undefined && existsSync(worldMark())) {
      throw new BackupRefused(`${DATA_DIR} holds a site already: set DATA_DIR to a new folder, then restore`);
    }
    if (DATABASE_URL !== undefined && manifest.demo) {
      throw new BackupRefused(
        'This is a backup of the demo world, whose passwords everyone knows: it goes into an embedded database only (no DATABASE_URL)',
      );
    }
    const tell = (line: string) => console.log(`  ${line}`);
    await restoreBackup({ archive, dataDir: DATA_DIR, openDatabase, finish, tell });
    for (const key of manifest.lost) console.warn(`  Was lost before the backup: files/${key.slice(0, 2)}/${key}`);
    console.log('Restored. Start the site with: npm start');
  } finally {
    await archive.close();
    await db.$disconnect();
    await server?.stop();
  }
});
