import type { Actor } from '#app/domain/people/actor.ts';
import { compareNames } from '#app/domain/people/name-order.ts';
import { db } from '#app/platform/db/db.server.ts';
import { mentorState } from './mentor.ts';

/** The units whose mentors and programmes somebody looks after. */
export function staffedPaths(by: Actor): string[] {
  return by.roles.flatMap(({ kind, unitPath }) =>
    unitPath !== null && ['MODERATOR', 'ORGANISER', 'ADMINISTRATOR'].includes(kind) ? [unitPath] : [],
  );
}

/** Offers to mentor in the units somebody is staff of: those that wait first, the oldest of them first; the others by name. One query. */
export async function findMentorsToCheck({ by }: { by: Actor }) {
  const paths = staffedPaths(by);
  if (paths.length === 0) return [];
  const rows = await db.mentor.findMany({
    where: { OR: paths.map((path) => ({ unit: { path: { startsWith: path } } })) },
    orderBy: { offeredAt: 'asc' },
    take: 300,
    select: {
      id: true,
      personId: true,
      about: true,
      fieldIds: true,
      aspects: true,
      capacity: true,
      hoursPerMonth: true,
      offeredAt: true,
      checkedAt: true,
      declinedAt: true,
      declineReason: true,
      pausedAt: true,
      unit: { select: { slug: true, name: true } },
      person: { select: { fullName: true } },
      _count: { select: { mentorships: { where: { endedAt: null } } } },
    },
  });
  const order = ['waiting', 'open', 'paused', 'declined'];
  return rows
    .map(({ person, personId, _count, ...mentor }) => ({
      ...mentor,
      name: person.fullName,
      own: personId === by.id,
      teams: _count.mentorships,
      state: mentorState(mentor),
    }))
    .sort(
      (a, b) =>
        order.indexOf(a.state) - order.indexOf(b.state) || (a.state === 'waiting' ? 0 : compareNames(a.name, b.name)),
    );
}
