import type { db, Tx } from '#app/platform/db/db.server.ts';

/** The latest deadline this lead was given for themselves; null where there is none. */
export async function ownDeadline(
  reader: Tx | typeof db,
  { contestId, personId }: { contestId: string; personId: string },
): Promise<Date | null> {
  const found = await reader.extension.findFirst({
    where: { contestId, personId },
    orderBy: { until: 'desc' },
    select: { until: true },
  });
  return found?.until ?? null;
}
