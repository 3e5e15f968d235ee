import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { Actor } from './actor.ts';
import { deviceOf } from './device.ts';

export type OwnSession = {
  id: string;
  browser: string | null;
  system: string | null;
  createdAt: Date;
  lastSeenAt: Date;
  current: boolean;
};

/** Where a person is signed in, this browser first, then the last seen. The place is not guessed. */
export async function findSessions({ by, current }: { by: Actor; current: string | null }): Promise<OwnSession[]> {
  const rows = await db.session.findMany({
    where: { personId: by.id, expiresAt: { gt: now() } },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
    select: { id: true, userAgent: true, createdAt: true, lastSeenAt: true },
    take: 100,
  });
  return rows
    .map(({ userAgent, ...row }) => ({ ...row, ...deviceOf(userAgent), current: row.id === current }))
    .sort((one, other) => Number(other.current) - Number(one.current));
}
