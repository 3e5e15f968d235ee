import { db } from '#app/platform/db/db.server.ts';
import { sharedRead } from '#app/platform/shared-reads.server.ts';

export type ContestName = { id: string; slug: string; name: string };

/** The public contests with these addresses or ids, in order of their names; what is unknown is left out. One query. */
export async function findContestNames({
  slugs = [],
  ids = [],
}: {
  slugs?: string[];
  ids?: string[];
}): Promise<ContestName[]> {
  if (slugs.length + ids.length === 0) return [];
  const name = `contest names ${slugs.join(' ')} ${ids.toSorted().join(' ')}`;
  return sharedRead(
    name,
    () => db.$queryRaw<ContestName[]>`
    select id, slug, name from "Contest"
    where "openedAt" is not null and (slug = any (${slugs}::text[]) or id = any (${ids}::uuid[]))
    order by name collate "vi-x-icu", id`,
  );
}
