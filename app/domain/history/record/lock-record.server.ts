import type { Tx } from '#app/platform/db/db.server.ts';

/** Holds a contest's record and its codes until the transaction ends: they are written one transaction after the other. */
export async function lockRecord(tx: Tx, contestId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`record:${contestId}`}, 0))`;
}
