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
import { inTurns } from '#search/in-turns.ts';
import { answerQuestion, rankSimilar, rarest, wordsOfText } from '#search/question.ts';
import { isToneCode } from '#search/text/tones.ts';
import { ideaVocabulary, learnWords } from '#search/vocabulary.server.ts';
import { factsOf, narrowed } from './facts.ts';
import { runStatement } from './run-statement.server.ts';
import { sliced, sliceIndexes, table, weights } from './slices.ts';
import { Statement } from './statement.ts';
import { termsOf } from './terms.ts';
import { allWords, endOf, quoted, toned, units, withoutFirstLetter } from './tsquery.ts';
import { vectorOf, writtenVector } from './vector.ts';

/** What a ranking looks at, at most. Documents. */
const titlesLookedAt = 2_000;
/** Of those the best by their titles alone, and as many that have the very tones, are ranked by everything. */
const ranked = 300;
/** Where fewer titles match, whatever else does. */
const textsRanked = 400;
/** Who turns further than `ranked` gets a ranking of all there is to turn to. */
const rankedDeep = deepest;
const titlesSuggested = 1_000;
const candidatesOfQuestion = 150;
/** More than all else of a score together: the very tones always come first. */
const tonesFirst = 5;
/** The very tones, but not side by side: better than none, less than side by side in a title. */
const tonesApart = 0.5;
const matchedByQuestion = 3_000;
/** Of a longer question not all words are asked for together. */
const mostWords = 10;

const columns = ideaAttributes.filter((name) => name !== 'publishedAt');
const selected = `${columns.map((name) => `"${name}"`).join(', ')}, round(extract(epoch from "publishedAt") * 1000)::float8 as "publishedAt"`;

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

const where = (conditions: string[]) => (conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`);

function orderSql(sort: Exclude<SearchRequest['sort'], 'relevance'>): string {
  // With the table's name before it: alone it would be the column of the answer, which no index has.
  return ideaOrders[sort].map(({ attribute, down }) => `${table}."${attribute}"${down ? ' desc' : ''}`).join(', ');
}

/** The embedded engine: PostgreSQL's full text search over a table of its own. Answers whatever happens to the other one. */
export class PostgresEngine implements SearchEngine<IdeaDocument> {
  readonly name = 'postgres';

  async search(asked: SearchRequest): Promise<EngineAnswer<IdeaDocument>> {
    const request = withoutFirstLetter(asked, await ideaVocabulary());
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
    const end = endOf(words, open, await ideaVocabulary());
    const order = orderSql(sort === 'relevance' ? 'newest' : sort);
    const cut = `order by ${order} limit ${statement.value(size, 'int')} offset ${statement.value((page - 1) * size, 'int')}`;
    const from =
      words.length === 0
        ? `${table} ${where(filterSql(statement, filters))}`
        : `(select id from ${sliced('id, "publishedAt", tie, endorsements', [
            `words @@ ${statement.value(narrowed(allWords(words, { end }), filters), 'tsquery')}`,
          ])} as ${table} ${cut}) as best join ${table} using (id)`;
    const rows = await runStatement<IdeaDocument>(
      statement,
      `select ${selected} from ${from} ${words.length === 0 ? cut : `order by ${order}`}`,
    );
    return rows.map((document) => ({ document, score: 0 }));
  }

  async #ranked({ words, open, filters, page, size }: SearchRequest): Promise<Hit<IdeaDocument>[]> {
    const statement = new Statement();
    const end = endOf(words, open, await ideaVocabulary());
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
      // Being beginnings, open words match much: what holds them whole says a little more, in a title a little more again.
      ...(open ? [...share(0.1, 'words', [allWords(words)]), ...share(0.1, '"titleWords"', [allWords(words)])] : []),
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
    const rows = await runStatement<IdeaDocument & { score: number }>(
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

  async facets(asked: Omit<SearchRequest, 'page' | 'size' | 'sort'>): Promise<Facets> {
    return (await this.#counted(withoutFirstLetter(asked, await ideaVocabulary()))).facets;
  }

  async #count(
    names: (FilterName | 'total')[],
    { words, open, filters }: Pick<SearchRequest, 'words' | 'open' | 'filters'>,
    except?: FilterName,
  ): Promise<{ counted: FilterName | 'total'; value: string | null; count: number }[]> {
    const statement = new Statement();
    const end = endOf(words, open, await ideaVocabulary());
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
    return runStatement(
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
    return runStatement<IdeaDocument>(
      statement,
      `with matched as materialized (select id, words from ${sliced('id, words', conditions)} as every limit ${matchedByQuestion}),
       best as (select id from matched order by ts_rank('${weights}', words, ${rank}, 1) desc limit ${candidatesOfQuestion})
       select ${selected} from ${table} join best using (id)`,
    );
  }

  async suggest({ words, open, limit }: SuggestRequest): Promise<Suggestion[]> {
    if (words.length === 0) return [];
    const statement = new Statement();
    const end = endOf(words, open, await ideaVocabulary());
    const all = statement.value(allWords(words, { end }), 'tsquery');
    return runStatement(
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
    const rows = await inTurns(documents, (document) => {
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
    // While one batch is written the next is read.
    let written = Promise.resolve();
    const makeIndexes = async () => {
      await written;
      for (const { make } of sliceIndexes) await db.$executeRawUnsafe(make);
    };
    return {
      async add(documents) {
        await written;
        written = engine.upsert(documents);
        // Whoever adds, takes out or drains next hears of it; until then nobody is listening.
        written.catch(() => {});
        for (const { id } of documents) seen.add(id);
      },
      async remove(ids) {
        await written;
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
      async abandon() {
        written = written.catch(() => {});
        await makeIndexes();
      },
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
}
