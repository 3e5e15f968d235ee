import { db } from '#app/platform/db/db.server.ts';
import { countIdeas } from './documents/read-ideas.server.ts';
import type { Health } from './engine.ts';
import type { IdeaEngine } from './engines.server.ts';
import { indexName, readerName } from './writing.server.ts';

type Index = NonNullable<Awaited<ReturnType<typeof db.searchIndex.findUnique>>>;

export type IndexStatus = {
  health: Health;
  /** Public ideas in the database. */
  ideas: number;
  /** Events the index has not followed yet, and when the first of them happened. */
  waiting: number;
  oldest: Date | null;
  refused: { documentId: string; refused: string | null }[];
  index: Index | null;
};

/** A rebuild that has said nothing for so long was broken off. Milliseconds. */
const silentFor = 15 * 60_000;

/** Whether somebody asked for a rebuild that has not ended, or one is under way. */
export function isRebuilding(
  index: Pick<Index, 'rebuildAskedAt' | 'rebuildBegan' | 'rebuildEnded' | 'rebuildToldAt'>,
): boolean {
  const ended = index.rebuildEnded?.getTime() ?? 0;
  const asked = index.rebuildAskedAt?.getTime() ?? 0;
  const began = index.rebuildBegan?.getTime() ?? 0;
  const told = Math.max(began, index.rebuildToldAt?.getTime() ?? 0);
  return asked > Math.max(began, ended) || (began > ended && Date.now() - told < silentFor);
}

/** How an index is: for the command line and the page of those who run the site. Never throws for an engine that is gone. */
export async function indexStatus(engine: IdeaEngine): Promise<IndexStatus> {
  const name = indexName(engine.name);
  const [health, ideas, index, refused, waiting] = await Promise.all([
    engine.health().catch((): Health => ({ ok: false, version: null, documents: null })),
    countIdeas(),
    db.searchIndex.findUnique({ where: { name } }),
    db.searchSending.findMany({
      where: { index: name, refused: { not: null } },
      select: { documentId: true, refused: true },
      take: 100,
    }),
    db.$queryRaw<{ count: number; oldest: Date | null }[]>`
      select count(*)::int as count, min(at) as oldest from "Event" e
      where not exists (
        select 1 from "EventCursor" c where c.reader = ${readerName(engine.name)} and (e.txid, e.id) <= (c.txid, c.id))`,
  ]);
  return { health, ideas, waiting: waiting[0]!.count, oldest: waiting[0]!.oldest, refused, index };
}
