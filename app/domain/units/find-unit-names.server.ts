import { db } from '#app/platform/db/db.server.ts';
import { sharedRead } from '#app/platform/shared-reads.server.ts';

export type UnitName = { id: number; slug: string; name: string };

/** The provinces that are there today and the units at these addresses, in Vietnamese order; unknown addresses are left out. One query. */
export async function findUnitNames({ slugs = [] }: { slugs?: string[] } = {}): Promise<{
  provinces: UnitName[];
  units: UnitName[];
}> {
  const rows = await sharedRead(
    `unit names ${slugs.join(' ')}`,
    () => db.$queryRaw<(UnitName & { province: boolean })[]>`
    select id, slug, name, (kind = 'PROVINCE' and "endsOn" is null) as province
    from "Unit"
    where (kind = 'PROVINCE' and "endsOn" is null) or slug = any (${slugs}::text[])
    order by name collate "vi-x-icu"`,
  );
  const names = rows.map(({ id, slug, name }) => ({ id, slug, name }));
  return {
    provinces: names.filter((_, i) => rows[i]!.province),
    units: names.filter(({ slug }) => slugs.includes(slug)),
  };
}
