import { fold, syllables } from '#app/domain/vietnamese.ts';
import { sharedRead } from '#app/platform/shared-reads.server.ts';
import { asTheyAre, findLateEngines } from './as-they-are.server.ts';
import type { IdeaDocument } from './documents/idea-document.ts';
import {
  deepest,
  type EngineAnswer,
  type EngineName,
  type Facets,
  type FilterName,
  type Filters,
  type Hit,
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
import type { Vocabulary } from './text/vocabulary.ts';
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
  /** No text has the words typed; these are the results for other words, one slip away. */
  corrected: string | null;
  /** So many hold the words that were typed, somewhere apart from each other, where `corrected` words were looked for instead. */
  apart: number;
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
  const own = ideaEngines();
  const asked = own.takeOver.current.name;
  // What another engine answered in its place is not what the next one would hear.
  const keeps = ({ engine }: IdeaResults) => engine === asked;
  return sharedRead(`ideas found by ${asked} ${JSON.stringify(search)}`, () => searchBy(own, search), { keeps });
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

  const late = findLateEngines();
  // It is waited for further down; where the engines fail before, nobody asks.
  late.catch(() => {});
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
    late,
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
    apart: answer.apart,
    loose: answer.loose,
    didYouMean: answer.didYouMean,
  };
}

type Conducted = EngineAnswer<IdeaDocument> & {
  words: QueryWord[];
  open: boolean;
  corrected: string | null;
  apart: number;
  loose: boolean;
  didYouMean: string | null;
};

/** Nothing to be said about it. */
const plainly = { corrected: null, apart: 0, loose: false, didYouMean: null };

async function toTheLetter(engine: Engine, request: SearchRequest): Promise<Conducted> {
  const answer = await engine.search(request);
  return { ...answer, words: request.words, open: request.open, ...plainly };
}

type Speller = Pick<IdeaEngines, 'correct' | 'countPhrases'>;

