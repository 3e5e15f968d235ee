import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { Actor, RoleKind } from './actor.ts';
import { rolesThatAskForTwo } from './second-factor.ts';
import { termsVersion } from './terms.ts';

/**
 * The person with the roles in force at this moment; null where the account is closed or gone. One query. Without a second
 * factor in this session the roles that ask for one are not there: they sleep.
 */
export async function findActor({
  personId,
  secondFactor = true,
}: {
  personId: string;
  secondFactor?: boolean;
}): Promise<Actor | null> {
  const moment = now();
  const person = await db.person.findFirst({
    where: { id: personId, closedAt: null },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      fullName: true,
      language: true,
      termsVersion: true,
      emailVerifiedAt: true,
      classCodeId: true,
      roles: {
        where: { endedAt: null, OR: [{ until: null }, { until: { gt: moment } }] },
        select: { kind: true, unitId: true, contestId: true, businessId: true, unit: { select: { path: true } } },
      },
    },
  });
  if (person === null) return null;
  const sleeps = (kind: RoleKind) => !secondFactor && rolesThatAskForTwo.includes(kind);
  return {
    id: person.id,
    fullName: person.fullName,
    language: person.language,
    trusted: person.emailVerifiedAt !== null || person.classCodeId !== null,
    roles: person.roles
      .filter(({ kind }) => !sleeps(kind))
      .map(({ unit, ...role }) => ({ ...role, unitPath: unit?.path ?? null })),
    asleep: person.roles.map(({ kind }) => kind).filter(sleeps),
    termsDue: person.termsVersion !== termsVersion,
  };
}
