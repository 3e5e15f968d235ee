import { type FieldRow, findFields } from '#app/domain/ideas/find-fields.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { db } from '#app/platform/db/db.server.ts';
import { moderatedPaths } from './moderation-access.ts';

/** What the queue can be narrowed by: every field, and the provinces this person looks after. Two queries. */
export async function findQueueChoices({
  by,
}: {
  by: Actor;
}): Promise<{ fields: FieldRow[]; provinces: { id: number; name: string }[] }> {
  const paths = moderatedPaths(by);
  const [fields, provinces] = await Promise.all([
    findFields(),
    db.unit.findMany({
      where: {
        kind: 'PROVINCE',
        ...(paths === null ? {} : { OR: paths.map((path) => ({ path: { startsWith: path } })) }),
      },
      orderBy: { folded: 'asc' },
      select: { id: true, name: true },
    }),
  ]);
  return { fields, provinces };
}
