import { fold } from '#app/domain/vietnamese.ts';
import type { db, Tx } from '#app/platform/db/db.server.ts';
import { likeness } from './similarity.ts';

export type SimilarIdea = {
  ideaId: string;
  slug: string;
  title: string;
  state: string;
  published: boolean;
  unitPath: string | null;
  /** From 0 to 1. */
  likeness: number;
};

type Compared = { title: string; abstract: string; problem: string; solution: string };

/** Less than this is chance. */
const least = 0.12;

/**
 * Other ideas that look like this text, most alike first: of what was ever handed in, public or not, so its answer is
 * for staff only. Candidates come from the index over folded titles, the order from the whole texts. One query.
 */
export async function findSimilar(
  reader: Tx | typeof db,
  { text, notIdeaId, limit = 5 }: { text: Compared; notIdeaId: string; limit?: number },
): Promise<SimilarIdea[]> {
  const folded = fold(text.title.trim()).slice(0, 300);
  if (folded === '') return [];
  const rows = await reader.$queryRaw<(Compared & Omit<SimilarIdea, 'likeness'>)[]>`
    with close as (
      select v.id, v."ideaId", similarity(v."foldedTitle", ${folded}) as near
      from "IdeaVersion" v
      where v."foldedTitle" % ${folded} and v."ideaId" <> ${notIdeaId}::uuid
      order by near desc
      limit 200
    )
    select distinct on (c."ideaId")
      c."ideaId", i.slug, i.state::text as state, i."publishedVersionId" is not null as published, u.path as "unitPath",
      v.title, v.abstract, v.problem, v.solution
    from close c
    join "IdeaVersion" v on v.id = c.id
    join "Idea" i on i.id = c."ideaId"
    left join "Unit" u on u.id = i."unitId"
    order by c."ideaId", v.number desc`;
  return rows
    .map(({ abstract, problem, solution, ...row }) => ({
      ...row,
      likeness: likeness(text, { title: row.title, abstract, problem, solution }),
    }))
    .filter((row) => row.likeness >= least)
    .sort((one, other) => other.likeness - one.likeness || (one.ideaId < other.ideaId ? -1 : 1))
    .slice(0, limit);
}
