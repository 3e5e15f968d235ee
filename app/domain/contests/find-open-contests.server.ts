import { unitTitle } from '#app/domain/units/unit.ts';
import { db } from '#app/platform/db/db.server.ts';

export type OpenContest = { slug: string; name: string; summary: string; host: string; closesAt: Date };

/** Contests that take entries at a moment, the one that closes first on top. `count` is how many at most. */
export async function findOpenContests({ at, count }: { at: Date; count: number }): Promise<OpenContest[]> {
  const rows = await db.contest.findMany({
    where: { state: 'OPEN', suspendedAt: null, opensAt: { lte: at }, closesAt: { gt: at } },
    orderBy: [{ closesAt: 'asc' }, { id: 'asc' }],
    take: count,
    select: {
      slug: true,
      name: true,
      summary: true,
      closesAt: true,
      host: { select: { name: true, kind: true, code: true } },
    },
  });
  return rows.map(({ host, ...contest }) => ({ ...contest, host: unitTitle(host) }));
}
