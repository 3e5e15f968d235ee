import { db } from '#app/platform/db/db.server.ts';
import type { AuditFilter } from './find-happenings.server.ts';

type Named = { slug: string; name: string };

/** What a filter is called on its form; to be asked only after the history itself was, which refuses what is not the reader's. */
export async function findNamesOfFilter({ filter }: { filter: AuditFilter }): Promise<{
  unit: Named | null;
  contest: Named | null;
}> {
  const [unit, contest] = await Promise.all([
    filter.unit === undefined
      ? null
      : db.unit.findUnique({ where: { slug: filter.unit }, select: { slug: true, name: true } }),
    filter.contest === undefined
      ? null
      : db.contest.findUnique({
          where: { slug: filter.contest, state: { not: 'DRAFT' } },
          select: { slug: true, name: true },
        }),
  ]);
  return { unit, contest };
}
