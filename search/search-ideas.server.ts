import { fold, syllables } from '#app/domain/vietnamese.ts';
import { sharedRead } from '#app/platform/shared-reads.server.ts';
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
import { measureSearch } from './measures.ts';
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
  /** These very words, or nothing: they are known to mean something else than an idea. */
  toTheLetter?: boolean;
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
export async function searchIdeas(search: IdeaSearch, engines?: IdeaEngines): Promise<IdeaResults> {
  if (engines !== undefined) return searchBy(engines, search);
  return sharedRead(`ideas found ${JSON.stringify(search)}`, () => searchBy(ideaEngines(), search));
}

async function searchBy(engines: IdeaEngines, search: IdeaSearch): Promise<IdeaResults> {
  const began = performance.now();
  const { filters = {}, page = 1, size = 20, facets = [], typing = false } = search;
  const vocabulary = await ideaVocabulary();
  const read = readQuery(search.q, { vocabulary, typing });
  const sort = search.sort ?? (read.words.length > 0 ? 'relevance' : 'newest');
  const request: SearchRequest = { words: read.words, open: read.open, filters, sort, page, size, facets };
  const pageIsSane = Number.isInteger(page) && page >= 1 && (page - 1) * size < deepest;
  if (!pageIsSane) Object.assign(request, { page: 1, size: 0 });

  const { answer, engine } = await engines.takeOver.ask((engine) =>
    search.toTheLetter ? toTheLetter(engine, request) : conduct(engine, request, read, engines),
  );
  const asked = answer.words.map((word) => word.folded);
  // In a question most words say nothing: what every other idea holds is not marked.
  const telling = asked.filter((word) => vocabulary.documents(word) * 4 < vocabulary.total);
  const marker = markerOf(answer.total.means === 'candidates' ? telling : asked, answer.open);
  const documents = await asTheyAre(
    answer.hits.map(({ document }) => document),
    engine,
  );
  const tookMs = performance.now() - began;
  const standIn = engines.meilisearch !== null && engine !== engines.meilisearch.name;
  const empty = read.words.length > 0 && answer.total.count === 0;
  measureSearch(engine, { seconds: tookMs / 1_000, standIn, empty });
  return {
    items: documents.map((document) => shown(document, marker)),
    total: answer.total,
    page,
    pages: Math.max(1, Math.ceil(Math.min(answer.total.count, deepest) / size)),
    facets: answer.facets,
    engine,
    standIn,
    tookMs: Math.round(tookMs * 10) / 10,
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

async function toTheLetter(engine: Engine, request: SearchRequest): Promise<Conducted> {
  const answer = await engine.search(request);
  return { ...answer, words: request.words, open: request.open, corrected: null, loose: false, didYouMean: null };
}

type Speller = Pick<IdeaEngines, 'correct' | 'countPhrases'>;

/** All the words; else all of other words one slip away; else the nearest that hold some of them. */
async function conduct(engine: Engine, request: SearchRequest, read: ReadQuery, speller: Speller): Promise<Conducted> {
  const settled = await settle(read, speller);
  if (settled !== null) {
    const { words, isSlip } = settled;
    const answer = await engine.search({ ...request, words });
    if (answer.total.count > 0) {
      const corrected = isSlip ? writtenAs(words, answer.hits[0]?.document) : null;
      return { ...answer, words, open: request.open, corrected, loose: false, didYouMean: null };
    }
  }
  const bare = withoutPreface(request.words);
  const answer = await engine.search(request);
  if (bare.length < request.words.length && !isPrefaceMeant(request.words, answer.hits[0]?.document)) {
    const rest = await conduct(engine, { ...request, words: bare }, { ...read, words: bare, doubts: [] }, speller);
    if (!rest.loose || answer.total.count === 0) return rest;
  }
  return conductTyped(engine, request, answer, read, speller);
}

/** What people put before what they look for, and no idea is about: "ý tưởng về …", "tìm …". Folded, the longest first. */
const prefaces = ['tim cac y tuong', 'tim y tuong', 'cac y tuong', 'nhung y tuong', 'y tuong', 'tim kiem', 'tim']
  .flatMap((preface) => [`${preface} ve`, `${preface} cho`, preface])
  .map((preface) => preface.split(' '));

function withoutPreface(words: QueryWord[]): QueryWord[] {
  const found = prefaces.find(
    (preface) => preface.length < words.length && preface.every((word, at) => words[at]!.folded === word),
  );
  return words.slice(found?.length ?? 0);
}

/** Whether the first thing found has the preface in its title. */
function isPrefaceMeant(words: QueryWord[], first: IdeaDocument | undefined): boolean {
  const title = ` ${syllables(fold(first?.title ?? '')).join(' ')} `;
  return title.includes(` ${words[0]!.folded} `) && title.includes(` ${words[1]!.folded} `);
}

/** At most so many words that nothing holds are weighed one against the other. */
const mostDoubts = 2;

/**
 * Words that nothing holds, read as what stands beside their neighbours most often: Telex left on, words written as one, a slip. Null where
 * there is nothing to settle, or nothing tells.
 */
async function settle(
  read: ReadQuery,
  { countPhrases }: Speller,
): Promise<{ words: QueryWord[]; isSlip: boolean } | null> {
  let words = read.words;
  let isSlip = false;
  let changed = false;
  for (const { at, readings, isRepair } of read.doubts.toReversed().slice(-mostDoubts)) {
    if (readings.length < 2) continue;
    const length = isRepair ? readings[0]!.length : 1;
    const before = words.slice(Math.max(0, at - 1), at).map(({ folded }) => folded);
    const after = words.slice(at + length, at + length + 1).map(({ folded }) => folded);
    const counts = await countPhrases(readings.map((reading) => [...before, ...reading, ...after]));
    const best = counts.reduce((most, count, i) => (count > counts[most]! ? i : most), 0);
    // Alone, a word has no neighbours to tell by: what its letters say is believed first.
    const isAlone = before.length + after.length === 0;
    if (best === 0 || counts[best] === 0 || (isAlone && counts[0]! > 0)) continue;
    changed = true;
    isSlip ||= readings[best]!.length === 1;
    const found = wordsFrom(readings[best]!);
    words = [...words.slice(0, at), ...found, ...words.slice(at + length)];
  }
  return changed ? { words, isSlip } : null;
}

/** The words as they stand in what was found, with their marks. */
function writtenAs(words: QueryWord[], document: IdeaDocument | undefined): string {
  const text = syllables(document === undefined ? '' : `${document.title} ${document.abstract} ${document.body}`);
  const folded = text.map(fold);
  return words
    .map((word) => {
      const at = word.marked ? -1 : folded.indexOf(word.folded);
      return at < 0 ? word.written : text[at]!.toLowerCase();
    })
    .join(' ');
}

async function conductTyped(
  engine: Engine,
  request: SearchRequest,
  answer: EngineAnswer<IdeaDocument>,
  read: ReadQuery,
  { correct }: Speller,
): Promise<Conducted> {
  const asTyped = { words: request.words, open: request.open, corrected: null, loose: false, didYouMean: null };
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
