import { fold, syllables } from '#app/domain/vietnamese.ts';
import { db } from '#app/platform/db/db.server.ts';
import {
  type IdeaDocument,
  ideaAttributes,
  ideaFilters,
  ideaOrders,
  wordsOf,
} from '#search/documents/idea-document.ts';
import {
  countedTo,
  deepest,
  type EngineAnswer,
  type Facets,
  type FilterName,
  type Filters,
  type Health,
  type Hit,
  longQuery,
  mostFacetValues,
  type Rebuild,
  type SearchEngine,
  type SearchRequest,
  type SimilarRequest,
  type Suggestion,
  type SuggestRequest,
} from '#search/engine.ts';
import { answerQuestion, rankSimilar, rarest, wordsOfText } from '#search/question.ts';
import type { QueryWord } from '#search/text/query.ts';
import { findSynonyms } from '#search/text/synonyms.ts';
import { encodeTone, isToneCode } from '#search/text/tones.ts';
import type { Vocabulary } from '#search/text/vocabulary.ts';
import { ideaVocabulary, learnWords } from '#search/vocabulary.server.ts';
import { sliceIndexes, slices } from './slices.ts';
import { Statement } from './statement.ts';

const table = '"IdeaSearchDocument"';

/** What a ranking looks at, at most. Documents. */
const titlesLookedAt = 2_000;
/** Of those the best by their titles alone, and as many that have the very tones, are ranked by everything. */
const ranked = 300;
/** Where fewer titles match, whatever else does. */
const textsRanked = 400;
/** Who turns further than `ranked` gets a ranking of all there is to turn to. */
const rankedDeep = deepest;
const titlesSuggested = 1_000;
/** Documents whose words are read for others one slip away. */
const textsMended = 300;
/** D, C, B, A: names, body, abstract, title. */
const weights = '{0.15,0.25,0.55,1}';
const candidatesOfQuestion = 150;
/** More than all else of a score together: the very tones always come first. */
const tonesFirst = 5;
/** The very tones, but not side by side: better than none, less than side by side in a title. */
const tonesApart = 0.5;
const matchedByQuestion = 3_000;
/** A word, or some together, that more documents hold says too little to be looked up. */
const telling = 500;
const mostTerms = 40;
/** What PostgreSQL keeps of where a word stands. */
const lastPlace = 16_383;
const mostPlaces = 255;
/** Of a longer question not all words are asked for together. */
const mostWords = 10;
/** How often a run of words is counted, and in how many documents it is looked for. */
const phrasesCounted = 200;
const phrasesLookedAt = 400;

const columns = ideaAttributes.filter((name) => name !== 'publishedAt');
const selected = `${columns.map((name) => `"${name}"`).join(', ')}, round(extract(epoch from "publishedAt") * 1000)::float8 as "publishedAt"`;

/** Words hold letters, digits and marks only; the quotes keep every one of them a word and no operator. */
const quoted = (word: string) => `'${word.replaceAll("'", "''")}'`;

type Marks = {
  /** What the last word may be, where it is still being typed: a part of a tsquery. */ end?: string | null;
};

/** A beginning that fewer known words have is read as any of them: an index can skip through words, but takes in all that a beginning brings. */
const mostEnds = 60;

/** What a last word that is still being typed may be; null where it is whole. */
async function endOf(words: QueryWord[], open: boolean): Promise<string | null> {
  const last = words.at(-1)?.folded;
  if (!open || last === undefined) return null;
  const known = (await ideaVocabulary()).beginning(last, mostEnds + 1);
  const isKnown = known.length > 0 && known.length <= mostEnds;
  return isKnown ? `(${known.map(quoted).join(' | ')})` : `${quoted(last)}:*`;
}

/**
 * The words one by one as tsqueries, where several have a synonym those together; each may be read as what means the same. The last
 * one may be any that `end` says.
 */
