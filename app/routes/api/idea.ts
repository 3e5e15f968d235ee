import type { z } from 'zod';
import { findContestNames } from '#app/domain/contests/find-contest-names.server.ts';
import { findPublicIdea } from '#app/domain/ideas/find-public-idea.server.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { paths } from '#app/paths.ts';
import { type ideaAnswer, ideaQuery } from './contract.ts';
import { forPrograms } from './door.server.ts';

export const loader = forPrograms(ideaQuery, async ({ part, origin }): Promise<z.infer<typeof ideaAnswer>> => {
  const idea = await findPublicIdea({ slug: part('slug') });
  if (idea === null) throw new NotFound();
  const contests = await findContestNames({ ids: idea.contestIds });
  const place = (unit: { slug: string; name: string } | null) => unit && { slug: unit.slug, name: unit.name };
  return {
    slug: idea.slug,
    url: origin + paths.idea(idea),
    title: idea.title,
    abstract: idea.abstract,
    problem: idea.problem,
    solution: idea.solution,
    novelty: idea.novelty,
    method: idea.method,
    beneficiaries: idea.beneficiaries,
    progress: idea.progress,
    needs: idea.needs,
    field: idea.fieldId,
    province: place(idea.province),
    unit: place(idea.unit),
    stage: idea.stage.toLowerCase(),
    lookingFor: idea.lookingFor.map((one) => one.toLowerCase()),
    authors: idea.authorNames,
    contests: contests.map(({ slug, name }) => ({ slug, name })),
    awards: idea.awards,
    endorsements: idea.endorsements,
    publishedAt: idea.publishedAt.toISOString(),
  };
});