/** All the words; else all of other words one slip away; else the nearest that hold some of them. */
async function conduct(engine: Engine, request: SearchRequest, read: ReadQuery, speller: Speller): Promise<Conducted> {
  const settled = await settle(read, speller);
  if (settled !== null) {
    const { words, isSlip } = settled;
    const answer = await engine.search({ ...request, words });
    if (answer.total.count > 0) {
      const corrected = isSlip ? writtenAs(words, answer.hits) : null;
      return { ...answer, ...plainly, words, open: request.open, corrected };
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
    // Alone, a word has no neighbours to tell by: what its letters say is believed.
    const isAlone = before.length + after.length === 0;
    const best = isAlone
      ? counts.findIndex((count) => count > 0)
      : counts.reduce((most, count, i) => (count > counts[most]! ? i : most), 0);
    if (best <= 0 || counts[best] === 0) continue;
    changed = true;
    isSlip ||= readings[best]!.length === 1;
    const found = wordsFrom(readings[best]!);
    words = [...words.slice(0, at), ...found, ...words.slice(at + length)];
  }
  return changed ? { words, isSlip } : null;
}

/** The words as they stand most often in what was found, with their marks. */
function writtenAs(words: QueryWord[], hits: Hit<IdeaDocument>[]): string {
  const counts = new Map<string, number>();
  for (const { document } of hits) {
    for (const word of syllables(`${document.title} ${document.abstract} ${document.body}`.toLowerCase()))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const most = new Map<string, string>();
  for (const [word, count] of counts) {
    const folded = fold(word);
    if (count > (counts.get(most.get(folded) ?? '') ?? 0)) most.set(folded, word);
  }
  return words.map((word) => (word.marked ? word.written : (most.get(word.folded) ?? word.written))).join(' ');
}

async function conductTyped(
  engine: Engine,
  request: SearchRequest,
  answer: EngineAnswer<IdeaDocument>,
  read: ReadQuery,
  speller: Speller,
): Promise<Conducted> {
  const asTyped = { ...plainly, words: request.words, open: request.open };
  if (read.words.length === 0) return { ...answer, ...asTyped };
  if (answer.total.count > 0) {
    const meant = await meantTogether(engine, request, answer, speller);
    if (meant !== null) return meant;
    return { ...answer, ...asTyped, didYouMean: await likelier(engine, request, answer.total.count) };
  }
  const joined = await asOneWord(engine, request);
  if (joined !== null) return joined;
  const corrected = await speller.correct(read.words);
  const same = corrected?.map(fold).join(' ') === read.words.map((word) => word.folded).join(' ');
  const better = same ? null : corrected;
  const words = better === null ? [] : wordsFrom(better);
  const mended = better === null ? null : await engine.search({ ...request, words, open: false });
  const asMended = mended !== null &&
    mended.total.count > 0 && { ...mended, ...plainly, words, open: false, corrected: better!.join(' ') };
  const vocabulary = await ideaVocabulary();
  // Known words are believed: other words are read for them only where that tells more of what was typed.
  const isSure = better?.every(
    (word, at) => fold(word) === read.words[at]!.folded || !vocabulary.has(read.words[at]!.folded),
  );
  if (asMended && isSure) return asMended;
  const loose = await engine.search({ ...request, loose: true, open: false });
  if (
    asMended &&
    tells(asMended, read.words, vocabulary) >= tells({ ...loose, words: read.words }, read.words, vocabulary)
  )
    return asMended;
  // Other words were found, only not under these filters: without them they would be.
  const elsewhere = asMended || mended === null ? null : better!.join(' ');
  return { ...loose, ...asTyped, open: false, loose: true, didYouMean: elsewhere };
}

/** Neighbours that the bank writes as one word ("face book"), where nothing holds them apart. */
async function asOneWord(engine: Engine, request: SearchRequest): Promise<Conducted | null> {
  const vocabulary = await ideaVocabulary();
  const words: QueryWord[] = [];
  for (const word of request.words) {
    const last = words.at(-1);
    if (last !== undefined && vocabulary.has(last.folded + word.folded))
      words[words.length - 1] = wordsFrom([last.written + word.written])[0]!;
    else words.push(word);
  }
  if (words.length === request.words.length) return null;
  const answer = await engine.search({ ...request, words });
  if (answer.total.count === 0) return null;
  return { ...answer, ...plainly, words, open: request.open, corrected: words.map(({ written }) => written).join(' ') };
}

/** How much is known of a known word that other letters were read for, and of an unknown one. */
const changedShare = 0.5;
const unknownShare = 0.9;
const hitsWeighed = 3;

/**
 * How much of what was typed the best of some results tell: the weight of the words they hold and, half of it, of neighbours that stand side by
 * side; words that were read otherwise count less.
 */
function tells({ hits, words }: Pick<Conducted, 'hits' | 'words'>, typed: QueryWord[], vocabulary: Vocabulary): number {
  const shares = words.map(({ folded }, at) => {
    const was = typed[at]?.folded ?? folded;
    return folded === was ? 1 : vocabulary.has(was) ? changedShare : unknownShare;
  });
  const scores = hits.slice(0, hitsWeighed).map(({ document }) => {
    const text = ` ${foldedText(document)} `;
    let score = 0;
    for (const [at, { folded }] of words.entries()) {
      if (!text.includes(` ${folded} `)) continue;
      score += shares[at]! * vocabulary.weight(folded);
      const next = words[at + 1];
      if (next === undefined || !text.includes(` ${folded} ${next.folded} `)) continue;
      score +=
        0.5 * Math.min(shares[at]!, shares[at + 1]!) * (vocabulary.weight(folded) + vocabulary.weight(next.folded));
    }
    return score;
  });
  return Math.max(0, ...scores);
}

function foldedText({ title, abstract, body, names }: IdeaDocument): string {
  return syllables(fold(`${title} ${abstract} ${body} ${names}`)).join(' ');
}

/** Fewer results than this may be chance. */
const few = 10;

/**
 * A few ideas hold the words, but nowhere together; with one of them a letter away, all stand side by side: "an toan giao thon" is no
 * village. Null where that is not so.
 */
async function meantTogether(
  engine: Engine,
  request: SearchRequest,
  found: EngineAnswer<IdeaDocument>,
  { countPhrases }: Speller,
): Promise<Conducted | null> {
  const typed = request.words.map((word) => word.folded);
  if (request.open || typed.length < 3 || typed.length > longQuery || found.total.count >= few) return null;
  // What is chosen in a facet must not change what the words are taken for.
  const isNarrow =
    request.page > 1 || request.size < few || Object.values(request.filters).some((one) => one.length > 0);
  const whole: SearchRequest = { ...request, filters: {}, sort: 'relevance', page: 1, size: few, facets: [] };
  const { hits, total } = isNarrow ? await engine.search(whole) : found;
  if (total.count >= few) return null;
  if (hits.some(({ document }) => ` ${foldedText(document)} `.includes(` ${typed.join(' ')} `))) return null;
  const vocabulary = await ideaVocabulary();
  const readings = typed.flatMap((word, at) => vocabulary.near(word).map((near) => typed.with(at, near)));
  const counts = await countPhrases(readings);
  const best = counts.reduce((most, count, i) => (count > (counts[most] ?? 0) ? i : most), 0);
  if ((counts[best] ?? 0) === 0) return null;
  const words = readings[best]!.map((word, at) => (word === typed[at] ? request.words[at]! : wordsFrom([word])[0]!));
  const answer = await engine.search({ ...request, words });
  if (answer.total.count === 0) return null;
  const corrected = writtenAs(words, answer.hits);
  return { ...answer, ...plainly, words, open: false, corrected, apart: found.total.count };
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
