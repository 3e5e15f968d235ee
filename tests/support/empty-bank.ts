import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { db } from '#app/platform/db/db.server.ts';
import { openEmbeddedPostgres } from '#app/platform/db/embedded-postgres.server.ts';
import { applyMigrations } from '#app/platform/db/migrate.server.ts';
import { startMeilisearch } from '#app/platform/meilisearch-process.server.ts';
import { running } from '#app/platform/running.server.ts';
import { ideaEngines } from '#search/engines.server.ts';

/**
 * A bank of its own, with both engines where this machine has a Meilisearch. It is empty, and everything is gone afterwards; or it
 * lies in the folder `keep`, stays there, and is found again as it was left.
 */
export async function withEmptyBank<T>(
  work: (dataDir: string) => Promise<T>,
  { keep }: { keep?: string } = {},
): Promise<T> {
  const dataDir = keep ?? (await mkdtemp(path.join(tmpdir(), 'y-hay-bench-')));
  await mkdir(dataDir, { recursive: true });
  await chmod(dataDir, 0o711);
  const [postgres, meili] = await Promise.all([
    openEmbeddedPostgres({ dataDir, settings: { shared_buffers: '512MB', maintenance_work_mem: '256MB', jit: 'off' } }),
    startMeilisearch({ dataDir }),
  ]);
  try {
    running().databaseUrl = postgres.url();
    await applyMigrations(postgres.url());
    running().meili = meili === null ? undefined : { url: meili.url, key: meili.key };
    await ideaEngines().meilisearch?.prepare();
    return await work(dataDir);
  } finally {
    if (running().databaseUrl !== undefined) ideaEngines().takeOver.close();
    await db.$disconnect();
    await Promise.all([postgres.stop(), meili?.stop()]);
    if (keep === undefined) await rm(dataDir, { recursive: true, force: true });
  }
}
