import type { Actor } from '#app/domain/people/actor.ts';
import { NotAllowed, NotFound } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { mayDecideMembership, mayGiveSlip } from './membership-access.ts';
import { maySeeInsideUnit } from './unit-access.ts';

export type MemberPage = {
  id: string;
  unit: { slug: string; name: string };
  person: { fullName: string; birthDate: Date; login: string };
  confirmedAt: Date | null;
  confirmedBy: string | null;
  endedAt: Date | null;
  endedBy: string | null;
  endReason: string | null;
  corrections: { id: string; from: Date; to: Date; at: Date; by: string; reason: string }[];
  /** Confirmed and not ended, and not the asker's own. */
  mayChange: boolean;
  mayGiveSlip: boolean;
};

/** One member as the unit's staff see them. NotFound where there is none, NotAllowed outside the asker's own subtree. */
export async function findMember({ by, membershipId }: { by: Actor; membershipId: string }): Promise<MemberPage> {
  const row = isUuid(membershipId)
    ? await db.membership.findUnique({
        where: { id: membershipId },
        relationLoadStrategy: 'join',
        include: {
          unit: { select: { slug: true, name: true, path: true } },
          confirmedBy: { select: { fullName: true } },
          endedBy: { select: { fullName: true } },
          person: {
            select: {
              fullName: true,
              birthDate: true,
              email: true,
              userName: true,
              closedAt: true,
              birthDates: { orderBy: { at: 'desc' }, include: { by: { select: { fullName: true } } } },
              roles: {
                where: { endedAt: null, OR: [{ until: null }, { until: { gt: now() } }] },
                select: { id: true },
                take: 1,
              },
            },
          },
        },
      })
    : null;
  if (row === null) throw new NotFound();
  const { unit, person } = row;
  const why = maySeeInsideUnit(by, unit);
  if (why !== null) throw new NotAllowed(why);
  const holds = row.confirmedAt !== null && row.endedAt === null && person.closedAt === null;
  const pupil = { personId: row.personId, unit, hasMail: person.email !== null, holdsRole: person.roles.length > 0 };
  return {
    id: row.id,
    unit: { slug: unit.slug, name: unit.name },
    person: {
      fullName: person.fullName,
      birthDate: person.birthDate,
      // Of who is not, or no longer, a member here, the way to reach them is no matter of this unit.
      login: row.endedAt === null && row.declinedAt === null ? (person.email ?? person.userName ?? '') : '',
    },
    confirmedAt: row.confirmedAt,
    confirmedBy: row.confirmedBy?.fullName ?? null,
    endedAt: row.endedAt,
    endedBy: row.endedBy?.fullName ?? null,
    endReason: row.endReason,
    corrections: person.birthDates.map(({ by: corrector, personId: _, byId: __, ...rest }) => ({
      ...rest,
      by: corrector.fullName,
    })),
    mayChange: holds && mayDecideMembership(by, row) === null,
    mayGiveSlip: holds && mayGiveSlip(by, pupil) === null,
  };
}
