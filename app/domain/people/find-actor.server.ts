import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { Actor } from './actor.ts';

/** The person with the roles in force at this moment; null where the account is closed or gone. One query. */
export async function findActor({ personId }: { personId: string }): Promise<Actor | null> {
  const moment = now();
  const person = await db.person.findFirst({
    where: { id: personId, closedAt: null },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      fullName: true,
      language: true,
      emailVerifiedAt: true,
      classCodeId: true,
      roles: {
        where: { endedAt: null, OR: [{ until: null }, { until: { gt: moment } }] },
        select: { kind: true, unitId: true, contestId: true, businessId: true, unit: { select: { path: true } } },
      },
    },
  });
  if (person === null) return null;
  return {
    id: person.id,
    fullName: person.fullName,
    language: person.language,
    trusted: person.emailVerifiedAt !== null || person.classCodeId !== null,
    roles: person.roles.map(({ unit, ...role }) => ({ ...role, unitPath: unit?.path ?? null })),
  };
}
