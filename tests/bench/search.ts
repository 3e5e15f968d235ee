/**
 * npm run bench -- search [--ideas 100000] [--seed 1] [--keep FOLDER [--prepare]] [--engine postgres|meilisearch]: an empty bank is filled, indexed by
 * both engines and searched, or by one of them; one that is kept is made once, and goes on where its making stopped. Says for each engine how long
 * it took, how much it keeps on disk and in memory, and p50/p95 of each kind of query through the same code as the site; then
 * what the judged queries found, and what the reading API of the built site takes beside our engine and beside one plain search of Meilisearch.
 */
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildSite } from '#app/commands/build-site.ts';
import { fold, syllables } from '#app/domain/vietnamese.ts';
import { db } from '#app/platform/db/db.server.ts';
import { running } from '#app/platform/running.server.ts';
import { chanceOf } from '#prisma/chance.ts';
import { ideaFilters } from '#search/documents/idea-document.ts';
import type { FilterName } from '#search/engine.ts';
import { type IdeaEngine, ideaEngines } from '#search/engines.server.ts';
import { type IdeaSearch, searchIdeas } from '#search/search-ideas.server.ts';
import { TakeOver } from '#search/take-over.server.ts';
import { readQuery } from '#search/text/query.ts';
import { ideaVocabulary } from '#search/vocabulary.server.ts';
import { startServer } from '#tests/support/forked-server.ts';
import { judgedKinds, judgedQueries, recallAtTen } from '#tests/support/judged-queries.ts';
import { bytesBelow, memoryOf, withPreparedBank } from '#tests/support/prepared-bank.ts';

const flag = (args: string[], name: string, otherwise: number) => {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(args[at + 1]);
};

const quantile = (took: number[], share: number) =>
  took.toSorted((a, b) => a - b)[Math.floor(share * (took.length - 1))]!.toFixed(1);

function queriesOf(titles: string[], seed: number): Record<string, IdeaSearch[]> {
  const chance = chanceOf(seed);
  const some = (make: (words: string[]) => IdeaSearch) =>
    Array.from({ length: 100 }, () => {
      const words = syllables(chance.pick(titles));
      const from = chance.below(Math.max(1, words.length - 3));
      return make(words.slice(from, from + 2 + chance.below(2)));
    });
  const facets = ['field', 'province', 'stage', 'lookingFor'] as const;
  return {
    'no words': some(() => ({ q: '', page: 1 + chance.below(20) })),
    'no words, facets': some(() => ({ q: '', facets: [...facets] })),
    words: some((words) => ({ q: words.join(' ') })),
    'without tones': some((words) => ({ q: fold(words.join(' ')) })),
    'being typed': some((words) => ({ q: fold(words.join(' ')).slice(0, -1), typing: true })),
    'words, facets': some((words) => ({ q: fold(words.join(' ')), facets: [...facets] })),
    'words, facets, filter': some((words) => ({
      q: fold(words.join(' ')),
      facets: [...facets],
      filters: { stage: ['RESEARCH', 'APPLIED'], field: ['moi-truong', 'nong-nghiep'] },
    })),
    'one slip': some((words) => ({ q: fold(words.join(' ')).replace(/[aeiou](?=[^aeiou]*$)/, 'z') })),
    question: some((words) => ({ q: `làm thế nào để có ${words.join(' ')} tốt hơn cho mọi người ở đây` })),
  };
}

async function measure(engine: IdeaEngine, kinds: Record<string, IdeaSearch[]>): Promise<void> {
  const alone = { ...ideaEngines(), takeOver: new TakeOver(null, engine) };
  for (const [kind, queries] of Object.entries(kinds)) {
    for (const query of queries.slice(0, 10)) await searchIdeas({ size: 20, ...query }, alone);
    const took: number[] = [];
    let empty = 0;
    for (const query of queries) {
      const began = performance.now();
      const { items } = await searchIdeas({ size: 20, ...query }, alone);
      took.push(performance.now() - began);
      if (items.length === 0) empty++;
    }
    console.log(
      `  ${kind.padEnd(24)} p50 ${quantile(took, 0.5).padStart(7)} ms   p95 ${quantile(took, 0.95).padStart(7)} ms   empty ${empty}`,
    );
  }
}

async function judge(engine: IdeaEngine, queries: ReturnType<typeof judgedQueries>): Promise<void> {
  const alone = { ...ideaEngines(), takeOver: new TakeOver(null, engine) };
  const recalls = new Map<string, number[]>(judgedKinds.map((kind) => [kind, []]));
  for (const { kind, q, typing, relevant } of queries) {
    const { items } = await searchIdeas({ q, typing, size: 10 }, alone);
    recalls.get(kind)!.push(
      recallAtTen(
        items.map(({ id }) => id),
        relevant,
      ),
    );
  }
  const mean = (some: number[]) => (some.reduce((sum, one) => sum + one, 0) / Math.max(1, some.length)).toFixed(3);
  console.log(`  judged: recall@10 ${mean([...recalls.values()].flat())}`);
  console.log(
    `    ${[...recalls]
      .filter(([, some]) => some.length > 0)
      .map(([kind, some]) => `${kind} ${mean(some)}`)
      .join(' · ')}`,
  );
}

/** Kinds that one plain search of an engine answers. */
const plainKinds = ['words', 'without tones', 'words, facets', 'words, facets, filter'];

/**
 * The same queries, one at a time, warm, in turn: asked of the API over HTTP; of our engine, as the API asks it; and of Meilisearch itself, the
 * folded words in one search. All with every facet that the API counts, and none compressed.
 */
