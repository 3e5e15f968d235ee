import { databaseUrl, db } from '#app/platform/db/db.server.ts';
import { untracked } from '#app/platform/db/reads.server.ts';
import { log } from '#app/platform/log.server.ts';
import { Vocabulary } from '#search/text/vocabulary.ts';

const table = 'IdeaSearchDocument';
const noun = 'ideas';

type Kept = { vocabulary: Vocabulary; readAt: number; reading: boolean };

/** By database: a process may talk to several, one after the other, in tests. */
const kept = new Map<string, Kept>();

/** A small corpus changes quickly in proportion; a large one hardly at all. Milliseconds. */
const freshFor = (vocabulary: Vocabulary) => (vocabulary.total < 5_000 ? 2_000 : 60_000);

/** Which slips are mended may lag behind: no page hangs on it. */
const read = () => untracked(readWords);

async function readWords(): Promise<Vocabulary> {
  const [words, total] = await Promise.all([
    db.searchWord.findMany({ where: { noun }, select: { word: true, documents: true } }),
    db.$queryRaw<{ total: number }[]>`
      select greatest(reltuples, 0)::int as total from pg_class where oid = '"IdeaSearchDocument"'::regclass`,
  ]);
  const estimated = total[0]?.total ?? 0;
  const exact = estimated > 20_000 ? estimated : await db.ideaSearchDocument.count();
  return new Vocabulary(
    words.map(({ word, documents }) => [word, documents]),
    exact,
  );
}

/**
 * The words of the published ideas. Kept in this process; when it has aged, the old one is answered once more while
 * the new one is read.
 */
export async function ideaVocabulary(): Promise<Vocabulary> {
  const key = databaseUrl();
  const known = kept.get(key);
  if (known === undefined) {
    const vocabulary = await read();
    kept.set(key, { vocabulary, readAt: performance.now(), reading: false });
    return vocabulary;
  }
  if (!known.reading && performance.now() - known.readAt > freshFor(known.vocabulary)) {
    known.reading = true;
    read()
      .then((vocabulary) => kept.set(key, { vocabulary, readAt: performance.now(), reading: false }))
      .catch((err) => {
        known.reading = false;
        log.warn({ err }, 'the words of the index could not be read');
      });
  }
  return known.vocabulary;
}

/** The next question reads the words anew: after they were counted. */
export function forgetVocabulary(): void {
  kept.clear();
}

/** Makes words of new documents known at once, before the next count; each counts as in one document. */
export async function learnWords(words: Iterable<string>): Promise<void> {
  const list = [...words];
  if (list.length === 0) return;
  await db.$executeRaw`
    insert into "SearchWord" (noun, word, documents) select ${noun}, word, 1 from unnest(${list}::text[]) as word
    on conflict do nothing`;
}

/** Counts the documents of every word; what else stands in a vector (search/postgres) is none. About a second for 100,000 documents. */
export async function countWords(): Promise<void> {
  await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`delete from "SearchWord" where noun = ${noun}`;
      await tx.$executeRawUnsafe(
        `insert into "SearchWord" (noun, word, documents)
         select '${noun}', word, ndoc from ts_stat('select words from "${table}"') where length(word) <= 60 and word !~ '^='`,
      );
    },
    { timeout: 300_000 },
  );
  forgetVocabulary();
}
