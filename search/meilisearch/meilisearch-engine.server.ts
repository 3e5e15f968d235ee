import { setTimeout as wait } from 'node:timers/promises';
import {
  type EnqueuedTaskPromise,
  Meilisearch,
  MeilisearchApiError,
  type MultiSearchQuery,
  type SearchResponse,
} from 'meilisearch';
import { type IdeaDocument, ideaAttributes, ideaFilters, ideaOrders } from '#search/documents/idea-document.ts';
import {
  countedTo,
  DocumentsRefused,
  type EngineAnswer,
  type Facets,
  type FilterName,
  type Filters,
  type Health,
  type Hit,
  longQuery,
  type Rebuild,
  type SearchEngine,
  type SearchRequest,
  type SimilarRequest,
  type Suggestion,
  type SuggestRequest,
  Unreachable,
} from '#search/engine.ts';
import { inTurns } from '#search/in-turns.ts';
import { answerQuestion, rankSimilar, rarest, wordsOfText } from '#search/question.ts';
import { wordsFrom } from '#search/text/query.ts';
import { ideaVocabulary } from '#search/vocabulary.server.ts';
import { heldDocument } from './held-document.ts';
import { mostWords, narrow, plain, queryOf, type Reading, readingsOf } from './readings.ts';
import { ideaSettings } from './settings.ts';

/** Searching must not wait; writing may, and a large part of a rebuild is a long letter. Milliseconds. */
const searchTimeout = 2_000;
const writeTimeout = 5_000;
const batchTimeout = 60_000;
const taskTimeout = 600_000;
const mostMissed = 5;
/** Parts of a rebuild that wait for the server: enough for it to take many at once. */
const mostUnderWay = 40;
/** Documents a rare word of a question may bring, and how many of all of them are looked at. */
const hitsOfRareWord = 20;
const candidatesOfQuestion = 80;

type Response = SearchResponse<IdeaDocument>;

function clientOf(address: { url: string; key: string }, timeout: number): Meilisearch {
  return new Meilisearch({
    host: address.url,
    apiKey: address.key,
    timeout,
    // Compressed answers meet Nagle's algorithm and delayed acknowledgements: 40 ms on every request.
    requestInit: { headers: { 'accept-encoding': 'identity' } },
  });
}

/** The client's errors hold the request with all its documents: nobody's log wants those. */
function withoutBody(error: unknown): Error {
  const { name, message, stack } = error as Error;
  return Object.assign(new Error(message.slice(0, 500)), { name, stack });
}

/** Anything but a plain "no" to what was asked means that somebody else had better answer. */
async function reaching<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DocumentsRefused || error instanceof Unreachable) throw error;
    const because = error instanceof MeilisearchApiError ? error.cause?.code : (error as Error).name;
    throw new Unreachable(`Meilisearch: ${because ?? 'no answer'}`, { cause: withoutBody(error) });
  }
}

const finished = new Set(['succeeded', 'failed', 'canceled']);

/**
 * A task that was taken in has done nothing yet: only one that succeeded has. Asked here and not by the client's own `waitTask`, which leaves a
 * listener behind at every look. So many looks in a row may go without an answer: a server that takes in a large part has no time for them.
 */
async function succeeded(client: Meilisearch, enqueued: EnqueuedTaskPromise, mostMissed = 0): Promise<void> {
  const { taskUid } = await enqueued;
  const until = performance.now() + taskTimeout;
  let missed = 0;
  for (let pause = 10; ; pause = Math.min(pause * 1.5, 250)) {
    const task = await client.tasks.getTask(taskUid).catch((error: unknown) => {
      if (error instanceof MeilisearchApiError || missed >= mostMissed) throw error;
      missed += 1;
      return null;
    });
    if (task === null) continue;
    missed = 0;
    if (finished.has(task.status)) {
      if (task.status === 'succeeded') return;
      const { code, type } = task.error ?? { code: 'canceled', type: 'internal' };
      if (type === 'invalid_request' && code !== 'index_not_found') throw new DocumentsRefused(code);
      throw new Unreachable(`Meilisearch: task ${taskUid} ${task.status} (${code})`);
    }
    if (performance.now() > until) throw new Unreachable(`Meilisearch: task ${taskUid} takes too long`);
    await wait(pause);
  }
}

function filterOf(filters: Filters, except?: FilterName): string[] {
  return (Object.entries(filters) as [FilterName, string[]][])
    .filter(([name, values]) => name !== except && values.length > 0)
    .map(([name, values]) => {
      const { attribute, type } = ideaFilters[name];
      // Ids, slugs, states and numbers; whatever else is asked for is not there.
      const known = values.filter((value) => (type === 'number' ? /^-?\d{1,9}$/ : /^[\w-]{1,100}$/).test(value));
      return `${attribute} IN [${known.map((value) => (type === 'number' ? value : `"${value}"`)).join(', ')}]`;
    });
}

