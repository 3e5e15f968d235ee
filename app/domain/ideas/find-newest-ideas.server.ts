import { db } from '#app/platform/db/db.server.ts';

export type NewestIdea = { slug: string; title: string; abstract: string; province: string | null; publishedAt: Date };

/**
 * The newest published ideas for everybody, newest first, without anything about who wrote them.
 * `count` is how many at most.
 */
export async function findNewestIdeas({ count }: { count: number }): Promise<NewestIdea[]> {
  const rows = await db.idea.findMany({
    where: { publishedVersionId: { not: null }, publishedAt: { not: null }, state: { not: 'WITHDRAWN' } },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take: count,
    select: {
      slug: true,
      publishedAt: true,
      publishedVersion: { select: { title: true, abstract: true } },
      province: { select: { name: true } },
    },
  });
  return rows.flatMap(({ slug, publishedAt, publishedVersion, province }) =>
    publishedVersion && publishedAt
      ? [{ slug, publishedAt, province: province?.name ?? null, ...publishedVersion }]
      : [],
  );
}
