import type { Tx } from '#app/platform/db/db.server.ts';
import type { CriterionText } from './rubric.ts';

/** Puts these criteria in the place of whatever the round (or its division) had. Never once there are sheets. */
export async function writeRubric(
  tx: Tx,
  { roundId, divisionId, criteria }: { roundId: string; divisionId: string | null; criteria: readonly CriterionText[] },
): Promise<void> {
  const where = { roundId, divisionId };
  await tx.anchor.deleteMany({ where: { criterion: { rubric: where } } });
  await tx.criterion.deleteMany({ where: { rubric: where } });
  await tx.rubric.deleteMany({ where });
  if (criteria.length === 0) return;
  await tx.rubric.create({
    data: {
      roundId,
      divisionId,
      criteria: {
        create: criteria.map(({ anchors, ...criterion }, index) => ({
          ...criterion,
          position: index + 1,
          anchors: { create: anchors.map(({ mark, text }) => ({ mark, text })) },
        })),
      },
    },
  });
}
