import type { QueryWord } from './text/query.ts';

/**
 * What can be asked of an index of one noun, whoever answers. Two engines keep this contract (search/meilisearch, search/postgres) and one
 * test suite runs on both. Two rankers cannot order alike; what they share is this: the same documents match the same filters, lists
 * without words come in the same order, words are matched folded and all of them unless `loose`, totals are exact up to `countedTo`.
 */
export interface SearchEngine<Document extends SearchDocument> {
  readonly name: EngineName;
  search(request: SearchRequest): Promise<EngineAnswer<Document>>;
  /** How many documents hold each value of the asked facets, most first; each facet as if nothing were chosen in it. */
  facets(request: Omit<SearchRequest, 'page' | 'size' | 'sort'>): Promise<Facets>;
  /** Titles for what is being typed, best first. */
  suggest(request: SuggestRequest): Promise<Suggestion[]>;
  /** The documents most like a text, best first; `score` from 0 to 1 as search/text/score.ts defines it. */
  similar(request: SimilarRequest): Promise<Hit<Document>[]>;
  /** Puts whole documents in; settled when they can be found. Throws Unreachable, or Refused for a document the engine cannot take. */
  upsert(documents: Document[]): Promise<void>;
  /** Takes documents out by id; unknown ids are no error. */
  remove(ids: string[]): Promise<void>;
  /** Begins a new index beside the one that answers. */
  rebuild(): Promise<Rebuild<Document>>;
  health(): Promise<Health>;
  /** Tells this very index from another of its name; null where there is none. */
  identity(): Promise<string | null>;
  /** The hashes of those of the documents that are held: what a check compares with the database. */
  held(ids: string[]): Promise<Map<string, string>>;
  /** The hashes of everything that is held, batch by batch, in no order. */
  everything(): AsyncIterable<Map<string, string>>;
}

export type EngineName = 'meilisearch' | 'postgres';

export interface Rebuild<Document extends SearchDocument> {
  /** Takes a batch in without waiting until it can be found. */
  add(documents: Document[]): Promise<void>;
  /** Takes out what is no longer public since it was added. */
  remove(ids: string[]): Promise<void>;
  /** Waits until everything added can be found. */
  drain(): Promise<void>;
  /** From now on this index answers. */
  swap(): Promise<void>;
  /** Throws the unfinished index away. */
  abandon(): Promise<void>;
}

export type SearchDocument = { id: string; hash: string };

export type FilterName = 'field' | 'province' | 'unit' | 'stage' | 'year' | 'contest' | 'award' | 'lookingFor';
/** Values within one filter are alternatives; filters all apply. Ids, slugs and states, never names. */
export type Filters = Partial<Record<FilterName, string[]>>;

export type Sort = 'relevance' | 'newest' | 'oldest' | 'endorsed';

export type SearchRequest = {
  /** Folded words; none means a plain list. */
  words: QueryWord[];
  /** The last word may be the beginning of one. */
  open: boolean;
  filters: Filters;
  /** `relevance` without words means `newest`. */
  sort: Sort;
  /** From 1. */
  page: number;
  /** Hits a page; 0 for the total and the facets alone. */
  size: number;
  facets: FilterName[];
  /** Any of the words is enough, the rarest first: for when nothing has them all. */
  loose?: boolean;
};

export type Hit<Document> = { document: Document; score: number };

export type FacetValue = { value: string; count: number };
export type Facets = Partial<Record<FilterName, FacetValue[]>>;

/** Queries are counted exactly up to here; a plain list always. */
export const countedTo = 10_000;
/** Nobody pages further than this. */
export const deepest = 10_000;
/** The most values of one facet. */
export const mostFacetValues = 100;

/** Queries of more words than this are questions: see `Total`. */
export const longQuery = 6;

export type Total = {
  count: number;
  /** exact: as many as that · over: more than `countedTo` · candidates: the nearest that were looked at, as for a whole question. */
  means: 'exact' | 'over' | 'candidates';
};

export type EngineAnswer<Document> = {
  hits: Hit<Document>[];
  total: Total;
  facets: Facets;
};

export type SuggestRequest = { words: QueryWord[]; open: boolean; limit: number };

export type Suggestion = { id: string; slug: string; title: string };

export type SimilarRequest = {
  title: string;
  body: string;
  /** The idea itself. */
  except?: string;
  limit: number;
};

export type Health = {
  ok: boolean;
  version: string | null;
  documents: number | null;
};

/** The engine cannot be reached, did not answer in time or failed in itself. Somebody else may answer; later it may too. */
export class Unreachable extends Error {
  override name = 'Unreachable';
}

/** The engine will not take these documents, however often they are sent. */
export class DocumentsRefused extends Error {
  override name = 'DocumentsRefused';
}