function units(words: QueryWord[], { end = null }: Marks = {}): string[] {
  const folded = words.map((word) => word.folded);
  const typed = (at: number) => (end !== null && at === folded.length - 1 ? end : quoted(folded[at]!));
  const parts: string[] = [];
  for (let at = 0, alternatives = findSynonyms(folded); at < folded.length; ) {
    const other = alternatives.find((one) => one.from === at);
    const to = other?.to ?? at + 1;
    const asTyped = Array.from({ length: to - at }, (_, i) => typed(at + i)).join(' <-> ');
    const others = (other?.phrases ?? []).map((phrase) => phrase.map(quoted).join(' <-> '));
    parts.push(`(${[asTyped, ...others].map((reading) => `(${reading})`).join(' | ')})`);
    at = to;
  }
  return parts;
}

/** All the words; a phrase that has a synonym also where its words stand apart. */
function allWords(words: QueryWord[], marks: Marks = {}): string {
  const folded = words.map((word) => word.folded);
  const apart = [...folded.slice(0, -1).map(quoted), marks.end ?? quoted(folded.at(-1)!)].join(' & ');
  const together = units(words, marks).join(' & ');
  return findSynonyms(folded).length === 0 ? apart : `(${apart}) | (${together})`;
}

/** The codes of what was typed with its marks, or null where nothing was; `isAll`: what holds them holds all the words. */
function toned(words: QueryWord[]): { all: string; run: string; isAll: boolean } | null {
  const codes = words.flatMap((word) => (word.marked ? (encodeTone(word.written) ?? []) : []));
  if (codes.length === 0) return null;
  const isAll = codes.length === words.length;
  return { all: codes.map(quoted).join(' & '), run: codes.map(quoted).join(' <-> '), isAll };
}

/** The rows that meet the conditions, slice by slice; to be taken no further than they are needed. */
function sliced(columns: string, conditions: string[]): string {
  const parts = slices.map((slice) => `select ${columns} from ${table} where ${[...conditions, slice].join(' and ')}`);
  return `(${parts.join(' union all ')})`;
}

function filterSql(statement: Statement, filters: Filters, except?: FilterName): string[] {
  const conditions: string[] = [];
  for (const [name, values] of Object.entries(filters) as [FilterName, string[]][]) {
    if (name === except || values.length === 0) continue;
    const { attribute, type, many } = ideaFilters[name];
    const list =
      type === 'number'
        ? values.map(Number).filter((value) => Number.isInteger(value) && Math.abs(value) < 2 ** 31)
        : values;
    const sqlType = type === 'number' ? 'int[]' : 'text[]';
    conditions.push(
      `"${attribute}" ${many ? '&&' : '= any'} ${many ? '' : '('}${statement.value(list, sqlType)}${many ? '' : ')'}`,
    );
  }
  return conditions;
}

/** No word begins so: what a document may be narrowed by stands among its words, so that an index knows it too. */
const factMark = '=';
const longestFact = 200;

const fact = (name: FilterName, value: string | number) =>
  quoted(`${factMark}${name} ${value}`.replaceAll('\\', '\\\\'));

/** All that a document may be narrowed by, as parts of a vector. */
function factsOf(document: IdeaDocument): string[] {
  return (Object.keys(ideaFilters) as FilterName[]).flatMap((name) => {
    const held = document[ideaFilters[name].attribute];
    return (Array.isArray(held) ? held : held === null ? [] : [held]).map((value) => fact(name, value));
  });
}

/** A tsquery with the filters in it. */
function narrowed(query: string, filters: Filters, except?: FilterName): string {
  const parts = (Object.entries(filters) as [FilterName, string[]][])
    .filter(([name, values]) => name !== except && values.length > 0)
    .map(([name, values]) => {
      const possible = values.filter((value) => value.length <= longestFact);
      // Nothing is called by the mark alone.
      return possible.length === 0 ? quoted(factMark) : possible.map((value) => fact(name, value)).join(' | ');
    });
  return [query, ...parts].map((part) => `(${part})`).join(' & ');
}

