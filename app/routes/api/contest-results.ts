import type { z } from 'zod';
import { findResults } from '#app/domain/judging/find-results.server.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { paths } from '#app/paths.ts';
import { type resultsAnswer, resultsQuery } from './contract.ts';
import { forPrograms } from './door.server.ts';

type Answer = z.infer<typeof resultsAnswer>;

export const loader = forPrograms(resultsQuery, async ({ part, origin }): Promise<Answer> => {
  const found = await findResults({ slug: part('slug') });
  if (found === null) throw new NotFound();
  const { contest, rounds } = found;
  return {
    contest: { slug: contest.slug, url: origin + paths.contest(contest), name: contest.name, host: contest.host },
    rounds: rounds.map(({ number, name, method, computedAt, divisions }) => ({
      number,
      name,
      method: method === 'RAW' ? 'raw' : 'adjusted',
      computedAt: computedAt.toISOString(),
      divisions: divisions.map(({ slug, name, groups }) => ({
        slug,
        name,
        groups: groups.map((rows) =>
          rows.map((row) => ({
            entry: row.number,
            title: row.title,
            idea: row.ideaSlug,
            authors: row.names,
            unit: row.unit,
            rank: row.rank,
            rankLow: row.rankLow,
            rankHigh: row.rankHigh,
            sheets: row.sheets,
            mean: row.mean,
            adjusted: row.adjusted,
          })),
        ),
      })),
    })),
  };
});
