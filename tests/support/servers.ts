import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openEmbeddedPostgres } from '#app/platform/db/embedded-postgres.server.ts';
import { applyMigrations } from '#app/platform/db/migrate.server.ts';
import { startMeilisearch } from '#app/platform/meilisearch-process.server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A throw-away DATA_DIR of this run. */
    dataDir: string;
    /** The server's address with its maintenance database. */
    postgres: string;
    /** The migrated, empty database that every file's own is a copy of. */
    template: string;
    meili: { url: string; key: string } | null;
  }
}

/** Nothing here outlives the run, so nothing waits for the disk. */
const careless = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  autovacuum: 'off',
  jit: 'off',
};

export default async function startServers(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'y-hay-tests-'));
  // Other users must come through it: where the tests run as root, the servers run as somebody else.
  await chmod(dataDir, 0o711);
  const [postgres, meili] = await Promise.all([
    openEmbeddedPostgres({ dataDir, settings: careless }),
    startMeilisearch({ dataDir }),
  ]);
  const template = 'template_y_hay';
  const client = new pg.Client({ connectionString: postgres.url('postgres') });
  await client.connect();
  await client.query(`create database ${template}`);
  await client.end();
  await applyMigrations(postgres.url(template));

  project.provide('dataDir', dataDir);
  project.provide('postgres', postgres.url('postgres'));
  project.provide('template', template);
  project.provide('meili', meili === null ? null : { url: meili.url, key: meili.key });
  if (meili === null) console.log('No local Meilisearch on this machine: its tests are skipped.');

  return async () => {
    await Promise.all([postgres.stop(), meili?.stop()]);
    await rm(dataDir, { recursive: true, force: true });
  };
}
