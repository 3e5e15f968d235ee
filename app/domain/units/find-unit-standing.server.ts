import { dateOfDay, dayOf } from '#app/domain/people/day.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { idsInPath, type UnitKind } from './unit.ts';

export type Sister = { slug: string; name: string; ideas: number; rank: number; isThis: boolean };

export type UnitStanding = {
  /** What the unit is to bring to the running drive; null where nobody has said. */
  target: { drive: string; ideas: number; brought: number } | null;
  /** Published ideas in the unit and below it, and how many of these are applied. */
  ideas: number;
  applied: number;
  /** Units of its kind below the same unit, by published ideas; the same number is the same place. Empty where there are none. */
  sisters: Sister[];
};

/** The drive that runs on a day, the one begun last. */
export async function findRunningDrive(): Promise<{ id: string; name: string } | null> {
  const today = dateOfDay(dayOf(now()));
  return db.drive.findFirst({
    where: { startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
    orderBy: [{ startsOn: 'desc' }, { id: 'asc' }],
    select: { id: true, name: true },
  });
}

type Counted = { id: number; ideas: number; applied: number };

/** How a unit stands to its target and among its sisters, counted by published ideas. At most five queries. */
export async function findUnitStanding(unit: { id: number; path: string; kind: UnitKind }): Promise<UnitStanding> {
  const above = unit.path.replace(/[^/]+\/$/, '');
  const parentId = idsInPath(above).at(-1) ?? null;
  // Where in a path the sister stands: "/1/35/2301/" below "/1/" is of the third part, 35.
  const part = idsInPath(above).length + 2;
  const [drive, counted, sisters] = await Promise.all([
    findRunningDrive(),
    db.$queryRaw<Counted[]>`
      select split_part(u."path", '/', ${part}::int)::int as id, count(*)::int as ideas,
        (count(*) filter (where i."stage" = 'APPLIED'))::int as applied
      from "Idea" i join "Unit" u on u."id" = i."unitId"
      where i."publishedVersionId" is not null and i."state" <> 'WITHDRAWN' and u."path" like ${`${above}_%`}
      group by 1`,
    db.$queryRaw<{ id: number; slug: string; name: string }[]>`
      select "id", "slug", "name" from "Unit"
      where "parentId" is not distinct from ${parentId}::int and "kind"::text = ${unit.kind} and "endsOn" is null
      order by "name" collate "vi-x-icu" limit 400`,
  ]);
  const countOf = new Map(counted.map((row) => [row.id, row]));
  const ideasOf = (id: number) => countOf.get(id)?.ideas ?? 0;
  const own = ideasOf(unit.id);
  return {
    target: drive === null ? null : await findTarget(unit, drive),
    ideas: own,
    applied: countOf.get(unit.id)?.applied ?? 0,
    sisters:
      sisters.length < 2 || parentId === null
        ? []
        : sisters
            .map(({ id, slug, name }) => ({
              slug,
              name,
              ideas: ideasOf(id),
              rank: 1 + sisters.filter((other) => ideasOf(other.id) > ideasOf(id)).length,
              isThis: id === unit.id,
            }))
            .sort((one, other) => one.rank - other.rank),
  };
}

async function findTarget(unit: { id: number; path: string }, drive: { id: string; name: string }) {
  const [row] = await db.$queryRaw<{ ideas: number; brought: number }[]>`
    select t."ideas", (select count(*)::int from "Idea" i join "Unit" u on u."id" = i."unitId"
      where i."driveId" = t."driveId" and i."publishedVersionId" is not null and i."state" <> 'WITHDRAWN'
        and u."path" like ${`${unit.path}%`}) as brought
    from "UnitTarget" t where t."unitId" = ${unit.id} and t."driveId" = ${drive.id}::uuid`;
  return row === undefined ? null : { drive: drive.name, ...row };
}
