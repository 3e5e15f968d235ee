import { now } from '#app/platform/clock.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';
import type { Actor } from './actor.ts';
import type { ClosingObstacle } from './closing.ts';

type Reader = Tx | typeof db;

const inForce = () => ({ endedAt: null, OR: [{ until: null }, { until: { gt: now() } }] });

/** What a person must settle before the account can be closed, so that nobody is left waiting. Six queries. */
export async function findClosingObstacles(
  reader: Reader,
  { personId }: { personId: string },
): Promise<ClosingObstacle[]> {
  const [administers, others, teams, chairs, sheets, mentorships, represents] = await Promise.all([
    reader.roleGrant.count({
      where: { personId, kind: 'ADMINISTRATOR', ...inForce(), unit: { parentId: null, endsOn: null } },
    }),
    reader.roleGrant.count({
      where: {
        personId: { not: personId },
        kind: 'ADMINISTRATOR',
        ...inForce(),
        unit: { parentId: null, endsOn: null },
        person: { closedAt: null },
      },
    }),
    reader.idea.findMany({
      where: {
        ownerId: personId,
        state: { not: 'WITHDRAWN' },
        members: { some: { personId: { not: personId }, confirmedAt: { not: null }, leftAt: null } },
      },
      select: { slug: true, draft: { select: { title: true } } },
      orderBy: { createdAt: 'asc' },
    }),
    reader.contest.findMany({
      where: {
        state: { in: ['DRAFT', 'OPEN', 'CLOSED'] },
        roles: { some: { personId, kind: 'CHAIR', ...inForce() } },
        NOT: { roles: { some: { personId: { not: personId }, kind: 'CHAIR', ...inForce() } } },
      },
      select: { slug: true, name: true },
      orderBy: { closesAt: 'asc' },
    }),
    reader.scoresheet.count({
      where: {
        judge: { personId, roleGrant: inForce() },
        submittedAt: null,
        recusal: { is: null },
        round: { state: 'OPEN' },
      },
    }),
    reader.mentorship.count({ where: { endedAt: null, mentor: { personId } } }),
    reader.business.findMany({
      where: {
        roles: { some: { personId, kind: 'REPRESENTATIVE', ...inForce() } },
        NOT: { roles: { some: { personId: { not: personId }, kind: 'REPRESENTATIVE', ...inForce() } } },
        offers: { some: { acceptedAt: { not: null }, pledge: { confirmedAt: null, withdrawnAt: null } } },
      },
      select: { name: true },
    }),
  ]);
  return [
    ...(administers > 0 && others === 0 ? [{ kind: 'last-administrator' as const }] : []),
    ...chairs.map(({ slug, name }) => ({ kind: 'only-chair' as const, slug, name })),
    ...(sheets > 0 ? [{ kind: 'open-sheets' as const, count: sheets }] : []),
    ...(mentorships > 0 ? [{ kind: 'mentors-a-team' as const, count: mentorships }] : []),
    ...represents.map(({ name }) => ({ kind: 'last-representative' as const, name })),
    ...teams.map(({ slug, draft }) => ({ kind: 'leads-a-team' as const, slug, name: draft?.title ?? '' })),
  ];
}

/** The same for the page, before anything is asked. */
export function findObstaclesOf({ by }: { by: Actor }): Promise<ClosingObstacle[]> {
  return findClosingObstacles(db, { personId: by.id });
}
