import { databaseUrl, db } from '#app/platform/db/db.server.ts';
import { env } from '#app/platform/env.server.ts';
import { running } from '#app/platform/running.server.ts';
import type { IdeaDocument } from './documents/idea-document.ts';
import type { SearchEngine } from './engine.ts';
import { MeilisearchEngine } from './meilisearch/meilisearch-engine.server.ts';
import { PostgresEngine } from './postgres/postgres-engine.server.ts';
import { correctWords, countPhrases } from './postgres/speller.server.ts';
import { TakeOver } from './take-over.server.ts';
import type { QueryWord } from './text/query.ts';

export type IdeaEngine = SearchEngine<IdeaDocument>;

export type IdeaEngines = {
  /** Of Meilisearch. */
  address: string | null;
  postgres: PostgresEngine;
  /** Null where none is configured or at hand. */
  meilisearch: MeilisearchEngine | null;
  takeOver: TakeOver<IdeaDocument>;
  correct: (words: QueryWord[]) => Promise<string[] | null>;
  countPhrases: (phrases: string[][]) => Promise<number[]>;
};

function meiliAddress(): { url: string; key: string } | null {
  const { MEILI_URL: url, MEILI_KEY: key } = env();
  return running().meili ?? (url === undefined || key === undefined ? null : { url, key });
}

/** Whether the index of that engine has all changes, as far as the worker knows. */
async function isUpToDate(name: string): Promise<boolean> {
  const index = await db.searchIndex.findUnique({ where: { name } });
  return index !== null && index.behindSince === null;
}

export function makeIdeaEngines(address: { url: string; key: string } | null, prefix?: string): IdeaEngines {
  const postgres = new PostgresEngine();
  const meilisearch = address === null ? null : new MeilisearchEngine(address, prefix);
  return {
    address: address?.url ?? null,
    postgres,
    meilisearch,
    takeOver: new TakeOver(meilisearch, postgres, () => isUpToDate('ideas.meilisearch')),
    correct: correctWords,
    countPhrases,
  };
}

const made = new Map<string, IdeaEngines>();

/** The engines of this process, by what they stand on: the embedded servers may come up after this module is loaded. */
export function ideaEngines(): IdeaEngines {
  const address = meiliAddress();
  const key = `${databaseUrl()} ${address?.url ?? ''}`;
  let engines = made.get(key);
  if (engines === undefined) {
    engines = makeIdeaEngines(address);
    made.set(key, engines);
  }
  return engines;
}