const where = (conditions: string[]) => (conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`);

function orderSql(sort: Exclude<SearchRequest['sort'], 'relevance'>): string {
  // With the table's name before it: alone it would be the column of the answer, which no index has.
  return ideaOrders[sort].map(({ attribute, down }) => `${table}."${attribute}"${down ? ' desc' : ''}`).join(', ');
}

async function run<Found>(statement: Statement, sql: string): Promise<Found[]> {
  return db.$queryRawUnsafe<Found[]>(sql, ...statement.values);
}

/** The embedded engine: PostgreSQL's full text search over a table of its own. Answers whatever happens to the other one. */
export class PostgresEngine implements SearchEngine<IdeaDocument> {
  readonly name = 'postgres';

  async search(request: SearchRequest): Promise<EngineAnswer<IdeaDocument>> {
    if (request.words.length > longQuery || (request.loose && request.words.length > 0)) return this.#question(request);
    const [found, counted] = await Promise.all([
      request.size === 0
        ? []
        : request.words.length > 0 && request.sort === 'relevance'
          ? this.#ranked(request)
          : this.#listed(request),
      this.#counted(request),
    ]);
    return { hits: found, ...counted };
  }

  async #listed({ words, open, filters, sort, page, size }: SearchRequest): Promise<Hit<IdeaDocument>[]> {
    const statement = new Statement();
    const end = await endOf(words, open);
    const order = orderSql(sort === 'relevance' ? 'newest' : sort);
    const cut = `order by ${order} limit ${statement.value(size, 'int')} offset ${statement.value((page - 1) * size, 'int')}`;
    const from =
      words.length === 0
        ? `${table} ${where(filterSql(statement, filters))}`
        : `(select id from ${sliced('id, "publishedAt", tie, endorsements', [
            `words @@ ${statement.value(narrowed(allWords(words, { end }), filters), 'tsquery')}`,
          ])} as ${table} ${cut}) as best join ${table} using (id)`;
    const rows = await run<IdeaDocument>(
      statement,
      `select ${selected} from ${from} ${words.length === 0 ? cut : `order by ${order}`}`,
    );
    return rows.map((document) => ({ document, score: 0 }));
  }

  async #ranked({ words, open, filters, page, size }: SearchRequest): Promise<Hit<IdeaDocument>[]> {
    const statement = new Statement();
    const end = await endOf(words, open);
    const all = statement.value(allWords(words, { end }), 'tsquery');
    const wanted = statement.value(narrowed(allWords(words, { end }), filters), 'tsquery');
    const codes = toned(words);
    const asked = units(words, { end });
    const pairs = asked.slice(1).map((unit, i) => `${asked[i]} <-> ${unit}`);
    // One word may have been left out between two.
    const nearly = pairs.map((pair, i) => `(${pair}) | (${asked[i]} <2> ${asked[i + 1]})`);
    /** The share of these that a vector matches, times what all of them are worth. */
    const share = (worth: number, vector: string, queries: string[]) =>
      queries.length === 0
        ? []
        : [
            `${worth / queries.length} * (${queries
              .map((query) => `(${vector} @@ ${statement.value(query, 'tsquery')})::int`)
              .join(' + ')})`,
          ];
    const ofTitle = [
      ...share(0.6, '"titleWords"', asked),
      ...share(0.3, '"titleWords"', pairs),
      ...share(0.3, '"titleWords"', nearly),
    ];
    const score = [
      `ts_rank('${weights}', words, ${all}, 1)`,
      ...ofTitle,
      ...share(0.4, 'words', pairs),
      // Being beginnings, open words match much: what holds them whole comes first.
      ...(open ? share(0.3, 'words', [allWords(words)]) : []),
      ...(codes === null
        ? []
        : [
            `${tonesFirst} * (tones @@ ${statement.value(codes.run, 'tsquery')})::int`,
            `${tonesApart} * (tones @@ ${statement.value(codes.all, 'tsquery')})::int`,
          ]),
    ].join(' + ');
    const isDeep = page * size > ranked;
    const most = isDeep ? rankedDeep : ranked;
    const ids = {
      titled: sliced('id, "titleWords", "publishedAt", tie', [`"titleWords" @@ ${wanted}`]),
      toned:
        codes === null
          ? null
          : sliced('id', [
              `tones @@ ${statement.value(narrowed(codes.all, filters), 'tsquery')}`,
              ...(codes.isAll ? [] : [`words @@ ${all}`]),
            ]),
      others: sliced('id', [`words @@ ${wanted}`]),
    };
    const rows = await run<IdeaDocument & { score: number }>(
      statement,
      `with titled as materialized (
         select id from (select * from ${ids.titled} as every limit ${isDeep ? rankedDeep : titlesLookedAt}) as looked
         order by ts_rank('${weights}', "titleWords", ${all}, 1) + ${ofTitle.join(' + ')} desc, "publishedAt" desc, tie limit ${most}
       ), toned as materialized (
         ${ids.toned === null ? 'select id from titled limit 0' : `select id from ${ids.toned} as every limit ${most}`}
       ), others as materialized (
         -- Looked for at all only where titles do not have enough.
         select id from ${ids.others} as every
         where ${isDeep} or (select count(*) from titled) + (select count(*) from toned) < ${ranked}
         limit ${isDeep ? rankedDeep : textsRanked}
       ), candidates as (
         select id from titled union select id from toned union select id from others
       ), read as (
         -- Read from beside the row once, not by everything that looks at it.
         select id, "titleWords", words || ''::tsvector as words${codes === null ? '' : `, tones || ''::tsvector as tones`}, "publishedAt" as at, tie as other
         from candidates join ${table} using (id) offset 0
       ), best as (
         select id, at, other, (${score})::float8 as score from read
         order by score desc, at desc, other limit ${statement.value(size, 'int')} offset ${statement.value((page - 1) * size, 'int')}
       )
       select ${selected}, score from best join ${table} using (id) order by score desc, at desc, other`,
    );
    return rows.map(({ score, ...document }) => ({ document, score }));
  }

  /** What the hits are counted by: the total with the facets in which nothing is chosen, and each of the others by itself. */
  async #counted(
    request: Omit<SearchRequest, 'page' | 'size' | 'sort'>,
  ): Promise<Omit<EngineAnswer<IdeaDocument>, 'hits'>> {
    const { words, filters, facets } = request;
    const chosen = facets.filter((name) => (filters[name]?.length ?? 0) > 0);
    const free = facets.filter((name) => !chosen.includes(name));
    // Units are many: of a plain list they are counted from the rows, everything else from the narrow index.
    const apart: FilterName[] = words.length > 0 ? [] : free.filter((name) => name === 'unit');
    const answers = await Promise.all([
      this.#count(['total', ...free.filter((name) => !apart.includes(name))], request),
      apart.length === 0 ? [] : this.#count(apart, request),
      ...chosen.map((name) => this.#count([name], request, name)),
    ]);
    const counted: Facets = Object.fromEntries(facets.map((name) => [name, []]));
    let total = 0;
    for (const { counted: name, value, count } of answers.flat()) {
      if (name === 'total') total = count;
      else counted[name]!.push({ value: value!, count });
    }
    const isOver = words.length > 0 && total > countedTo;
    return { total: isOver ? { count: countedTo, means: 'over' } : { count: total, means: 'exact' }, facets: counted };
  }

  async facets(request: Omit<SearchRequest, 'page' | 'size' | 'sort'>): Promise<Facets> {
    return (await this.#counted(request)).facets;
  }

  async #count(
    names: (FilterName | 'total')[],
    { words, open, filters }: Pick<SearchRequest, 'words' | 'open' | 'filters'>,
    except?: FilterName,
  ): Promise<{ counted: FilterName | 'total'; value: string | null; count: number }[]> {
    const statement = new Statement();
    const end = await endOf(words, open);
    const facets = names.filter((name) => name !== 'total');
    const attributes = [...new Set(facets.map((name) => `"${ideaFilters[name].attribute}"`))].join(', ');
    const matched =
      words.length > 0
        ? `select *, 1 as held from ${sliced(attributes, [
            `words @@ ${statement.value(narrowed(allWords(words, { end }), filters, except), 'tsquery')}`,
          ])} as every limit ${countedTo + 1}`
        : // A plain list is gone through once, however many facets are counted: few documents differ in all of them.
          `select ${[attributes, 'count(*) as held'].filter(Boolean).join(', ')} from ${table} ${where(filterSql(statement, filters, except))}
           ${attributes === '' ? '' : `group by ${attributes}`}`;
    const parts = names.map((name) => {
      if (name === 'total')
        return `(select 'total' as counted, null as value, coalesce(sum(held), 0)::int as count from matched)`;
      const { attribute, many } = ideaFilters[name];
      const value = many ? `unnest("${attribute}")` : `"${attribute}"`;
      return `(select '${name}' as counted, value::text, sum(held)::int as count
               from (select ${value} as value, held from matched) as valued where value is not null
               group by value order by count desc, value::text collate "C" limit ${mostFacetValues})`;
    });
    return run(
      statement,
      `with matched as materialized (${matched})
       select * from (${parts.join(' union all ')}) as counts order by counted, count desc, value collate "C"`,
    );
  }

  async #question(request: SearchRequest): Promise<EngineAnswer<IdeaDocument>> {
    const vocabulary = await ideaVocabulary();
    const question = request.words.map((word) => word.folded);
    return answerQuestion(request, await this.#candidates(question, request.filters), vocabulary);
  }

  async #candidates(question: string[], filters: Filters): Promise<IdeaDocument[]> {
    const vocabulary = await ideaVocabulary();
    const rare = rarest(question, vocabulary);
    if (rare.length === 0) return [];
    const terms = termsOf(rare, vocabulary).map((words) => `(${words.map(quoted).join(' & ')})`);
    const statement = new Statement();
    const all = question.length <= mostWords ? [`(${question.map(quoted).join(' & ')})`] : [];
    const any = statement.value(narrowed([...terms, ...all].join(' | '), filters), 'tsquery');
    const rank = statement.value(rare.map(quoted).join(' | '), 'tsquery');
    const conditions = [`words @@ ${any}`];
    return run<IdeaDocument>(
      statement,
      `with matched as materialized (select id, words from ${sliced('id, words', conditions)} as every limit ${matchedByQuestion}),
       best as (select id from matched order by ts_rank('${weights}', words, ${rank}, 1) desc limit ${candidatesOfQuestion})
       select ${selected} from ${table} join best using (id)`,
    );
  }

  async suggest({ words, open, limit }: SuggestRequest): Promise<Suggestion[]> {
    if (words.length === 0) return [];
    const statement = new Statement();
    const end = await endOf(words, open);
    const all = statement.value(allWords(words, { end }), 'tsquery');
    return run(
      statement,
      `with candidates as materialized (
         select * from ${sliced('id, slug, title, "titleWords", "publishedAt", tie', [`"titleWords" @@ ${all}`])} as every limit ${titlesSuggested}
       )
       select id, slug, title from candidates
       order by ts_rank('${weights}', "titleWords", ${all}, 1) desc, "publishedAt" desc, tie limit ${statement.value(limit, 'int')}`,
    );
  }

  async similar(request: SimilarRequest): Promise<Hit<IdeaDocument>[]> {
    const vocabulary = await ideaVocabulary();
    return rankSimilar(request, await this.#candidates(wordsOfText(request), {}), vocabulary);
  }

  async upsert(given: IdeaDocument[]): Promise<void> {
    // Making the vectors is the work: what is there already is left as it is.
    const held = await this.held(given.map(({ id }) => id));
    const documents = given.filter(({ id, hash }) => held.get(id) !== hash);
    if (documents.length === 0) return;
    const vocabulary = await ideaVocabulary();
    const fresh = new Set<string>();
    const rows = documents.map((document) => {
      const { publishedAt, ...kept } = document;
      const { titleCodes, textCodes, titleWords, abstractWords, bodyWords, namesWords } = wordsOf(document);
      const words = vectorOf([titleWords, 'A'], [abstractWords, 'B'], [bodyWords, 'C'], [namesWords, 'D']);
      for (const word of words.keys()) if (!vocabulary.has(word)) fresh.add(word);
      const codes = [titleCodes, textCodes].map((text) => text.split(' ').filter(isToneCode).join(' '));
      const facts = factsOf(document);
      return {
        ...kept,
        publishedAt: new Date(publishedAt).toISOString(),
        words: writtenVector(words, facts),
        titleWords: writtenVector(vectorOf([titleWords, 'A']), facts),
        tones: writtenVector(vectorOf([codes.join(' '), 'D']), facts),
      };
    });
    const names = [...columns, 'publishedAt', 'words', 'titleWords', 'tones'].map((name) => `"${name}"`);
    await db.$executeRawUnsafe(
      `insert into ${table} (${names.join(', ')})
       select ${names.join(', ')}
       from jsonb_to_recordset($1::jsonb) as given (
         id uuid, slug text, title text, abstract text, body text, names text, "fieldId" text, "provinceSlug" text, "provinceName" text,
         "unitIds" int[], "unitName" text, stage text, "lookingFor" text[], "contestIds" text[], awards text[], "authorNames" text[],
         year int, tie int, endorsements int, hash text, "publishedAt" timestamptz, words tsvector, "titleWords" tsvector, tones tsvector)
       on conflict (id) do update set ${names
         .slice(1)
         .map((name) => `${name} = excluded.${name}`)
         .join(', ')}`,
      JSON.stringify(rows),
    );
    await learnWords(fresh);
  }

  async remove(ids: string[]): Promise<void> {
    if (ids.length > 0) await db.$executeRaw`delete from "IdeaSearchDocument" where id = any (${ids}::uuid[])`;
  }

  /**
   * In place: rows are replaced one batch at a time and what was not seen is taken out at the end; nothing is ever missing meanwhile. A table without a
   * row is filled without its indexes, which are made when it is full; a rebuild that is cut off in between is begun again, and makes what is missing.
   */
  async rebuild(): Promise<Rebuild<IdeaDocument>> {
    const seen = new Set<string>();
    const engine = this;
    const [first] = (await db.$queryRaw`select from "IdeaSearchDocument" limit 1`) as object[];
    if (first === undefined) for (const { drop } of sliceIndexes) await db.$executeRawUnsafe(drop);
    const makeIndexes = async () => {
      for (const { make } of sliceIndexes) await db.$executeRawUnsafe(make);
    };
    return {
      async add(documents) {
        await engine.upsert(documents);
        for (const { id } of documents) seen.add(id);
      },
      async remove(ids) {
        await engine.remove(ids);
        for (const id of ids) seen.delete(id);
      },
      drain: makeIndexes,
      async swap() {
        for await (const held of engine.everything())
          await engine.remove([...held.keys()].filter((id) => !seen.has(id)));
        // What is counted without the rows themselves needs to know which of them everybody sees.
        await db.$executeRawUnsafe(`vacuum (analyze) ${table}`);
      },
      abandon: makeIndexes,
    };
  }

  async health(): Promise<Health> {
    const [server] = await db.$queryRaw<{ version: string }[]>`select current_setting('server_version') as version`;
    return { ok: true, version: server!.version.split(' ')[0]!, documents: await db.ideaSearchDocument.count() };
  }

  async identity(): Promise<string | null> {
    return 'IdeaSearchDocument, in slices, with facts';
  }

  async held(ids: string[]): Promise<Map<string, string>> {
    const rows = await db.ideaSearchDocument.findMany({ where: { id: { in: ids } }, select: { id: true, hash: true } });
    return new Map(rows.map(({ id, hash }) => [id, hash]));
  }

  async *everything(): AsyncGenerator<Map<string, string>> {
    for (let after: string | null = null; ; ) {
      const rows: { id: string; hash: string }[] = await db.ideaSearchDocument.findMany({
        where: after === null ? {} : { id: { gt: after } },
        select: { id: true, hash: true },
        orderBy: { id: 'asc' },
        take: 10_000,
      });
      if (rows.length === 0) return;
      after = rows.at(-1)!.id;
      yield new Map(rows.map(({ id, hash }) => [id, hash]));
    }
  }

  /**
   * How often each run of words stands as neighbours: in titles, and where no title has any of them, in texts. Counted to `phrasesCounted`, among the
   * first few hundred documents that hold the words: enough to tell which is likelier.
   */
  async countPhrases(phrases: string[][]): Promise<number[]> {
    const vocabulary = await ideaVocabulary();
    const counts = phrases.map(([word, ...more]) =>
      word === undefined || more.length > 0 ? 0 : Math.min(phrasesCounted, vocabulary.documents(word)),
    );
    const runs = [...phrases.entries()].filter(
      ([, words]) => words.length > 1 && words.every((one) => vocabulary.has(one)),
    );
    if (runs.length === 0) return counts;
    for (const vector of ['"titleWords"', 'words']) {
      const statement = new Statement();
      const parts = runs.map(([at, words]) => {
        const all = statement.value(words.map(quoted).join(' & '), 'tsquery');
        const run = statement.value(words.map(quoted).join(' <-> '), 'tsquery');
        return `select ${at} as at, (select count(*)::int from (
            select ${vector} as vector from ${sliced(vector, [`${vector} @@ ${all}`])} as every limit ${phrasesLookedAt}) as holding
          where vector @@ ${run}) as count`;
      });
      const found = await run<{ at: number; count: number }>(statement, parts.join(' union all '));
      for (const { at, count } of found) counts[at] = Math.min(phrasesCounted, count);
      if (found.some(({ count }) => count > 0)) break;
    }
    return counts;
  }

  /**
   * Words that nothing holds together, with one of them a slip: the one that stands beside its neighbours most often. Null where no other
   * word ever stands there.
   */
  async #likeliestSlip(typed: string[]): Promise<string[][] | null> {
    const vocabulary = await ideaVocabulary();
    const others = typed.slice(0, longQuery).flatMap((word, at) => vocabulary.near(word).map((near) => ({ at, near })));
    const readings = others.map(({ at, near }) => typed.with(at, near));
    const counts = await this.countPhrases(others.map(({ at }, i) => readings[i]!.slice(Math.max(0, at - 1), at + 2)));
    const best = counts.reduce((most, count, i) => (count > (counts[most] ?? 0) ? i : most), 0);
    return (counts[best] ?? 0) === 0 ? null : readings[best]!.map((word) => [word]);
  }

  /**
   * What was probably meant by words that nothing holds together: unknown words are read as known ones a slip away; where all are known,
   * one of them is; at last each of them may be. Null where that finds nothing either. The words of the best match, as they
   * stand there.
   */
  async correct(words: QueryWord[]): Promise<string[] | null> {
    const vocabulary = await ideaVocabulary();
    const typed = words.map(({ folded }) => folded);
    const near = typed.map((word) => vocabulary.near(word));
    const known = typed.map((word) => vocabulary.has(word));
    const either = (at: number) => [...(known[at] ? [typed[at]!] : []), ...near[at]!];
    const same = (at: number) => (known[at] ? [typed[at]!] : near[at]!);
    const every = (reading: (at: number) => string[]) => typed.map((_, at) => reading(at));
    const tries: string[][][][] = known.every(Boolean)
      ? [typed.map((_, slip) => every((at) => (at === slip ? near[at]! : same(at)))), [every(either)]]
      : [[every(same)], [every(either)]];
    const slip = typed.length > 1 && known.every(Boolean) ? await this.#likeliestSlip(typed) : null;
    if (slip !== null) tries.unshift([slip]);
    for (const readings of tries) {
      const possible = readings.filter((reading) => reading.every((options) => options.length > 0));
      if (possible.length === 0) continue;
      const statement = new Statement();
      const any = statement.value(possible.map((reading) => `(${allOf(reading)})`).join(' | '), 'tsquery');
      const side = statement.value(possible.map((reading) => `(${allOf(reading, '<->')})`).join(' | '), 'tsquery');
      const rows = await run<{ title: string; abstract: string; body: string }>(
        statement,
        `with matched as (
           (select id from ${sliced('id', [`"titleWords" @@ ${any}`])} as titled limit ${textsMended})
           union
           (select id from ${sliced('id', [`words @@ ${any}`])} as every limit ${textsMended})
         ), read as (
           select id, words || ''::tsvector as words from matched join ${table} using (id) offset 0
         )
         select title, abstract, body from ${table} join
           (select id, ts_rank('${weights}', words, ${any}, 1) + case when words @@ ${side} then 1 else 0 end as rank from read order by rank desc limit 40) as best
           using (id)`,
      );
      const found = possible
        .map((reading) => bestReading(reading, words, rows))
        .filter((reading) => reading !== null)
        .sort((one, other) => other.score - one.score)[0];
      if (found !== undefined) return found.words;
    }
    return null;
  }
}

/**
 * What to look for of a question's rarest words: each that few documents hold, and of the others as many together as make them rare (were
 * they spread by chance).
 */
function termsOf(rare: string[], vocabulary: Vocabulary): string[][] {
  const share = (word: string) => vocabulary.documents(word) / Math.max(1, vocabulary.total);
  const terms: string[][] = [];
  const widen = (term: string[], from: number, expected: number) => {
    for (let at = from; at < rare.length && terms.length < mostTerms; at++) {
      const word = rare[at]!;
      const held = expected * share(word);
      if (held <= telling || term.length === 2) terms.push([...term, word]);
      else widen([...term, word], at + 1, held);
    }
  };
  widen([], 0, vocabulary.total);
  return terms.length > 0 ? terms : [rare];
}

/** Where each word of some texts stands, and how much that place weighs. PostgreSQL keeps no place beyond `lastPlace`. */
function vectorOf(...texts: [words: string, weight: string][]): Map<string, string[]> {
  const places = new Map<string, string[]>();
  let at = 0;
  for (const [words, weight] of texts) {
    for (const word of words.split(' ').filter(Boolean)) {
      at += 1;
      const known = places.get(word);
      const place = `${Math.min(at, lastPlace)}${weight}`;
      if (known === undefined) places.set(word, [place]);
      else if (known.length < mostPlaces && at < lastPlace) known.push(place);
    }
    // The last word of one text is no neighbour of the first of the next.
    at += 1;
  }
  return places;
}

/** As PostgreSQL reads a vector. */
function writtenVector(places: Map<string, string[]>, facts: string[]): string {
  return [...facts, ...[...places].map(([word, some]) => `${quoted(word)}:${some.join(',')}`)].join(' ');
}

/** Any of the options of each word, all together or side by side. */
function allOf(reading: string[][], by = '&'): string {
  return reading.map((options) => `(${options.map(quoted).join(' | ')})`).join(` ${by} `);
}

/** Of all documents that hold some reading of every word, the reading whose words stand closest together. */
function bestReading(
  readings: string[][],
  words: QueryWord[],
  rows: { title: string; abstract: string; body: string }[],
): { words: string[]; score: number } | null {
  let best: { words: string[]; score: number } | null = null;
  for (const row of rows) {
    for (const [text, weight] of [
      [row.title, 3],
      [row.abstract, 2],
      [row.body, 1],
    ] as const) {
      const written = syllables(text);
      const folded = written.map(fold);
      const chosen: { word: string; at: number }[] = [];
      for (const [i, reading] of readings.entries()) {
        const after = chosen.at(-1)?.at;
        const places = folded.flatMap((word, at) => (reading.includes(word) ? [at] : []));
        if (places.length === 0) break;
        const distance = (at: number) => (after === undefined ? 0 : at > after ? at - after : 2 + after - at);
        const same = (at: number) => (folded[at] === words[i]!.folded ? 0 : 0.5);
        const at = places.reduce((near, place) =>
          distance(place) + same(place) < distance(near) + same(near) ? place : near,
        );
        chosen.push({ word: written[at]!.toLowerCase(), at });
      }
      if (chosen.length < readings.length) continue;
      let spread = 0;
      for (let i = 1; i < chosen.length; i++) spread += Math.min(10, Math.abs(chosen[i]!.at - chosen[i - 1]!.at - 1));
      const kept = chosen.filter(({ word }, i) => fold(word) === words[i]!.folded).length;
      const score = weight + 2 * kept - spread;
      if (best === null || score > best.score) best = { words: chosen.map(({ word }) => word), score };
    }
  }
  return best;
}
