import type { Actor } from '#app/domain/people/actor.ts';
import { NotAllowed, NotFound } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { db } from '#app/platform/db/db.server.ts';
import { mayGiveSlip } from './membership-access.ts';
import { maySeeInsideUnit } from './unit-access.ts';

type Place = {
  unit: { slug: string; name: string };
  person: { fullName: string; userName: string | null };
  mayGiveSlip: boolean;
};

/** Whose membership an address means and where, for the unit's staff. */
export async function findMembershipPlace({ by, membershipId }: { by: Actor; membershipId: string }): Promise<Place> {
  const membership = isUuid(membershipId)
    ? await db.membership.findUnique({
        where: { id: membershipId },
        relationLoadStrategy: 'join',
        select: {
          personId: true,
          unit: { select: { slug: true, name: true, path: true } },
          person: {
            select: {
              fullName: true,
              userName: true,
              email: true,
              roles: { where: { endedAt: null }, select: { id: true } },
            },
          },
        },
      })
    : null;
  if (membership === null) throw new NotFound();
  const { unit, person, personId } = membership;
  const why = maySeeInsideUnit(by, unit);
  if (why !== null) throw new NotAllowed(why);
  return {
    unit: { slug: unit.slug, name: unit.name },
    person: { fullName: person.fullName, userName: person.userName },
    mayGiveSlip:
      mayGiveSlip(by, { personId, unit, hasMail: person.email !== null, holdsRole: person.roles.length > 0 }) === null,
  };
}
