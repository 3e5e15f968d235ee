import type { Actor } from '#app/domain/people/actor.ts';
import { db } from '#app/platform/db/db.server.ts';

export type KeptSearch = { id: string; name: string; query: string; seenAt: Date };

/** The searches a person keeps, the newest first. */
export async function findSavedSearches({ by }: { by: Actor }): Promise<KeptSearch[]> {
  return db.savedSearch.findMany({
    where: { personId: by.id },
    orderBy: { createdAt: 'desc' },
    select: { id: true, name: true, query: true, seenAt: true },
  });
}
