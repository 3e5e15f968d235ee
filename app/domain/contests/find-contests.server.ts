import { unitTitle } from '#app/domain/units/unit.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { type ContestPhase, phaseOf } from './contest.ts';

export const contestsPerPage = 20;

export type ListedContest = {
  slug: string;
  name: string;
  summary: string;
  host: string;
  phase: ContestPhase;
  opensAt: Date;
  closesAt: Date;
  publishedAt: Date | null;
  entries: number;
};

/** Which contests a list shows: those one can enter or soon can, those being judged, those with results. */
export const contestFilters = ['open', 'judging', 'published', 'cancelled'] as const;
export type ContestFilter = (typeof contestFilters)[number];

function where(filter: ContestFilter | null, at: Date) {
  // What is put off until further notice stays among those one can enter, whatever its old deadline was.
  const open = { state: 'OPEN' as const, OR: [{ closesAt: { gte: at } }, { suspendedAt: { not: null } }] };
  const judging = {
    OR: [{ state: 'CLOSED' as const }, { state: 'OPEN' as const, closesAt: { lt: at }, suspendedAt: null }],
  };
  const published = { state: 'PUBLISHED' as const };
  const cancelled = { state: 'CANCELLED' as const, openedAt: { not: null } };
  return filter === null
    ? { openedAt: { not: null } }
    : { openedAt: { not: null }, AND: { open, judging, published, cancelled }[filter] };
}

/** Public contests, those that close soonest first, then those with the newest results; with how many there are of each kind. */
export async function findContests({ filter, page }: { filter: ContestFilter | null; page: number }): Promise<{
  contests: ListedContest[];
  total: number;
  counts: Record<ContestFilter, number>;
}> {
  const at = now();
  const [rows, open, judging, published, cancelled] = await Promise.all([
    db.contest.findMany({
      where: where(filter, at),
      relationLoadStrategy: 'join',
      // The enum is in the order of a contest's life: open, closed, published, cancelled.
      orderBy: [
        { state: 'asc' },
        { publishedAt: { sort: 'desc', nulls: 'first' } },
        { closesAt: 'asc' },
        { id: 'asc' },
      ],
      skip: (page - 1) * contestsPerPage,
      take: contestsPerPage,
      select: {
        slug: true,
        name: true,
        summary: true,
        state: true,
        opensAt: true,
        closesAt: true,
        suspendedAt: true,
        publishedAt: true,
        host: { select: { name: true, kind: true, code: true } },
        _count: { select: { entries: { where: { withdrawal: null } } } },
      },
    }),
    ...contestFilters.map((one) => db.contest.count({ where: where(one, at) })),
  ]);
  const counts = { open: open!, judging: judging!, published: published!, cancelled: cancelled! };
  return {
    contests: rows.map(({ host, state, _count, ...contest }) => ({
      ...contest,
      host: unitTitle(host),
      phase: phaseOf({ ...contest, state }, at),
      entries: _count.entries,
    })),
    total: filter === null ? open! + judging! + published! + cancelled! : counts[filter],
    counts,
  };
}
