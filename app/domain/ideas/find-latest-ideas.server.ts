import { db } from '#app/platform/db/db.server.ts';
import { publicIdeas } from './public-idea.server.ts';
import type { PublicIdea } from './public-idea.ts';

/** The ideas published last, newest first. Four queries. */
export async function findLatestIdeas({ limit }: { limit: number }): Promise<PublicIdea[]> {
  const rows = await db.idea.findMany({
    where: { publishedVersionId: { not: null }, state: { not: 'WITHDRAWN' } },
    orderBy: [{ publishedAt: 'desc' }, { id: 'asc' }],
    take: limit,
    select: { id: true },
  });
  return publicIdeas(rows.map((row) => row.id));
}
