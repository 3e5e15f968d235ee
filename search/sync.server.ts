import { moveReader, placeOf, readEvents } from '#app/domain/history/read-events.server.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';
import { log } from '#app/platform/log.server.ts';
import { checkIndex } from './check.server.ts';
import { touchedIdeas } from './documents/touched-ideas.server.ts';
import { type EngineName, Unreachable } from './engine.ts';
import { type IdeaEngine, type IdeaEngines, ideaEngines } from './engines.server.ts';
import { rebuildIndex } from './rebuild.server.ts';
import { countWords } from './vocabulary.server.ts';
import { asRebuilder, asWriter, bringUpToDate, indexName, readerName, sendDoubtfulAgain } from './writing.server.ts';

const eventsAtOnce = 1_000;

/** How long somebody may still be reading the index that a rebuild has replaced; milliseconds. */
const sweptAfter = 5 * 60_000;
const recountedAfter = { changed: 5_000, unchanged: 3_600_000 };
const triedAgainAfter = 60_000;
const checkedAfter = 24 * 3_600_000;
/** More than these are compared by a sample. */
const comparedWhole = 200_000;

type Kept = {
  identity: string | null;
  changedAt: number | null;
  countedAt: number;
  sweptFor: number;
  /** Before this moment a rebuild that failed is not tried again. */
  rebuildsAgain: number;
};
const kept = new WeakMap<IdeaEngine, Kept>();

function keptOf(engine: IdeaEngine): Kept {
  let one = kept.get(engine);
  if (one === undefined) {
    one = { identity: null, changedAt: null, countedAt: 0, sweptFor: 0, rebuildsAgain: 0 };
    kept.set(engine, one);
  }
  return one;
}

/**
 * One step of the worker of an index: the next events, the ideas they touched as they are now, one batch to the engine. Answers whether there was something to do.
 * An engine that cannot be reached is nothing to do: the index is marked as behind, and the next step tries again.
 */
export async function syncIndex(name: EngineName, engines: IdeaEngines = ideaEngines()): Promise<boolean> {
  const engine = engines[name];
  if (engine === null) return false;
  try {
    if (await isAnotherIndex(engine, engines)) {
      await rebuildIndex(engine);
      return true;
    }
    const moved = await asWriter(name, (tx) => step(tx, engine));
    if (moved) return true;
    return (await lookAfter(engine, engines)) > 0;
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    await fallBehind(engine, error);
    return false;
  }
}

/** Rebuilds that this process has under way: the old index is followed meanwhile. */
const underWay = new WeakMap<IdeaEngine, Promise<void>>();

const isAsked = (index: { rebuildAskedAt: Date | null; rebuildEnded: Date | null } | null) =>
  (index?.rebuildAskedAt?.getTime() ?? 0) > (index?.rebuildEnded?.getTime() ?? 0);

/** Builds an index anew as somebody has asked for it, beside everything else this worker does; in one process only. */
function beginAskedRebuild(engine: IdeaEngine): void {
  const known = keptOf(engine);
  if (underWay.has(engine) || performance.now() < known.rebuildsAgain) return;
  const work = asRebuilder(engine.name, async () => {
    // It may be done by now: another process had begun.
    if (isAsked(await db.searchIndex.findUnique({ where: { name: indexName(engine.name) } })))
      await rebuildIndex(engine);
  });
  const settled = work
    .then(() => {})
    .catch((err) => {
      known.rebuildsAgain = performance.now() + triedAgainAfter;
      log.error({ err, engine: engine.name }, 'the index could not be built anew');
    })
    .finally(() => underWay.delete(engine));
  underWay.set(engine, settled);
}

/** Waits for the rebuilds that this process has begun: for tests, and for the end of a process. */
export async function rebuildsEnded(engines: IdeaEngines = ideaEngines()): Promise<void> {
  for (const engine of [engines.postgres, engines.meilisearch]) {
    if (engine !== null) await underWay.get(engine);
  }
}

/** Steps until there is nothing to do: for commands and tests. */
export async function syncAll(engines: IdeaEngines = ideaEngines()): Promise<void> {
  for (const name of ['postgres', 'meilisearch'] as const) while (await syncIndex(name, engines));
}

