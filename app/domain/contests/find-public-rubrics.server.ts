import { db } from '#app/platform/db/db.server.ts';
import type { CriterionText } from './rubric.ts';

/** Every rubric of a contest, round by round; `division` null for the one of all divisions without their own. One query. */
export async function findPublicRubrics({
  contestId,
}: {
  contestId: string;
}): Promise<{ round: string; division: string | null; criteria: CriterionText[] }[]> {
  const rubrics = await db.rubric.findMany({
    where: { round: { contestId } },
    relationLoadStrategy: 'join',
    orderBy: [{ round: { number: 'asc' } }, { division: { position: 'asc' } }],
    select: {
      round: { select: { name: true } },
      division: { select: { name: true } },
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
  return rubrics.map(({ round, division, criteria }) => ({
    round: round.name,
    division: division?.name ?? null,
    criteria,
  }));
}