const sortOf = (sort: Exclude<SearchRequest['sort'], 'relevance'>) =>
  ideaOrders[sort].map(({ attribute, down }) => `${attribute}:${down ? 'desc' : 'asc'}`);

const hitsOf = ({ hits }: Pick<Response, 'hits'>): Hit<IdeaDocument>[] =>
  hits.map(({ _rankingScore, _federation, _formatted, _matchesPosition, _rankingScoreDetails, ...document }) => ({
    document: document as IdeaDocument,
    score: _rankingScore ?? _federation?.weightedRankingScore ?? 0,
  }));

/** Meilisearch, from 1.21 on. */
export class MeilisearchEngine implements SearchEngine<IdeaDocument> {
  readonly name = 'meilisearch';
  readonly uid: string;
  readonly #reader: Meilisearch;
  readonly #writer: Meilisearch;
  readonly #builder: Meilisearch;

  /** `prefix`: what our indexes are called by on a server that others use too. */
  constructor(address: { url: string; key: string }, prefix = 'y-hay-') {
    this.uid = `${prefix}ideas`;
    this.#reader = clientOf(address, searchTimeout);
    this.#writer = clientOf(address, writeTimeout);
    this.#builder = clientOf(address, batchTimeout);
  }

  async search(request: SearchRequest): Promise<EngineAnswer<IdeaDocument>> {
    const { words, filters, sort, page, size, facets } = request;
    if (words.length > longQuery || (request.loose && words.length > 0)) return this.#question(request);
    const order = sort === 'relevance' ? (words.length === 0 ? sortOf('newest') : undefined) : sortOf(sort);
    const isRanked = sort === 'relevance' && words.length > 0 && size > 0;
    const queries = this.#queries(request, facets, {
      page,
      hitsPerPage: isRanked ? 0 : size,
      sort: order,
      attributesToRetrieve: [...ideaAttributes],
    });
    const [answer, ranked] = await Promise.all([this.#ask(queries), isRanked ? this.#ranked(request) : null]);
    const count = answer[0]!.totalHits!;
    return {
      hits: ranked ?? hitsOf(answer[0]!),
      total: words.length > 0 && count > countedTo ? { count: countedTo, means: 'over' } : { count, means: 'exact' },
      facets: this.#facetsOf(facets, filters, answer),
    };
  }

  async facets(request: Omit<SearchRequest, 'page' | 'size' | 'sort'>): Promise<Facets> {
    const answer = await this.#ask(this.#queries(request, request.facets, { page: 1, hitsPerPage: 0 }));
    return this.#facetsOf(request.facets, request.filters, answer);
  }

  /** The search itself, with the facets in which nothing is chosen; then one query for each facet in which something is. */
  #queries(
    { words, open, filters }: Pick<SearchRequest, 'words' | 'open' | 'filters'>,
    facets: FilterName[],
    main: Partial<MultiSearchQuery>,
  ): MultiSearchQuery[] {
    const common = { indexUid: this.uid, q: queryOf(plain(words), open), matchingStrategy: 'all' as const };
    const chosen = facets.filter((name) => (filters[name]?.length ?? 0) > 0);
    const free = facets.filter((name) => !chosen.includes(name));
    return [
      { ...common, ...main, filter: filterOf(filters), facets: free.map((name) => ideaFilters[name].attribute) },
      ...chosen.map((name) => ({
        ...common,
        limit: 0,
        filter: filterOf(filters, name),
        facets: [ideaFilters[name].attribute],
      })),
    ];
  }

  #facetsOf(facets: FilterName[], filters: Filters, answer: Response[]): Facets {
    const chosen = facets.filter((name) => (filters[name]?.length ?? 0) > 0);
    return Object.fromEntries(
      facets.map((name) => {
        const from = answer[chosen.includes(name) ? chosen.indexOf(name) + 1 : 0]!;
        const counts = Object.entries(from.facetDistribution?.[ideaFilters[name].attribute] ?? {});
        const values = counts.map(([value, count]) => ({ value, count }));
        return [name, values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))];
      }),
    );
  }

  async #ask(queries: MultiSearchQuery[]): Promise<Response[]> {
    const { results } = await reaching(() =>
      this.#reader.multiSearch<{ queries: MultiSearchQuery[] }, IdeaDocument>({ queries }),
    );
    return results as unknown as Response[];
  }

  /**
   * All that the words match in one list, by the narrowest reading that matches it as well. Where the narrow readings have enough for the page,
   * nothing else could stand on it, and nothing else is asked for.
   */
  async #ranked(request: SearchRequest): Promise<Hit<IdeaDocument>[]> {
    const readings = readingsOf(request.words, request.open);
    const narrowest = readings.filter(({ weight }) => weight >= narrow);
    const found = await this.#federated(narrowest, request);
    return found.length === request.size ? found : this.#federated(readings, request);
  }

  async #federated(
    readings: Reading[],
    { filters, page, size }: Pick<SearchRequest, 'filters' | 'page' | 'size'>,
    attributes: string[] = [...ideaAttributes],
  ): Promise<Hit<IdeaDocument>[]> {
    const answer = await reaching(() =>
      this.#reader.multiSearch({
        federation: { limit: size, offset: (page - 1) * size },
        queries: readings.map(({ weight, ...reading }) => ({
          ...reading,
          indexUid: this.uid,
          matchingStrategy: 'all',
          filter: filterOf(filters),
          attributesToRetrieve: attributes,
          federationOptions: { weight },
        })),
      }),
    );
    return hitsOf(answer as unknown as Response);
  }

  async #question(request: SearchRequest): Promise<EngineAnswer<IdeaDocument>> {
    const vocabulary = await ideaVocabulary();
    const found = await this.#candidates(plain(request.words), request.filters);
    return answerQuestion(request, found, vocabulary);
  }

  /** Documents that hold the rarest of the words, those first that hold most of them. */
  async #candidates(words: string[], filters: Filters): Promise<IdeaDocument[]> {
    const vocabulary = await ideaVocabulary();
    const rare = rarest(words, vocabulary);
    if (rare.length === 0) return [];
    const common = { indexUid: this.uid, filter: filterOf(filters), attributesToRetrieve: ['id'] };
    const together = (some: string[], limit: number, matchingStrategy: 'all' | 'frequency') => ({
      ...common,
      q: queryOf(some, false),
      limit,
      matchingStrategy,
    });
    const mostRare = words.filter((word) => rare.includes(word));
    const queries: MultiSearchQuery[] = [
      // Only here do some of the words suffice, and only here does the score say how many.
      { ...together(mostRare, 2 * hitsOfRareWord, 'frequency'), showRankingScore: true },
      ...rare.map((word) => together([word], hitsOfRareWord, 'all')),
    ];
    // A word that many ideas hold says little alone: the next rarer ones go with it.
    for (const [i, word] of rare.entries()) {
      if (i > 0 && vocabulary.documents(word) > hitsOfRareWord)
        queries.push(together([rare[i - 1]!, word], hitsOfRareWord, 'all'));
    }
    // What holds all the words, where there is such a thing: a name with its place, half a title.
    const [answers, whole] = await Promise.all([
      this.#ask(queries),
      words.length > mostWords
        ? []
        : this.#federated(readingsOf(wordsFrom(words), false), { filters, page: 1, size: 2 * hitsOfRareWord }, ['id']),
    ]);
    const mean = (some: string[]) => some.reduce((sum, word) => sum + vocabulary.weight(word), 0) / some.length;
    const weights = new Map<string, number>();
    for (const { document } of whole) weights.set(document.id, mean(words));
    for (const [i, { hits }] of answers.entries()) {
      const words = queries[i]!.q!.trim().split(' ');
      const weight = i === 0 ? vocabulary.weight(rare[0]!) : mean(words);
      for (const hit of hits) weights.set(hit.id, (weights.get(hit.id) ?? 0) + weight * (hit._rankingScore ?? 1));
    }
    const best = [...weights].sort(([, one], [, other]) => other - one).slice(0, candidatesOfQuestion);
    return this.#documents(best.map(([id]) => id));
  }

  async #documents(ids: string[]): Promise<IdeaDocument[]> {
    if (ids.length === 0) return [];
    const { results } = await reaching(() =>
      this.#reader.index<IdeaDocument>(this.uid).getDocuments({ ids, fields: [...ideaAttributes], limit: ids.length }),
    );
    return results;
  }

  async suggest({ words, open, limit }: SuggestRequest): Promise<Suggestion[]> {
    if (words.length === 0) return [];
    const { hits } = await reaching(() =>
      this.#reader.index<IdeaDocument>(this.uid).search(queryOf(plain(words), open), {
        limit,
        matchingStrategy: 'all',
        attributesToSearchOn: ['titleWords'],
        attributesToRetrieve: ['id', 'slug', 'title'],
      }),
    );
    return hits.map(({ id, slug, title }) => ({ id, slug, title }));
  }

  async similar(request: SimilarRequest): Promise<Hit<IdeaDocument>[]> {
    const vocabulary = await ideaVocabulary();
    return rankSimilar(request, await this.#candidates(wordsOfText(request), {}), vocabulary);
  }

  async upsert(documents: IdeaDocument[]): Promise<void> {
    if (documents.length === 0) return;
    const held = await inTurns(documents, heldDocument);
    await reaching(() =>
      succeeded(this.#writer, this.#writer.index(this.uid).addDocuments(held, { primaryKey: 'id' })),
    );
  }

  async remove(ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    await reaching(() => succeeded(this.#writer, this.#writer.index(this.uid).deleteDocuments(ids)));
  }

  /** Brings the settings of an index that exists to what they should be; without an index there is nothing to do yet. */
  async prepare(): Promise<void> {
    if ((await this.identity()) !== null) {
      await reaching(() => succeeded(this.#writer, this.#writer.index(this.uid).updateSettings(ideaSettings)));
    }
  }

  async identity(): Promise<string | null> {
    return reaching(async () => {
      try {
        return (await this.#writer.getRawIndex(this.uid)).createdAt.toString();
      } catch (error) {
        if (error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found') return null;
        throw error;
      }
    });
  }

  async #make(uid: string): Promise<void> {
    await succeeded(this.#writer, this.#writer.createIndex(uid, { primaryKey: 'id' }));
    await succeeded(this.#writer, this.#writer.index(uid).updateSettings(ideaSettings));
  }

  async rebuild(): Promise<Rebuild<IdeaDocument>> {
    const uid = `${this.uid}-${Date.now()}`;
    const writer = this.#writer;
    const builder = this.#builder;
    const underWay: EnqueuedTaskPromise[] = [];
    // The server takes tasks in their order, and many at once: the oldest is asked after.
    const settle = async (atMost: number) => {
      while (underWay.length > atMost) await succeeded(builder, underWay.shift()!, mostMissed);
    };
    await reaching(() => this.#make(uid));
    return {
      async add(documents) {
        const held = await inTurns(documents, heldDocument);
        await reaching(async () => {
          const task = builder.index(uid).addDocuments(held, { primaryKey: 'id' });
          await task;
          underWay.push(task);
          await settle(mostUnderWay);
        });
      },
      async remove(ids) {
        if (ids.length === 0) return;
        await reaching(async () => {
          const task = writer.index(uid).deleteDocuments(ids);
          await task;
          underWay.push(task);
        });
      },
      async drain() {
        await reaching(() => settle(0));
      },
      swap: async () => {
        // Only now, so that an empty index is there for a moment at most.
        if ((await this.identity()) === null)
          await reaching(() => succeeded(writer, writer.createIndex(this.uid, { primaryKey: 'id' })));
        await reaching(() => succeeded(writer, writer.swapIndexes([{ indexes: [this.uid, uid], rename: false }])));
      },
      async abandon() {
        await reaching(() => succeeded(writer, writer.deleteIndex(uid)));
      },
    };
  }

  /** Deletes what rebuilds have left behind; to be asked for when none is under way and nobody reads the old index any more. */
  async sweep(): Promise<void> {
    await reaching(async () => {
      const { results } = await this.#writer.getIndexes({ limit: 1_000 });
      const left = results.filter(
        ({ uid }) => uid.startsWith(`${this.uid}-`) && /^\d{13}$/.test(uid.slice(this.uid.length + 1)),
      );
      for (const { uid } of left) await succeeded(this.#writer, this.#writer.deleteIndex(uid));
    });
  }

  /** Deletes everything of ours on the server: for tests. */
  async clear(): Promise<void> {
    await this.sweep();
    if ((await this.identity()) !== null)
      await reaching(() => succeeded(this.#writer, this.#writer.deleteIndex(this.uid)));
  }

  async health(): Promise<Health> {
    return reaching(async () => {
      const [{ status }, { pkgVersion }] = await Promise.all([this.#reader.health(), this.#reader.getVersion()]);
      const stats = await this.#reader
        .index(this.uid)
        .getStats()
        .catch(() => null);
      return {
        ok: status === 'available' && stats !== null,
        version: pkgVersion,
        documents: stats?.numberOfDocuments ?? null,
      };
    });
  }

  async held(ids: string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const { results } = await reaching(() =>
      this.#writer.index<IdeaDocument>(this.uid).getDocuments({ ids, fields: ['id', 'hash'], limit: ids.length }),
    );
    return new Map(results.map(({ id, hash }) => [id, hash]));
  }

  async *everything(): AsyncGenerator<Map<string, string>> {
    for (let offset = 0; ; offset += 10_000) {
      const { results } = await reaching(() =>
        this.#writer.index<IdeaDocument>(this.uid).getDocuments({ fields: ['id', 'hash'], limit: 10_000, offset }),
      );
      if (results.length === 0) return;
      yield new Map(results.map(({ id, hash }) => [id, hash]));
    }
  }
}
