import { db } from '#app/platform/db/db.server.ts';
import { publicIdeas } from './public-idea.server.ts';
import type { PublicIdea } from './public-idea.ts';

/** The ideas last published in a unit or below it, newest first. Four queries. */
export async function findIdeasOfUnit({ path, limit }: { path: string; limit: number }): Promise<PublicIdea[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select i."id" from "Idea" i
    where i."publishedVersionId" is not null and i."state" <> 'WITHDRAWN'
      and i."unitId" in (select "id" from "Unit" where "path" like ${`${path}%`})
    order by i."publishedAt" desc, i."id" limit ${limit}`;
  return publicIdeas(rows.map((row) => row.id));
}
