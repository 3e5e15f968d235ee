import { vi } from 'vitest';
import { db } from '#app/platform/db/db.server.ts';
import { syncIndex } from '#search/sync.server.ts';

/**
 * Waits until every event of this database may be read: a transaction that is still open anywhere on the server, in the database of another
 * test too, holds the newest back.
 */
export async function eventsSettled(): Promise<void> {
  await vi.waitFor(async () => {
    const [row] = await db.$queryRaw<{ held: boolean }[]>`
      select exists (select from "Event" where "txid" >= pg_snapshot_xmin(pg_current_snapshot())::text::bigint) as held`;
    if (row!.held) throw new Error('an event is held back');
  }, 30_000);
}

/** PostgreSQL's index of ideas holds everything that has happened so far. */
export async function ideasIndexed(): Promise<void> {
  await eventsSettled();
  while (await syncIndex('postgres'));
}
