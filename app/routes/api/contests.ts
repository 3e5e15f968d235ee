import type { z } from 'zod';
import { contestsPerPage, findContests } from '#app/domain/contests/find-contests.server.ts';
import { paths } from '#app/paths.ts';
import { type contestsAnswer, contestsQuery } from './contract.ts';
import { forPrograms } from './door.server.ts';

type Answer = z.infer<typeof contestsAnswer>;

export const loader = forPrograms(contestsQuery, async ({ query, origin }): Promise<Answer> => {
  const { contests, total } = await findContests({ filter: query.phase ?? null, page: query.page });
  return {
    items: contests.map(({ phase, opensAt, closesAt, publishedAt, ...contest }) => ({
      slug: contest.slug,
      url: origin + paths.contest(contest),
      name: contest.name,
      summary: contest.summary,
      host: contest.host,
      // What was never opened is not in the list.
      phase: phase === 'draft' ? 'announced' : phase,
      opensAt: opensAt.toISOString(),
      closesAt: closesAt.toISOString(),
      publishedAt: publishedAt?.toISOString() ?? null,
      entries: contest.entries,
    })),
    total,
    page: query.page,
    pages: Math.max(1, Math.ceil(total / contestsPerPage)),
  };
});
