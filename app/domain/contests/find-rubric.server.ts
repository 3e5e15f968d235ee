import { db } from '#app/platform/db/db.server.ts';
import type { CriterionText } from './rubric.ts';

/** The criteria of a round: those for every division, or those one division has of its own. */
export async function findRubric({
  contestId,
  number,
  division,
}: {
  contestId: string;
  number: number;
  division: string | null;
}): Promise<CriterionText[]> {
  const rubric = await db.rubric.findFirst({
    where: { round: { contestId, number }, division: division === null ? null : { slug: division } },
    relationLoadStrategy: 'join',
    select: {
      criteria: {
        orderBy: { position: 'asc' },
        select: {
          name: true,
          description: true,
          weight: true,
          min: true,
          max: true,
          step: true,
          anchors: { orderBy: { mark: 'asc' }, select: { mark: true, text: true } },
        },
      },
    },
  });
  return rubric?.criteria ?? [];
}
