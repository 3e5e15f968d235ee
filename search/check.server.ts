import { db } from '#app/platform/db/db.server.ts';
import { countIdeas, nextIdeaIds, readIdeaDocuments, sampleIdeaIds } from './documents/read-ideas.server.ts';
import type { IdeaEngine } from './engines.server.ts';
import { asWriter, bringUpToDate, indexName } from './writing.server.ts';

export type Drift = {
  /** Public ideas in the database, and documents in the index. */
  inDatabase: number;
  inIndex: number;
  /** Documents compared by their hashes. */
  compared: number;
  /** Ids of ideas that are not as they should be in the index. */
  missing: string[];
  different: string[];
  /** Ids in the index of what is not public. */
  extra: string[];
};

const atOnce = 1_000;
const sampled = 1_000;

/**
 * Compares the index with the database: all documents by their hashes, or with `sample` the newest and some by chance. With `repair`, what
 * differs is brought up to date.
 */
export async function checkIndex(engine: IdeaEngine, { sample = false, repair = false } = {}): Promise<Drift> {
  const drift: Drift = {
    inDatabase: await countIdeas(),
    inIndex: 0,
    compared: 0,
    missing: [],
    different: [],
    extra: [],
  };
  const compare = async (ids: string[]) => {
    const held = await engine.held(ids);
    const documents = await readIdeaDocuments(ids);
    const shown = new Map(documents.map(({ id, hash }) => [id, hash]));
    drift.compared += ids.length;
    for (const id of ids) {
      const is = held.get(id);
      const should = shown.get(id);
      if (is === should) continue;
      if (is === undefined) drift.missing.push(id);
      else if (should === undefined) drift.extra.push(id);
      else drift.different.push(id);
    }
  };

  if (sample) {
    drift.inIndex = (await engine.health()).documents ?? 0;
    const ids = await sampleIdeaIds(sampled);
    for (let from = 0; from < ids.length; from += atOnce) await compare(ids.slice(from, from + atOnce));
  } else {
    const known = new Set<string>();
    for (let after: string | null = null; ; ) {
      const ids: string[] = await nextIdeaIds(after, atOnce);
      if (ids.length === 0) break;
      for (const id of ids) known.add(id);
      await compare(ids);
      after = ids.at(-1)!;
    }
    for await (const held of engine.everything()) {
      drift.inIndex += held.size;
      const strange = [...held.keys()].filter((id) => !known.has(id));
      if (strange.length > 0) await compare(strange);
    }
  }
  const wrong = [...drift.missing, ...drift.different, ...drift.extra];
  if (repair && wrong.length > 0) await asWriter(engine.name, () => bringUpToDate(engine, wrong), { wait: true });
  await db.$executeRaw`update "SearchIndex" set "checkedAt" = clock_timestamp() where name = ${indexName(engine.name)}`;
  return drift;
}

/** Whether a check found the index to be what it should be. */
export function isTrue({ inDatabase, inIndex, missing, different, extra }: Drift): boolean {
  return inDatabase === inIndex && missing.length + different.length + extra.length === 0;
}
