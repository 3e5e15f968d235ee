import { awardSlug } from '#app/domain/ideas/award-slug.ts';
import { db } from '#app/platform/db/db.server.ts';
import { sharedRead } from '#app/platform/shared-reads.server.ts';

/** What the awards at these addresses are called, by address; of several spellings one. One query. */
export async function findAwardNames({ slugs }: { slugs: string[] }): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const rows = await sharedRead('award names', () =>
    db.outcome.findMany({
      where: { awardName: { not: null } },
      distinct: ['awardName'],
      select: { awardName: true },
      orderBy: { awardName: 'asc' },
    }),
  );
  const named = rows.map(({ awardName }) => [awardSlug(awardName!), awardName!] as const);
  return new Map(named.filter(([slug]) => slugs.includes(slug)));
}
