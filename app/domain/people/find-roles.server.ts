import { NotAllowed, NotFound } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { Actor } from './actor.ts';
import { holdsInUnit } from './actor.ts';
import { isUnitRoleKind, mayEndRole, mayGrantRole, type UnitRoleKind, unitRoleKinds } from './role-access.ts';

export type RoleRow = {
  id: string;
  kind: UnitRoleKind;
  person: { fullName: string };
  grantedAt: Date;
  grantedBy: string | null;
  /** The unit it came over from when that one merged. */
  carriedFrom: string | null;
  until: Date | null;
  mayEnd: boolean;
};

type RolesOfUnit = {
  unit: { id: number; slug: string; name: string };
  roles: RoleRow[];
  past: {
    id: string;
    kind: UnitRoleKind;
    name: string;
    from: Date;
    to: Date;
    reason: string | null;
    endedBy: string | null;
  }[];
  grantable: UnitRoleKind[];
};

const order: readonly string[] = [...unitRoleKinds].reverse();

/** Who holds what in this very unit, now and before, for its staff. Names in Vietnamese order, by given name. */
export async function findRolesOfUnit({ by, slug }: { by: Actor; slug: string }): Promise<RolesOfUnit> {
  const at = now();
  const unit = await db.unit.findUnique({ where: { slug }, select: { id: true, slug: true, name: true, path: true } });
  if (unit === null) throw new NotFound();
  if (!holdsInUnit(by, ['MODERATOR', 'ORGANISER'], unit.path)) {
    throw new NotAllowed({ key: 'people:refusals.notYourUnit' });
  }
  const rows = await db.$queryRaw<Row[]>`
    select r."id", r."kind"::text, r."personId", p."fullName", r."grantedAt", g."fullName" as "grantedBy", r."until",
      r."endedAt", r."endReason", e."fullName" as "endedBy", o."name" as "carriedFrom"
    from "RoleGrant" r
    join "Person" p on p."id" = r."personId"
    left join "Person" g on g."id" = r."grantedById"
    left join "Person" e on e."id" = r."endedById"
    left join ("RoleGrant" c join "Unit" o on o."id" = c."unitId") on c."id" = r."continuesId"
    where r."unitId" = ${unit.id} and r."contestId" is null
    order by given_name(p."fullName") collate "vi-x-icu", p."fullName" collate "vi-x-icu", r."grantedAt"
    limit 500`;
  const holds = rows.filter((row) => row.endedAt === null && (row.until === null || row.until > at));
  const held = (row: Row) => order.indexOf(row.kind);
  return {
    unit: { id: unit.id, slug: unit.slug, name: unit.name },
    roles: holds
      .toSorted((one, other) => held(one) - held(other))
      .map((row) => ({
        id: row.id,
        kind: row.kind,
        person: { fullName: row.fullName },
        grantedAt: row.grantedAt,
        grantedBy: row.grantedBy,
        carriedFrom: row.carriedFrom,
        until: row.until,
        mayEnd: mayEndRole(by, { kind: row.kind, personId: row.personId, unitPath: unit.path }) === null,
      })),
    past: rows
      .filter((row) => !holds.includes(row))
      .map((row) => ({
        id: row.id,
        kind: row.kind,
        name: row.fullName,
        from: row.grantedAt,
        to: row.endedAt ?? row.until!,
        reason: row.endReason,
        endedBy: row.endedBy,
      })),
    grantable: unitRoleKinds.filter((kind) => isUnitRoleKind(kind) && mayGrantRole(by, kind, unit.path) === null),
  };
}

type Row = {
  id: string;
  kind: UnitRoleKind;
  personId: string;
  fullName: string;
  grantedAt: Date;
  grantedBy: string | null;
  until: Date | null;
  endedAt: Date | null;
  endReason: string | null;
  endedBy: string | null;
  carriedFrom: string | null;
};
