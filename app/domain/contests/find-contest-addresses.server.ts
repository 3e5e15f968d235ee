import { db } from '#app/platform/db/db.server.ts';

/** The contests search engines may be told of: every one that was ever opened, newest first, at most `count`. */
export async function findContestAddresses({ count }: { count: number }): Promise<{ slug: string; at: Date | null }[]> {
  const rows = await db.contest.findMany({
    where: { state: { in: ['OPEN', 'CLOSED', 'PUBLISHED'] } },
    orderBy: { id: 'desc' },
    take: count,
    select: { slug: true, openedAt: true },
  });
  return rows.map(({ slug, openedAt }) => ({ slug, at: openedAt }));
}
