import { NotValid } from '#app/domain/refusal.ts';
import type { Tx } from '#app/platform/db/db.server.ts';

/** A panel is one of the contest's divisions, by its slug, or none. Throws NotValid beside `pool`. */
export async function insistOnPool(
  tx: Tx,
  { contestId, pool }: { contestId: string; pool: string | null },
): Promise<void> {
  if (pool === null) return;
  const known = await tx.division.count({ where: { contestId, slug: pool } });
  if (known === 0) throw new NotValid({ pool: [{ key: 'controls:problems.choice' }] });
}
