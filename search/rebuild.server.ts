import { moveReader, type Place, placeOf, readEvents } from '#app/domain/history/read-events.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { IdeaDocument } from './documents/idea-document.ts';
import { countIdeas, nextIdeaIds, readIdeaDocuments } from './documents/read-ideas.server.ts';
import { touchedIdeas } from './documents/touched-ideas.server.ts';
import type { Rebuild } from './engine.ts';
import type { IdeaEngine } from './engines.server.ts';
import { countWords } from './vocabulary.server.ts';
import { asWriter, indexName, readerName } from './writing.server.ts';

export type Progress = { done: number; total: number; seconds: number };

/** What is read and sent in a moment: the process that builds an index may serve pages meanwhile. */
const readAtOnce = 1_000;
/** Below what a server takes in one request (100 MB by default). Characters. */
const longestBatch = 20_000_000;
const eventsAtOnce = 2_000;

/**
 * Builds the index anew beside the one that answers, and puts it in its place: fill, replay what changed meanwhile, swap. Searches
 * and changes go on all the while. `tell` hears of the progress after every batch.
 */
export async function rebuildIndex(
  engine: IdeaEngine,
  tell: (progress: Progress) => void = () => {},
): Promise<Progress> {
  const began = performance.now();
  const name = indexName(engine.name);
  const total = await countIdeas();
  let place = await lastReadable();
  await db.$executeRaw`
    insert into "SearchIndex" (name, "rebuildBegan", "rebuildTotal") values (${name}, clock_timestamp(), ${total})
    on conflict (name) do update set "rebuildBegan" = clock_timestamp(), "rebuildDone" = 0, "rebuildTotal" = ${total}`;

  const rebuild = await engine.rebuild();
  let done = 0;
  const progress = () => ({ done, total, seconds: (performance.now() - began) / 1000 });
  try {
    let batch: IdeaDocument[] = [];
    let length = 0;
    const add = async () => {
      await rebuild.add(batch);
      done += batch.length;
      batch = [];
      length = 0;
      await db.$executeRaw`
        update "SearchIndex" set "rebuildDone" = ${done}, "rebuildToldAt" = clock_timestamp() where name = ${name}`;
      tell(progress());
    };
    for (let after: string | null = null; ; ) {
      const ids: string[] = await nextIdeaIds(after, readAtOnce);
      if (ids.length === 0) break;
      for (const document of await readIdeaDocuments(ids)) {
        batch.push(document);
        length += 3 * document.body.length;
        if (length >= longestBatch) await add();
      }
      if (batch.length > 0) await add();
      after = ids.at(-1)!;
    }
    place = await replay(rebuild, place);
    await rebuild.drain();

    await asWriter(
      engine.name,
      async (tx) => {
        // Nobody writes to the old index now: what it got meanwhile, the new one gets here.
        place = await replay(rebuild, place);
        await rebuild.drain();
        await rebuild.swap();
        const reader = readerName(engine.name);
        const from = await placeOf({ reader });
        if (isAfter(place, from)) await moveReader(tx, { reader, from, to: place });
        const identity = await engine.identity();
        await tx.$executeRaw`
          update "SearchIndex" set "rebuildEnded" = clock_timestamp(), "checkedAt" = clock_timestamp(), identity = ${identity},
            "behindSince" = null, failure = null, "rebuildDone" = ${done}
          where name = ${name}`;
      },
      { wait: true },
    );
  } catch (error) {
    await rebuild.abandon().catch(() => {});
    throw error;
  }
  if (engine.name === 'postgres') await countWords();
  return progress();
}

const isAfter = (one: Place, other: Place) => one.txid > other.txid || (one.txid === other.txid && one.id > other.id);

/** The last event that every reader can have read: whatever is not yet visible comes after it. */
async function lastReadable(): Promise<Place> {
  const [last] = await db.$queryRaw<Place[]>`
    select txid, id from "Event" where txid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
    order by txid desc, id desc limit 1`;
  return last ?? { txid: 0n, id: 0n };
}

/** Brings what changed after a place into the new index; answers how far it has read. */
async function replay(rebuild: Rebuild<IdeaDocument>, from: Place): Promise<Place> {
  for (let place = from; ; ) {
    const events = await readEvents({ after: place, limit: eventsAtOnce });
    const last = events.at(-1);
    if (last === undefined) return place;
    const ids = await touchedIdeas(events);
    for (let at = 0; at < ids.length; at += readAtOnce) {
      const some = ids.slice(at, at + readAtOnce);
      const documents = await readIdeaDocuments(some);
      const shown = new Set(documents.map(({ id }) => id));
      if (documents.length > 0) await rebuild.add(documents);
      await rebuild.remove(some.filter((id) => !shown.has(id)));
    }
    place = { txid: last.txid, id: last.id };
  }
}
