import { db } from '#app/platform/db/db.server.ts';
import { env } from '#app/platform/env.server.ts';
import { running } from '#app/platform/running.server.ts';
import { secretsOf } from '#app/platform/secrets.server.ts';

/** The local Meilisearch of a site that is running answers commands too: the site has noted where it is. */
export async function findMeilisearch(): Promise<void> {
  if (running().meili !== undefined) return;
  const index = await db.searchIndex.findUnique({ where: { name: 'ideas.meilisearch' } });
  if (index?.address == null || !index.address.startsWith('http://127.0.0.1:')) return;
  const alive = await fetch(`${index.address}/health`, { signal: AbortSignal.timeout(1_000) }).then(
    (answer) => answer.ok,
    () => false,
  );
  if (alive) running().meili = { url: index.address, key: secretsOf(env().DATA_DIR).search };
}
