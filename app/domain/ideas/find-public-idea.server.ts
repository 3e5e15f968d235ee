import { db } from '#app/platform/db/db.server.ts';
import { ideaIdAt } from './lock-idea.server.ts';
import { publicIdeas } from './public-idea.server.ts';
import type { PublicIdea } from './public-idea.ts';

/** The idea at this address, or at a former one, as everybody may read it; null where there is none for everybody. */
export async function findPublicIdea({ slug }: { slug: string }): Promise<PublicIdea | null> {
  const id = await ideaIdAt(db, slug);
  return id === null ? null : ((await publicIdeas([id]))[0] ?? null);
}
