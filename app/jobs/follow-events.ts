import type { HistoryEvent } from '#app/domain/history/read-events.server.ts';
import { moveReader, placeOf, readEvents } from '#app/domain/history/read-events.server.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';

/** One of the many readers of the one event log. Each has its own place in it. */
export type EventReader = {
  name: string;
  /** The most events taken at once. */
  batch: number;
  /** Effects outside the database. May run again for the same events after a crash, so it must not mind. */
  before?: (events: HistoryEvent[]) => Promise<void>;
  /** Effects in the database, in the transaction that moves the reader on: exactly once. */
  within?: (tx: Tx, events: HistoryEvent[]) => Promise<void>;
};

class MovedMeanwhile extends Error {}

/** Lets a reader take the next events. Answers how many it took; 0 when it has read all there is. */
export async function followEvents(reader: EventReader, limit = reader.batch): Promise<number> {
  const from = await placeOf({ reader: reader.name });
  const events = await readEvents({ after: from, limit });
  const last = events.at(-1);
  if (last === undefined) return 0;
  await reader.before?.(events);
  try {
    await db.$transaction(async (tx) => {
      await reader.within?.(tx, events);
      if (!(await moveReader(tx, { reader: reader.name, from, to: last }))) throw new MovedMeanwhile();
    });
  } catch (error) {
    if (!(error instanceof MovedMeanwhile)) throw error;
  }
  return events.length;
}
