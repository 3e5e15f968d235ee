import { db } from '#app/platform/db/db.server.ts';

/** The published ideas search engines may be told of, newest first, at most `count`: address and day of publication only. */
export async function findPublishedAddresses({
  count,
}: {
  count: number;
}): Promise<{ slug: string; at: Date | null }[]> {
  const rows = await db.idea.findMany({
    where: { publishedVersionId: { not: null }, publishedAt: { not: null }, state: { not: 'WITHDRAWN' } },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take: count,
    select: { slug: true, publishedAt: true },
  });
  return rows.map(({ slug, publishedAt }) => ({ slug, at: publishedAt }));
}