async function compareApi(
  kinds: Record<string, IdeaSearch[]>,
  warm: Record<string, IdeaSearch[]>,
  dataDir: string,
): Promise<void> {
  const { meili, databaseUrl } = running();
  const { meilisearch } = ideaEngines();
  if (meili === undefined || meilisearch === null) return;
  const site = await startServer('site-process.ts', [await buildSite()], {
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl!,
    MEILI_URL: meili.url,
    MEILI_KEY: meili.key,
  });
  const uncompressed = { headers: { 'accept-encoding': 'identity' } };
  const facets = Object.keys(ideaFilters) as FilterName[];
  const vocabulary = await ideaVocabulary();
  const api = async ({ q, filters = {} }: IdeaSearch) => {
    const params = new URLSearchParams({ q });
    for (const [name, values] of Object.entries(filters))
      for (const value of values) params.append(name, value.toLowerCase());
    const answer = await fetch(`http://127.0.0.1:${site.port}/api/v1/ideas?${params}`, uncompressed);
    const { engine } = (await answer.json()) as { engine?: string };
    if (engine !== 'meilisearch') throw new Error(`the API answered ${answer.status} from ${engine}`);
  };
  const engine = async ({ q, filters = {} }: IdeaSearch) => {
    const { words, open } = readQuery(q, { vocabulary });
    await meilisearch.search({ words, open, filters, sort: 'relevance', page: 1, size: 20, facets });
  };
  const plain = async ({ q, filters = {} }: IdeaSearch) => {
    const filter = Object.entries(filters).map(
      ([name, values]) => `${ideaFilters[name as FilterName].attribute} IN [${values.map((one) => `"${one}"`)}]`,
    );
    const answer = await fetch(`${meili.url}/indexes/${meilisearch.uid}/search`, {
      method: 'POST',
      headers: { ...uncompressed.headers, authorization: `Bearer ${meili.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        q: `${fold(q)} `,
        matchingStrategy: 'all',
        page: 1,
        hitsPerPage: 20,
        filter,
        facets: Object.values(ideaFilters).map(({ attribute }) => attribute),
      }),
    });
    if (!answer.ok) throw new Error(`Meilisearch answered ${answer.status}`);
    await answer.json();
  };
  try {
    for (let tries = 0; ; tries++) {
      const ready = await api({ q: 'nước' }).catch((error: unknown) => error as Error);
      if (ready === undefined) break;
      if (tries === 120) throw ready;
      await wait(1_000);
    }
    console.log('every facet, ms:           the API over HTTP / our engine / one plain search of Meilisearch');
    const askers = { api, engine, plain };
    const names = ['plain', 'engine', 'api'] as const;
    // The site has just been started: other queries make it warm.
    for (const query of plainKinds.flatMap((kind) => warm[kind]!)) for (const name of names) await askers[name](query);
    // What was asked before is answered from memory.
    const asked = new Set(plainKinds.flatMap((kind) => warm[kind]!).map(({ q }) => q));
    for (const kind of plainKinds) {
      const took: Record<keyof typeof askers, number[]> = { api: [], engine: [], plain: [] };
      for (const query of kinds[kind]!) {
        if (asked.has(query.q)) continue;
        asked.add(query.q);
        for (const name of names) {
          const began = performance.now();
          await askers[name](query);
          took[name].push(performance.now() - began);
        }
      }
      const of = (share: number) => [took.api, took.engine, took.plain].map((some) => quantile(some, share));
      const [ofApi, ofEngine, ofPlain] = of(0.95).map(Number);
      console.log(
        `  ${kind.padEnd(24)} p50 ${of(0.5).join(' / ').padStart(20)}   p95 ${of(0.95).join(' / ').padStart(20)}` +
          `   the API ${(ofApi! / ofEngine!).toFixed(2)} times our engine, ${(ofApi! / ofPlain!).toFixed(2)} times a plain search`,
      );
    }
  } finally {
    await site.stop();
  }
}

export default async function search(args: string[]): Promise<void> {
  const count = flag(args, 'ideas', 100_000);
  const seed = flag(args, 'seed', 1);
  const keep = args.includes('--keep') ? path.resolve(args[args.indexOf('--keep') + 1]!) : undefined;
  await withPreparedBank({ ideas: count, seed, keep }, async ({ dataDir, loaded, indexed }) => {
    console.log(`${count} ideas loaded in ${loaded.toFixed(1)} s`);
    if (args.includes('--prepare')) return;
    const rows = await db.ideaVersion.findMany({
      select: { ideaId: true, title: true },
      take: 20_000,
      orderBy: { id: 'asc' },
    });
    const titles = rows.map(({ title }) => title);
    const kinds = queriesOf(titles, seed);
    const only = args.indexOf('--engine');
    for (const engine of [ideaEngines().postgres, ideaEngines().meilisearch]) {
      if (engine === null || (only >= 0 && args[only + 1] !== engine.name)) continue;
      const disk =
        engine.name === 'meilisearch'
          ? bytesBelow(path.join(dataDir, 'meilisearch'))
          : Number(
              (
                await db.$queryRaw<{ size: bigint }[]>`select pg_total_relation_size('"IdeaSearchDocument"') as size`
              )[0]!.size,
            );
      console.log(
        `${engine.name}: indexed in ${indexed[engine.name]?.toFixed(1)} s, ${(disk / 1e9).toFixed(2)} GB on disk`,
      );
      await measure(engine, kinds);
      const memory = memoryOf(engine.name === 'meilisearch' ? 'meilisearch-1' : `${dataDir}.*postgres`);
      console.log(`  ${memory} MB of memory, with what it has read of its files`);
      if (count <= 20_000)
        await judge(
          engine,
          judgedQueries(
            rows.map(({ ideaId, title }) => ({ id: ideaId, title })),
            150,
            seed,
          ),
        );
    }
    await compareApi(kinds, queriesOf(titles, seed + 1), dataDir);
  });
}
