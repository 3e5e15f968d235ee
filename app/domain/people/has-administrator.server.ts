import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';

/**
 * Whether somebody (other than the role `besides`) administers the whole tree at this moment. Call it inside the
 * transaction that acts on the answer: it waits for others that ask the same.
 */
export async function hasAdministrator(tx: Tx, { besides }: { besides?: string } = {}): Promise<boolean> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('administrators'))`;
  const found = await tx.roleGrant.findFirst({
    where: {
      id: besides === undefined ? undefined : { not: besides },
      kind: 'ADMINISTRATOR',
      endedAt: null,
      OR: [{ until: null }, { until: { gt: now() } }],
      unit: { parentId: null, endsOn: null },
      person: { closedAt: null },
    },
    select: { id: true },
  });
  return found !== null;
}
