import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';

export type StaffUnit = {
  id: number;
  slug: string;
  name: string;
  kind: string;
  roles: { kind: 'MODERATOR' | 'ORGANISER' | 'ADMINISTRATOR'; until: Date | null }[];
  /** People in it or below it who wait to be confirmed. */
  claims: number;
  oldestClaim: Date | null;
};

/** The units a person is staff of, with what waits there for them. Two queries, however many units. */
export async function findStaffUnits({ by }: { by: Actor }): Promise<StaffUnit[]> {
  const roles = await db.roleGrant.findMany({
    where: {
      personId: by.id,
      kind: { in: ['MODERATOR', 'ORGANISER', 'ADMINISTRATOR'] },
      unitId: { not: null },
      endedAt: null,
      OR: [{ until: null }, { until: { gt: now() } }],
    },
    relationLoadStrategy: 'join',
    select: { kind: true, until: true, unit: { select: { id: true, slug: true, name: true, kind: true, path: true } } },
  });
  const units = [...new Map(roles.map(({ unit }) => [unit!.id, unit!])).values()].sort(
    (one, other) => one.path.length - other.path.length || one.id - other.id,
  );
  const waiting = await db.$queryRaw<{ id: number; claims: number; oldest: Date | null }[]>`
    select s."id", count(m."id")::int as claims, min(m."claimedAt") as oldest
    from "Unit" s
    left join "Unit" u on u."path" like s."path" || '%'
    left join ("Membership" m join "Person" p on p."id" = m."personId" and p."closedAt" is null
        and (p."emailVerifiedAt" is not null or p."classCodeId" is not null))
      on m."unitId" = u."id" and m."confirmedAt" is null and m."declinedAt" is null and m."endedAt" is null
        and m."personId" <> ${by.id}::uuid
    where s."id" = any (${units.map((unit) => unit.id)}::int[])
    group by s."id"`;
  return units.map((unit) => {
    const row = waiting.find((one) => one.id === unit.id);
    return {
      id: unit.id,
      slug: unit.slug,
      name: unit.name,
      kind: unit.kind,
      roles: roles
        .filter((role) => role.unit!.id === unit.id)
        .map((role) => ({ kind: role.kind as StaffUnit['roles'][number]['kind'], until: role.until })),
      claims: row?.claims ?? 0,
      oldestClaim: row?.oldest ?? null,
    };
  });
}
