import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { continueAfterCopy } from '#app/domain/history/continue-after-copy.server.ts';
import { isBeingRestored } from '#app/platform/backup/restore-backup.server.ts';
import { embeddedDatabase, openEmbeddedPostgres } from '#app/platform/db/embedded-postgres.server.ts';
import { applyMigrations, findRewrittenMigrations } from '#app/platform/db/migrate.server.ts';
import { env } from '#app/platform/env.server.ts';
import { startMeilisearch } from '#app/platform/meilisearch-process.server.ts';
import { running } from '#app/platform/running.server.ts';
import { CommandFailed } from './run-command.ts';

export type Ground = { close: () => Promise<void> };

/** Tells that the demo world was laid whole; without it, what is there is the rest of an interrupted first start. */
export const worldMark = () => path.join(env().DATA_DIR, 'world-laid');

export async function asideOrAway(adminUrl: string, keep: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    if (keep) {
      const name = `${embeddedDatabase}_until_${new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)}`;
      await client.query(`alter database ${embeddedDatabase} rename to ${name}`);
      console.log(`The migrations of this version begin differently: the old data is kept as ${name}.`);
    } else {
      await client.query(`drop database ${embeddedDatabase} with (force)`);
    }
    await client.query(`create database ${embeddedDatabase}`);
  } finally {
    await client.end();
  }
}

async function openDatabase(join: boolean): Promise<{ stop: () => Promise<void> }> {
  const { DATABASE_URL, DATA_DIR } = env();
  if (isBeingRestored(DATA_DIR)) {
    throw new CommandFailed(`A restore into ${DATA_DIR} was interrupted: run it again, or set another DATA_DIR.`);
  }
  if (DATABASE_URL !== undefined) {
    running().databaseUrl = DATABASE_URL;
    await applyMigrations(DATABASE_URL);
    return { stop: async () => {} };
  }
  const server = await openEmbeddedPostgres({ dataDir: DATA_DIR, join });
  try {
    if (!server.isJoined) {
      const isWhole = existsSync(worldMark());
      const wasRewritten = isWhole && (await findRewrittenMigrations(server.url())).length > 0;
      if (!isWhole || wasRewritten) await asideOrAway(server.url('postgres'), wasRewritten);
      if (wasRewritten) rmSync(worldMark());
      await applyMigrations(server.url());
    }
  } catch (error) {
    await server.stop();
    throw error;
  }
  running().databaseUrl = server.url();
  running().demo = true;
  return server;
}

async function openSearch(): Promise<{ stop: () => Promise<void> }> {
  const { DATABASE_URL, MEILI_URL, MEILI_KEY, DATA_DIR } = env();
  if (MEILI_URL !== undefined && MEILI_KEY !== undefined) {
    running().meili = { url: MEILI_URL, key: MEILI_KEY };
    return { stop: async () => {} };
  }
  // Production points MEILI_URL at an official server; the copy that npm brings is for the demo and the tests alone.
  const local = DATABASE_URL === undefined ? await startMeilisearch({ dataDir: DATA_DIR }) : null;
  if (local === null) return { stop: async () => {} };
  running().meili = { url: local.url, key: local.key };
  return local;
}

/**
 * Opens what the site stands on: the database, migrated, and the search engine. With `join`, a command may use the
 * embedded database of a site that is running; it then leaves everything as it finds it, and starts no search engine.
 */
export async function openGround(options: { join?: boolean; search?: boolean } = {}): Promise<Ground> {
  const { join = false, search = true } = options;
  mkdirSync(env().DATA_DIR, { recursive: true });
  const [database, engine] = await Promise.allSettled([openDatabase(join), search ? openSearch() : null]);
  const close = async () => {
    if (engine.status === 'fulfilled') await engine.value?.stop();
    if (database.status === 'fulfilled') await database.value.stop();
  };
  if (database.status === 'rejected' || engine.status === 'rejected') {
    await close();
    throw database.status === 'rejected' ? database.reason : (engine as PromiseRejectedResult).reason;
  }
  if (!join) await continueAfterCopy();
  return { close };
}

/** Lays what a new database needs: reference data always, the demo world with the embedded database only, once. */
export async function layWorld(): Promise<void> {
  const { seedDemo, seedReference } = await import('#prisma/seed/seed.ts');
  await seedReference();
  if (!running().demo || existsSync(worldMark())) return;
  await seedDemo();
  // The first page asks for a list: the worker would come a moment later.
  const { syncIndex } = await import('#search/sync.server.ts');
  while (await syncIndex('postgres'));
  writeFileSync(worldMark(), '');
}
