import type { Actor } from '#app/domain/people/actor.ts';
import { NotAllowed, NotFound } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { mayDecideMembership, mayGiveSlip } from './membership-access.ts';
import { maySeeInsideUnit } from './unit-access.ts';

export type Claim = {
  id: string;
  person: { fullName: string; birthDate: Date; login: string };
  unit: { slug: string; name: string };
  claimedAt: Date;
  mayDecide: boolean;
};

export type Member = {
  id: string;
  person: { fullName: string; birthDate: Date; login: string };
  confirmedAt: Date;
  mayGiveSlip: boolean;
};

export type UnitMembers = {
  unit: { slug: string; name: string };
  /** Waiting in the unit and everywhere below it, the oldest first. */
  claims: { rows: Claim[]; total: number };
  /** Of this very unit, by given name. */
  members: { rows: Member[]; total: number };
};

export const membersPerPage = 50;

type Asked = { by: Actor; slug: string; page: number };

/** Who wants to belong and who does, for the unit's staff, a page of fifty at a time. Four queries, however many there are. */
export async function findMembers({ by, slug, page }: Asked): Promise<UnitMembers> {
  const unit = await db.unit.findUnique({ where: { slug }, select: { id: true, slug: true, name: true, path: true } });
  if (unit === null) throw new NotFound();
  const why = maySeeInsideUnit(by, unit);
  if (why !== null) throw new NotAllowed(why);
  const [claims, members] = await Promise.all([
    db.$queryRaw<ClaimRow[]>`
      select m."id", p."id" as "personId", p."fullName", p."birthDate", coalesce(p."email", p."userName") as login,
        m."claimedAt", u."slug", u."name", u."path", count(*) over ()::int as total
      from "Membership" m join "Person" p on p."id" = m."personId" join "Unit" u on u."id" = m."unitId"
      where u."path" like ${`${unit.path}%`} and m."confirmedAt" is null and m."declinedAt" is null
        and m."endedAt" is null and p."closedAt" is null
        and (p."emailVerifiedAt" is not null or p."classCodeId" is not null)
      order by m."claimedAt", m."id" limit ${membersPerPage}`,
    db.$queryRaw<MemberRow[]>`
      select m."id", p."id" as "personId", p."fullName", p."birthDate", coalesce(p."email", p."userName") as login,
        m."confirmedAt", p."email" is not null as "hasMail", count(*) over ()::int as total,
        exists (select 1 from "RoleGrant" r where r."personId" = p."id" and r."endedAt" is null
          and (r."until" is null or r."until" > ${now()})) as "holdsRole"
      from "Membership" m join "Person" p on p."id" = m."personId"
      where m."unitId" = ${unit.id} and m."confirmedAt" is not null and m."endedAt" is null and p."closedAt" is null
      order by given_name(p."fullName") collate "vi-x-icu", p."fullName" collate "vi-x-icu", p."id"
      limit ${membersPerPage} offset ${(Math.max(1, page) - 1) * membersPerPage}`,
  ]);
  const counted = members[0]?.total ?? (page > 1 ? await countMembers(unit.id) : 0);
  return {
    unit: { slug: unit.slug, name: unit.name },
    claims: {
      total: claims[0]?.total ?? 0,
      rows: claims.map((row) => ({
        id: row.id,
        person: { fullName: row.fullName, birthDate: row.birthDate, login: row.login },
        unit: { slug: row.slug, name: row.name },
        claimedAt: row.claimedAt,
        mayDecide: mayDecideMembership(by, { personId: row.personId, unit: row }) === null,
      })),
    },
    members: {
      total: counted,
      rows: members.map((row) => ({
        id: row.id,
        person: { fullName: row.fullName, birthDate: row.birthDate, login: row.login },
        confirmedAt: row.confirmedAt,
        mayGiveSlip: mayGiveSlip(by, { ...row, unit }) === null,
      })),
    },
  };
}

async function countMembers(unitId: number): Promise<number> {
  return db.membership.count({
    where: { unitId, confirmedAt: { not: null }, endedAt: null, person: { closedAt: null } },
  });
}

type PersonRow = { id: string; personId: string; fullName: string; birthDate: Date; login: string; total: number };
type ClaimRow = PersonRow & { claimedAt: Date; slug: string; name: string; path: string };
type MemberRow = PersonRow & { confirmedAt: Date; hasMail: boolean; holdsRole: boolean };
