import { db, type Tx } from '#app/platform/db/db.server.ts';
import { log } from '#app/platform/log.server.ts';
import { readIdeaDocuments } from './documents/read-ideas.server.ts';
import { DocumentsRefused, type EngineName } from './engine.ts';
import type { IdeaEngine } from './engines.server.ts';

export const indexName = (engine: EngineName) => `ideas.${engine}`;
export const readerName = (engine: EngineName) => `search.${indexName(engine)}`;

/** Held by whoever writes to an index; numbers of our own choice, the same in every process. */
const locks: Record<EngineName, number> = { postgres: 7_209_144_071, meilisearch: 7_209_144_072 };

/** Held by whoever builds an index anew; it is written to meanwhile. */
const rebuildLocks: Record<EngineName, number> = { postgres: 7_209_144_073, meilisearch: 7_209_144_074 };

const documentsAtOnce = 500;

/** Runs `work` as the only one who writes to the index; null, without running it, where somebody else does and `wait` is not asked for. */
export async function asWriter<T>(
  engine: EngineName,
  work: (tx: Tx) => Promise<T>,
  { wait = false } = {},
): Promise<T | null> {
  return holding(locks[engine], work, { wait });
}

/** Runs `work` as the only one who builds this index anew; null, without running it, where somebody else does. */
export async function asRebuilder<T>(engine: EngineName, work: () => Promise<T>): Promise<T | null> {
  return holding(rebuildLocks[engine], work);
}

async function holding<T>(lock: number, work: (tx: Tx) => Promise<T>, { wait = false } = {}): Promise<T | null> {
  return db.$transaction(
    async (tx) => {
      if (wait) await tx.$executeRaw`select pg_advisory_xact_lock(${lock}::bigint)`;
      else {
        const [asked] = await tx.$queryRaw<{ held: boolean }[]>`
          select pg_try_advisory_xact_lock(${lock}::bigint) as held`;
        if (!asked!.held) return null;
      }
      return work(tx);
    },
    { timeout: 3_600_000, maxWait: 60_000 },
  );
}

/**
 * Brings these ideas in the engine to what they are at this moment. Documents that the engine refuses are set aside and logged.
 *
 * A request that was given up may arrive late and put an older text over a newer one, and no engine checks versions. So what was on its way when a worker
 * failed stays noted as doubtful, and is sent once more when the engine has been answering for a while (`sendDoubtfulAgain`).
 */
export async function bringUpToDate(engine: IdeaEngine, changed: string[], { again = false } = {}): Promise<void> {
  const ids = [...new Set(changed)];
  for (let from = 0; from < ids.length; from += documentsAtOnce) {
    const some = ids.slice(from, from + documentsAtOnce);
    if (!again) await noteSending(engine.name, some);
    const documents = await readIdeaDocuments(some);
    const shown = new Set(documents.map(({ id }) => id));
    const refused = await upsertOrHalve(engine, documents);
    await engine.remove(some.filter((id) => !shown.has(id)));
    await noteSent(engine.name, some, refused, again);
  }
}

/** One bad document fails a whole batch: halves are tried until it stands alone. */
async function upsertOrHalve(
  engine: IdeaEngine,
  documents: Parameters<IdeaEngine['upsert']>[0],
): Promise<Map<string, string>> {
  try {
    await engine.upsert(documents);
    return new Map();
  } catch (error) {
    if (!(error instanceof DocumentsRefused)) throw error;
    if (documents.length === 1) {
      log.error({ idea: documents[0]!.id, engine: engine.name, err: error }, 'an idea cannot be indexed');
      return new Map([[documents[0]!.id, error.message]]);
    }
    const half = documents.length >> 1;
    const first = await upsertOrHalve(engine, documents.slice(0, half));
    return new Map([...first, ...(await upsertOrHalve(engine, documents.slice(half)))]);
  }
}

async function noteSending(engine: EngineName, ids: string[]): Promise<void> {
  await db.$executeRaw`
    insert into "SearchSending" ("index", "documentId", "sentAt")
    select ${indexName(engine)}, id, clock_timestamp() from unnest(${ids}::text[]) as id
    on conflict ("index", "documentId") do update
      set "sentAt" = excluded."sentAt", doubtful = "SearchSending".refused is null, refused = null`;
}

async function noteSent(
  engine: EngineName,
  ids: string[],
  refused: Map<string, string>,
  again: boolean,
): Promise<void> {
  const index = indexName(engine);
  await db.$executeRaw`
    delete from "SearchSending"
    where "index" = ${index} and "documentId" = any (${ids}::text[]) and (${again} or not doubtful)`;
  await db.$executeRaw`
    update "SearchSending" set "sentAt" = clock_timestamp() where "index" = ${index} and "documentId" = any (${ids}::text[])`;
  for (const [documentId, reason] of refused) {
    const sending = { index, documentId, sentAt: new Date(), doubtful: false, refused: reason.slice(0, 200) };
    await db.searchSending.upsert({
      where: { index_documentId: { index, documentId } },
      create: sending,
      update: sending,
    });
  }
}

/** After so long with an answering engine every request that was given up has arrived. Seconds. */
const settledAfter = 2;

/** Sends what is doubtful once more; answers how many there were. */
export async function sendDoubtfulAgain(engine: IdeaEngine): Promise<number> {
  const rows = await db.$queryRaw<{ documentId: string }[]>`
    select "documentId" from "SearchSending"
    where "index" = ${indexName(engine.name)} and doubtful and "sentAt" < clock_timestamp() - make_interval(secs => ${settledAfter})
    limit 5000`;
  await bringUpToDate(
    engine,
    rows.map(({ documentId }) => documentId),
    { again: true },
  );
  return rows.length;
}
