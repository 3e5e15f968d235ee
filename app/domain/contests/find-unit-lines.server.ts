import type { db, Tx } from '#app/platform/db/db.server.ts';

export type UnitInLine = { id: number; path: string; name: string; kind: string };

/** Each of these units with everything it has become since: itself first, then its successors, theirs, and so on. One query. */
export async function findUnitLines(
  reader: Tx | typeof db,
  unitIds: readonly number[],
): Promise<Map<number, UnitInLine[]>> {
  const lines = new Map<number, UnitInLine[]>();
  if (unitIds.length === 0) return lines;
  const rows = await reader.$queryRaw<(UnitInLine & { from: number })[]>`
    with recursive line("from", id) as (
      select u.id, u.id from "Unit" u where u.id = any(${[...new Set(unitIds)]}::int[])
      union
      select line."from", s."successorId" from line join "UnitSuccession" s on s."oldId" = line.id
    )
    select line."from", u.id, u.path, u.name, u.kind::text as kind
    from line join "Unit" u on u.id = line.id
    order by line."from", (u.id <> line."from"), u.id`;
  for (const { from, ...unit } of rows) lines.set(from, [...(lines.get(from) ?? []), unit]);
  return lines;
}
