import { dateOfDay, dayOf } from '#app/domain/people/day.ts';
import { isCurrent } from '#app/domain/units/unit.ts';
import { now } from '#app/platform/clock.ts';
import type { db, Tx } from '#app/platform/db/db.server.ts';

const columns = {
  id: true,
  slug: true,
  name: true,
  kind: true,
  code: true,
  path: true,
  startsOn: true,
  endsOn: true,
} as const;

/**
 * The unit a host sends its winners to: the one above it in the tree, or what that has become. Null for the highest, and where the
 * unit above ended without one successor.
 */
export async function findUnitAbove(reader: Tx | typeof db, unitId: number) {
  const at = now();
  const { parent } = await reader.unit.findUniqueOrThrow({
    where: { id: unitId },
    select: { parent: { select: columns } },
  });
  let above = parent;
  const seen = new Set<number>();
  while (above !== null && !isCurrent(above, at)) {
    if (seen.has(above.id)) return null;
    seen.add(above.id);
    const successors = await reader.unitSuccession.findMany({
      where: { oldId: above.id, on: { lte: dateOfDay(dayOf(at)) } },
      select: { successor: { select: columns } },
    });
    above = successors.length === 1 ? successors[0]!.successor : null;
  }
  return above?.id === unitId ? null : above;
}
