import { db, type Tx } from '#app/platform/db/db.server.ts';
import type { EventKind } from './event.ts';

/** A place in the history: events are ordered by the transaction that wrote them, then by number. */
export type Place = { txid: bigint; id: bigint };

export type HistoryEvent = Place & {
  at: Date;
  kind: EventKind;
  byId: string | null;
  personId: string | null;
  unitId: number | null;
  ideaId: string | null;
  contestId: string | null;
  entryId: string | null;
  payload: Record<string, string | number | boolean | null>;
};

/** Before everything; numbers of transactions from before a copy are below zero. */
const beginning: Place = { txid: -(2n ** 63n), id: 0n };

/** How far a reader has come; the beginning for a new one. */
export async function placeOf({ reader }: { reader: string }): Promise<Place> {
  const cursor = await db.eventCursor.findUnique({ where: { reader } });
  return cursor === null ? beginning : { txid: cursor.txid, id: cursor.id };
}

/**
 * The next events after a place, at most `limit`. Numbers are given out before transactions commit, so "id > last" would
 * lose an event that commits late; only what is older than every transaction still running is read here, and nothing
 * can appear among that any more.
 */
export async function readEvents({ after, limit }: { after: Place; limit: number }): Promise<HistoryEvent[]> {
  return db.$queryRaw<HistoryEvent[]>`
    select "txid", "id", "at", "kind", "byId", "personId", "unitId", "ideaId", "contestId", "entryId", "payload"
    from "Event"
    where ("txid", "id") > (${after.txid}, ${after.id})
      and "txid" < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
    order by "txid", "id"
    limit ${limit}`;
}

/**
 * Moves a reader on, in the transaction of its own effects. Answers false, and changes nothing, where another process
 * has moved it meanwhile: the effects must then be rolled back.
 */
export async function moveReader(tx: Tx, move: { reader: string; from: Place; to: Place }): Promise<boolean> {
  const { reader, from, to } = move;
  await tx.$executeRaw`insert into "EventCursor" ("reader", "txid", "id") values (${reader}, ${beginning.txid}, ${beginning.id}) on conflict do nothing`;
  const moved = await tx.eventCursor.updateMany({
    where: { reader, txid: from.txid, id: from.id },
    data: { txid: to.txid, id: to.id },
  });
  return moved.count === 1;
}
