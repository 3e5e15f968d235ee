import { fold, syllables } from '#app/domain/vietnamese.ts';
import { asTheyAre } from './as-they-are.server.ts';
import type { IdeaDocument } from './documents/idea-document.ts';
import {
  deepest,
  type EngineAnswer,
  type EngineName,
  type Facets,
  type FilterName,
  type Filters,
  longQuery,
  type SearchEngine,
  type SearchRequest,
  type Sort,
  type Total,
} from './engine.ts';
import { type IdeaEngines, ideaEngines } from './engines.server.ts';
import { highlight, type Marker, markerOf, type Piece, snippet } from './text/highlight.ts';
import { type QueryWord, type ReadQuery, type Repair, readQuery, wordsFrom } from './text/query.ts';
import { ideaVocabulary } from './vocabulary.server.ts';

export type IdeaSearch = {
  q: string;
  filters?: Filters;
  sort?: Sort;
  /** From 1. */
  page?: number;
  size?: number;
  facets?: FilterName[];
  /** The person is still typing: the last word may be unfinished. */
  typing?: boolean;
};

export type IdeaFound = Omit<IdeaDocument, 'body' | 'names' | 'tie' | 'hash'> & {
  marked: {
    title: Piece[];
    abstract: Piece[] /** From the sections, where title and abstract do not tell why it was found. */;
    body: Piece[] | null;
  };
};

export type IdeaResults = {
  items: IdeaFound[];
  total: Total;
  page: number;
  /** Pages one can turn to; at least 1. */
  pages: number;
  facets: Facets;
  engine: EngineName;
  /** The first engine should have answered, but cannot at the moment. */
  standIn: boolean;
  tookMs: number;
  /** The query as it was read. */
  read: { typed: string; empty: boolean; cut: boolean; repairs: Repair[] };
  /** Nothing held the words typed; these are the results for other words, one slip away. */
  corrected: string | null;
  /** Nothing held all the words; these are the nearest. */
  loose: boolean;
  /** Other words that find more. */
  didYouMean: string | null;
};

type Engine = SearchEngine<IdeaDocument>;

/**
 * Finds public ideas for whatever was typed. Never throws for a query, a filter or a page that makes no sense: there is nothing then, and
 * the answer says how it was read. A page beyond the last is empty, and `pages` tells how many there are.
 */
export async function searchIdeas(search: IdeaSearch, engines = ideaEngines()): Promise<IdeaResults> {
  const began = performance.now();
  const { filters = {}, page = 1, size = 20, facets = [], typing = false } = search;
  const vocabulary = await ideaVocabulary();
  const read = readQuery(search.q, { vocabulary, typing });
  const sort = search.sort ?? (read.words.length > 0 ? 'relevance' : 'newest');
  const request: SearchRequest = { words: read.words, open: read.open, filters, sort, page, size, facets };
  const pageIsSane = Number.isInteger(page) && page >= 1 && (page - 1) * size < deepest;
  if (!pageIsSane) Object.assign(request, { page: 1, size: 0 });

  const { answer, engine } = await engines.takeOver.ask((engine) => conduct(engine, request, read, engines));
  const asked = answer.words.map((word) => word.folded);
  // In a question most words say nothing: what every other idea holds is not marked.
  const telling = asked.filter((word) => vocabulary.documents(word) * 4 < vocabulary.total);
  const marker = markerOf(answer.total.means === 'candidates' ? telling : asked, answer.open);
  const documents = await asTheyAre(
    answer.hits.map(({ document }) => document),
    engine,
  );
  return {
    items: documents.map((document) => shown(document, marker)),
    total: answer.total,
    page,
    pages: Math.max(1, Math.ceil(Math.min(answer.total.count, deepest) / size)),
    facets: answer.facets,
    engine,
    standIn: engines.meilisearch !== null && engine !== engines.meilisearch.name,
    tookMs: Math.round((performance.now() - began) * 10) / 10,
    read: { typed: read.typed, empty: read.words.length === 0, cut: read.cut, repairs: read.repairs },
    corrected: answer.corrected,
    loose: answer.loose,
    didYouMean: answer.didYouMean,
  };
}

type Conducted = EngineAnswer<IdeaDocument> & {
  words: QueryWord[];
  open: boolean;
  corrected: string | null;
  loose: boolean;
  didYouMean: string | null;
};

/** All the words; else all of other words one slip away; else the nearest that hold some of them. */
async function conduct(
  engine: Engine,
  request: SearchRequest,
  read: ReadQuery,
  { correct }: Pick<IdeaEngines, 'correct'>,
): Promise<Conducted> {
  const asTyped = { words: request.words, open: request.open, corrected: null, loose: false, didYouMean: null };
  const answer = await engine.search(request);
  if (read.words.length === 0) return { ...answer, ...asTyped };
  if (answer.total.count > 0) {
    return { ...answer, ...asTyped, didYouMean: await likelier(engine, request, answer.total.count) };
  }
  const corrected = await correct(read.words);
  const same = corrected?.map(fold).join(' ') === read.words.map((word) => word.folded).join(' ');
  const better = same ? null : corrected;
  const words = better === null ? [] : wordsFrom(better);
  if (better !== null) {
    const mended = await engine.search({ ...request, words, open: false });
    if (mended.total.count > 0) {
      return { ...mended, words, open: false, corrected: better.join(' '), loose: false, didYouMean: null };
    }
  }
  const loose = await engine.search({ ...request, loose: true, open: false });
  // Other words were found, only not under these filters: without them they would be.
  return { ...loose, ...asTyped, open: false, loose: true, didYouMean: better?.join(' ') ?? null };
}

/** A word that hardly any idea holds may be a slip of one that many hold. */
const rare = 2;
const common = 40;

/** Other words for the rare ones, if they find more than what was typed. */
async function likelier(engine: Engine, request: SearchRequest, found: number): Promise<string | null> {
  if (request.open || found > rare || request.words.length > longQuery) return null;
  const vocabulary = await ideaVocabulary();
  let changed = false;
  const words = request.words.map((word) => {
    const [near] = vocabulary.documents(word.folded) > rare ? [] : vocabulary.near(word.folded, 1);
    if (near === undefined || vocabulary.documents(near) < common) return word;
    changed = true;
    return wordsFrom([near])[0]!;
  });
  if (!changed) return null;
  const { total } = await engine.search({ ...request, words, page: 1, size: 0, facets: [] });
  return total.count > found ? words.map((word) => word.written).join(' ') : null;
}

function shown({ body, names, tie, hash, ...document }: IdeaDocument, marker: Marker): IdeaFound {
  const title = highlight(document.title, marker);
  const abstract = highlight(document.abstract, marker);
  const told = new Set(
    [...title, ...abstract].filter((piece) => piece.hit).flatMap((piece) => syllables(piece.text.toLowerCase())),
  );
  const enough = told.size >= marker.words.size || marker.words.size === 0;
  return { ...document, marked: { title, abstract, body: enough ? null : snippet(body, marker) } };
}
