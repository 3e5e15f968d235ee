import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { type ContestPhase, phaseOf } from './contest.ts';

export type ContestOfUnit = { slug: string; name: string; phase: ContestPhase; closesAt: Date };

/** Public contests of a unit and of those below it: those that take entries first, then the latest. One query. */
export async function findContestsOfUnit({ path, limit }: { path: string; limit: number }): Promise<ContestOfUnit[]> {
  const at = now();
  const rows = await db.contest.findMany({
    where: { state: { in: ['OPEN', 'CLOSED', 'PUBLISHED'] }, host: { path: { startsWith: path } } },
    orderBy: [{ state: 'asc' }, { closesAt: 'desc' }, { id: 'asc' }],
    take: limit,
    relationLoadStrategy: 'join',
    select: {
      slug: true,
      name: true,
      state: true,
      opensAt: true,
      closesAt: true,
      suspendedAt: true,
      rounds: { orderBy: { number: 'asc' }, select: { number: true, name: true, state: true, closesAt: true } },
    },
  });
  return rows.map((row) => ({ slug: row.slug, name: row.name, phase: phaseOf(row, at), closesAt: row.closesAt }));
}
