import { db, type Tx } from '#app/platform/db/db.server.ts';

type Newest = { txid: bigint | null; isForeign: boolean | null };

async function findNewest(from: Tx | typeof db): Promise<Newest> {
  const [newest] = await from.$queryRaw<Newest[]>`
    select max("txid") as "txid", max("txid") >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint as "isForeign"
    from "Event"`;
  return newest!;
}

/**
 * A database laid from a copy into another server brings transaction numbers that this server has not reached; new
 * events would sort before the readers' places and never be read. Everything old is then shifted below zero, in its
 * order. Answers whether that was needed. To be called before anything new is recorded.
 */
export async function continueAfterCopy(): Promise<boolean> {
  if (!(await findNewest(db)).isForeign) return false;
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`lock table "Event", "EventCursor" in exclusive mode`;
    const { txid, isForeign } = await findNewest(tx);
    if (txid === null || !isForeign) return false;
    const shift = txid + 1n;
    await tx.$executeRaw`update "Event" set "txid" = "txid" - ${shift}`;
    await tx.$executeRaw`update "EventCursor" set "txid" = "txid" - ${shift} where "txid" >= 0`;
    return true;
  });
}