async function step(tx: Tx, engine: IdeaEngine): Promise<boolean> {
  const reader = readerName(engine.name);
  const from = await placeOf({ reader });
  const events = await readEvents({ after: from, limit: eventsAtOnce });
  const last = events.at(-1);
  if (last === undefined) {
    await catchUp(engine);
    return false;
  }
  const ids = await touchedIdeas(events);
  if (ids.length > 0) {
    await bringUpToDate(engine, ids);
    keptOf(engine).changedAt ??= performance.now();
    await tx.$executeRaw`
      update "SearchIndex" set "syncedAt" = clock_timestamp() where name = ${indexName(engine.name)}`;
  }
  return moveReader(tx, { reader, from, to: last });
}

/**
 * Never filled, lost, or another server under the same name. Asked at every step: a document sent to an index that is gone makes a
 * new one, with settings that are not ours.
 */
async function isAnotherIndex(engine: IdeaEngine, engines: IdeaEngines): Promise<boolean> {
  const known = keptOf(engine);
  const identity = await engine.identity();
  if (identity !== null && identity === known.identity) return false;
  const name = indexName(engine.name);
  const address = engine.name === 'meilisearch' ? engines.address : null;
  await db.$executeRaw`
    insert into "SearchIndex" (name, address) values (${name}, ${address})
    on conflict (name) do update set address = excluded.address`;
  const index = await db.searchIndex.findUniqueOrThrow({ where: { name } });
  if (identity === null || identity !== index.identity) {
    await db.$executeRaw`
      update "SearchIndex" set "behindSince" = coalesce("behindSince", clock_timestamp()), failure = 'empty' where name = ${name}`;
    return true;
  }
  // The first look of this process: settings may be of an older version of ours.
  if (engine.name === 'meilisearch') await engines.meilisearch?.prepare();
  known.identity = identity;
  return false;
}

async function fallBehind(engine: IdeaEngine, error: Unreachable): Promise<void> {
  const fell = await db.$executeRaw`
    update "SearchIndex" set "behindSince" = clock_timestamp(), failure = ${error.message.slice(0, 200)}
    where name = ${indexName(engine.name)} and "behindSince" is null`;
  if (fell > 0) log.warn({ err: error, engine: engine.name }, 'the index cannot follow');
}

async function catchUp(engine: IdeaEngine): Promise<void> {
  const caught = await db.$executeRaw`
    update "SearchIndex" set "behindSince" = null, failure = null
    where name = ${indexName(engine.name)} and "behindSince" is not null`;
  if (caught > 0) log.info({ engine: engine.name }, 'the index has caught up');
}

/** What is due when no event waits; answers how much there was to do. */
async function lookAfter(engine: IdeaEngine, engines: IdeaEngines): Promise<number> {
  const again = (await asWriter(engine.name, () => sendDoubtfulAgain(engine))) ?? 0;
  if (again > 0) return again;

  const known = keptOf(engine);
  const index = await db.searchIndex.findUniqueOrThrow({ where: { name: indexName(engine.name) } });
  if (engine === engines.postgres && (await isRecountDue(engine, known))) {
    await countWords();
    await db.$executeRaw`update "SearchIndex" set "countedAt" = clock_timestamp() where name = ${index.name}`;
    known.countedAt = performance.now();
    known.changedAt = null;
  }
  if (isAsked(index)) beginAskedRebuild(engine);
  const ended = index.rebuildEnded?.getTime() ?? Number.POSITIVE_INFINITY;
  const isUnderWay = (index.rebuildBegan?.getTime() ?? 0) > ended;
  if (engine === engines.meilisearch && known.sweptFor !== ended && !isUnderWay && Date.now() - ended > sweptAfter) {
    await engines.meilisearch.sweep();
    known.sweptFor = ended;
  }
  if (index.checkedAt !== null && Date.now() - index.checkedAt.getTime() > checkedAfter) {
    const sample = ((await engine.health()).documents ?? 0) > comparedWhole;
    const { missing, different, extra } = await checkIndex(engine, { sample, repair: true });
    const wrong = missing.length + different.length + extra.length;
    if (wrong > 0) log.warn({ engine: engine.name, wrong }, 'the index had drifted and was repaired');
    if (wrong > 0 && sample) await checkIndex(engine, { repair: true });
  }
  return 0;
}

/** Small corpora are counted a few seconds after a change, large ones within the hour. */
async function isRecountDue(engine: IdeaEngine, { changedAt, countedAt }: Kept): Promise<boolean> {
  if (changedAt === null) return false;
  if (performance.now() - changedAt < recountedAfter.changed) return false;
  if (performance.now() - countedAt > recountedAfter.unchanged) return true;
  return ((await engine.health()).documents ?? 0) < 5_000;
}
