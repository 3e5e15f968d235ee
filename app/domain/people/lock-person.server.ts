import type { Tx } from '#app/platform/db/db.server.ts';

/** Holds a person's row until the transaction ends, so that what hangs on them is changed by one at a time. */
export async function lockPerson(tx: Tx, personId: string): Promise<void> {
  await tx.$queryRaw`select 1 from "Person" where "id" = ${personId}::uuid for update`;
}
