import { db } from '#app/platform/db/db.server.ts';
import type { UnitName } from './find-unit-names.server.ts';

/** Of the units with these ids those below a province or beside it: what a list can be narrowed by beyond the province. One query. */
export async function findLesserUnits({ ids }: { ids: number[] }): Promise<UnitName[]> {
  if (ids.length === 0) return [];
  return db.unit.findMany({
    where: { id: { in: ids }, kind: { notIn: ['CENTRE', 'PROVINCE'] } },
    select: { id: true, slug: true, name: true },
  });
}
