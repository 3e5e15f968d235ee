import type { Actor } from '#app/domain/people/actor.ts';
import { mayActForBusinesses } from '#app/domain/people/role-access.ts';
import { NotAllowed } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';

export type BusinessRow = {
  id: string;
  slug: string;
  name: string;
  taxCode: string;
  registeredAt: Date;
  verifiedAt: Date | null;
  declinedAt: Date | null;
  declineReason: string | null;
  about: string;
  website: string | null;
  registrar: { name: string; position: string } | null;
  representatives: { roleId: string; fullName: string; since: Date }[];
};

/** Every business with its people, for administrators: those that wait to be verified first, then the newest. */
export async function findBusinesses({ by }: { by: Actor }): Promise<BusinessRow[]> {
  const why = mayActForBusinesses(by);
  if (why !== null) throw new NotAllowed(why);
  const businesses = await db.business.findMany({
    orderBy: [{ verifiedAt: { sort: 'desc', nulls: 'first' } }, { registeredAt: 'desc' }],
    take: 500,
    relationLoadStrategy: 'join',
    include: {
      registeredBy: { select: { fullName: true } },
      roles: {
        where: { kind: 'REPRESENTATIVE', endedAt: null },
        orderBy: { grantedAt: 'asc' },
        select: { id: true, grantedAt: true, person: { select: { fullName: true } } },
      },
    },
  });
  return businesses.map(({ roles, registeredBy, position, registeredById: _, declinedById: __, ...business }) => ({
    ...business,
    registrar: registeredBy === null ? null : { name: registeredBy.fullName, position: position ?? '' },
    representatives: roles.map((role) => ({
      roleId: role.id,
      fullName: role.person.fullName,
      since: role.grantedAt,
    })),
  }));
}
