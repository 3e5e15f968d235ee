import { createHash } from 'node:crypto';
import type { PublicIdea } from '#app/domain/ideas/public-idea.ts';
import { nfc, syllables } from '#app/domain/vietnamese.ts';
import type { FilterName, Sort } from '#search/engine.ts';
import { encodeTones, formsOf } from '#search/text/tones.ts';

/** What the index holds of an idea. Public words only: whoever can reach the index can read all of it. */
export type IdeaDocument = {
  id: string;
  slug: string;
  title: string;
  abstract: string;
  /** The sections, one paragraph each. */
  body: string;
  /** Authors and places, old names too: found, but not shown. */
  names: string;
  fieldId: string | null;
  provinceSlug: string | null;
  provinceName: string | null;
  unitIds: number[];
  unitName: string | null;
  stage: string;
  lookingFor: string[];
  contestIds: string[];
  awards: string[];
  authorNames: string[];
  /** In Vietnam. */
  year: number;
  /** Milliseconds since 1970. */
  publishedAt: number;
  /** Orders what was published in the same millisecond. */
  tie: number;
  endorsements: number;
  hash: string;
};

/** All of them, for statements and requests that name what they want. */
export const ideaAttributes = [
  'id',
  'slug',
  'title',
  'abstract',
  'body',
  'names',
  'fieldId',
  'provinceSlug',
  'provinceName',
  'unitIds',
  'unitName',
  'stage',
  'lookingFor',
  'contestIds',
  'awards',
  'authorNames',
  'year',
  'publishedAt',
  'tie',
  'endorsements',
  'hash',
] as const satisfies (keyof IdeaDocument)[];

/** More than the forms allow; what is longer came from elsewhere and is found by its beginning. Characters. */
const longestBody = 200_000;
const longestTones = 40_000;
/** PostgreSQL and Meilisearch leave out longer words: nobody types them. */
const longestWord = 60;

const inVietnam = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric' });

/** `formerNames`: names people still type for its unit and province. */
export function ideaDocument(idea: PublicIdea, formerNames: string[] = []): IdeaDocument {
  const clean = (text: string) => nfc(text).trim();
  const body = [idea.problem, idea.solution, idea.novelty, idea.method, idea.beneficiaries, idea.progress, idea.needs]
    .map(clean)
    .filter((section) => section !== '')
    .join('\n\n')
    .slice(0, longestBody);
  const title = clean(idea.title);
  const abstract = clean(idea.abstract);
  // People say what a province is, whichever of the two.
  const spoken = idea.province === null ? [] : ['Tỉnh', 'Thành phố'].map((kind) => `${kind} ${idea.province!.name}`);
  const places = [idea.unit?.name, idea.province?.name, ...formerNames, ...spoken].filter((name) => name !== undefined);
  const document = {
    id: idea.id,
    slug: idea.slug,
    title,
    abstract,
    body: nfc(body),
    names: [...idea.authorNames, ...new Set(places)].map(clean).join(' · '),
    fieldId: idea.fieldId,
    provinceSlug: idea.province?.slug ?? null,
    provinceName: idea.province?.name ?? null,
    unitIds: idea.unitIds,
    unitName: idea.unit?.name ?? null,
    stage: idea.stage,
    lookingFor: [...idea.lookingFor].sort(),
    contestIds: [...idea.contestIds].sort(),
    awards: [...idea.awards].sort(),
    authorNames: idea.authorNames.map(clean),
    year: Number(inVietnam.format(idea.publishedAt)),
    publishedAt: idea.publishedAt.getTime(),
    tie: Number.parseInt(idea.id.slice(-7), 16),
    endorsements: idea.endorsements,
  };
  return { ...document, hash: hashOf(document) };
}

/** Raise it when documents or engines' tables change in a way that the documents themselves do not show: everything is indexed anew. */
const generation = 4;

/** Of a whole document, whatever the order of its keys. */
function hashOf(document: Record<string, unknown>): string {
  const entries = Object.entries(document).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([generation, ...entries]))
    .digest('base64url')
    .slice(0, 22);
}

/**
 * What an engine matches: the words as we see them, and codes that keep their tones. Neither engine is left its own idea of what a word is.
 */
export function wordsOf({ title, abstract, body, names }: IdeaDocument) {
  return {
    titleWords: indexWords(title),
    abstractWords: indexWords(abstract),
    bodyWords: indexWords(body),
    namesWords: indexWords(names),
    titleCodes: encodeTones(title),
    textCodes: encodeTones(`${abstract}\n${body}`.slice(0, longestTones)),
  };
}

/** The words of a text as an index takes them: folded, separated by single spaces. */
function indexWords(text: string): string {
  const words: string[] = [];
  for (const word of syllables(text)) {
    const { folded } = formsOf(word);
    if (folded.length <= longestWord) words.push(folded);
  }
  return words.join(' ');
}

/** What one may filter by, and where it stands in the document. */
export const ideaFilters: Record<
  FilterName,
  { attribute: keyof IdeaDocument; type: 'text' | 'number'; many: boolean }
> = {
  field: { attribute: 'fieldId', type: 'text', many: false },
  province: { attribute: 'provinceSlug', type: 'text', many: false },
  unit: { attribute: 'unitIds', type: 'number', many: true },
  stage: { attribute: 'stage', type: 'text', many: false },
  year: { attribute: 'year', type: 'number', many: false },
  contest: { attribute: 'contestIds', type: 'text', many: true },
  award: { attribute: 'awards', type: 'text', many: true },
  lookingFor: { attribute: 'lookingFor', type: 'text', many: true },
};

type Order = { attribute: 'publishedAt' | 'endorsements' | 'tie'; down: boolean };

/** What comes first; nothing is ever left to chance. */
export const ideaOrders: Record<Exclude<Sort, 'relevance'>, Order[]> = {
  newest: [
    { attribute: 'publishedAt', down: true },
    { attribute: 'tie', down: false },
  ],
  oldest: [
    { attribute: 'publishedAt', down: false },
    { attribute: 'tie', down: false },
  ],
  endorsed: [
    { attribute: 'endorsements', down: true },
    { attribute: 'publishedAt', down: true },
    { attribute: 'tie', down: false },
  ],
};
