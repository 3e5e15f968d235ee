import { db } from '#app/platform/db/db.server.ts';
import { sharedRead } from '#app/platform/shared-reads.server.ts';
import type { UnitName } from './find-unit-names.server.ts';

/** Of the units with these ids those below a province or beside it: what a list can be narrowed by beyond the province. One query. */
export async function findLesserUnits({ ids }: { ids: number[] }): Promise<UnitName[]> {
  if (ids.length === 0) return [];
  const units = await sharedRead('lesser units', async () => {
    const rows = await db.unit.findMany({
      where: { kind: { notIn: ['CENTRE', 'PROVINCE'] } },
      select: { id: true, slug: true, name: true },
    });
    return new Map(rows.map((unit) => [unit.id, unit]));
  });
  return ids.flatMap((id) => units.get(id) ?? []);
}
