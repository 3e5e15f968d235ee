import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { Actor, RoleKind } from './actor.ts';

/** How long before its end one is told of a role, in days. */
const daysBefore = 30;

/** Roles of this person that end soon by the day that was set. One query. */
export async function findRolesEnding({
  by,
}: {
  by: Actor;
}): Promise<{ kind: RoleKind; where: string; until: Date }[]> {
  const at = now();
  const roles = await db.roleGrant.findMany({
    where: {
      personId: by.id,
      endedAt: null,
      until: { gt: at, lte: new Date(at.getTime() + daysBefore * 86_400_000) },
    },
    orderBy: { until: 'asc' },
    take: 20,
    select: {
      kind: true,
      until: true,
      unit: { select: { name: true } },
      contest: { select: { name: true } },
      business: { select: { name: true } },
    },
  });
  return roles.map(({ kind, until, unit, contest, business }) => ({
    kind,
    where: unit?.name ?? contest?.name ?? business?.name ?? '',
    until: until!,
  }));
}
