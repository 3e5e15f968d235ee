import type { QueryWord } from '#search/text/query.ts';
import { findSynonyms } from '#search/text/synonyms.ts';
import { encodeTone } from '#search/text/tones.ts';
import { asciiWord } from './ascii-word.ts';
import type { SearchedAttribute } from './held-document.ts';
import { runsOf, wholeOf } from './run.ts';

/** Meilisearch reads no further in a query. Words. */
export const mostWords = 10;

/** What weighs more comes first, whatever else is known of it. */
const weights = {
  wholeTitle: 50_000,
  tonesInTitle: 20_000,
  tones: 10_000,
  togetherInTitle: 2_000,
  /** What means the same may stand for words that are apart: after those that are together. */
  synonymTogetherInTitle: 1_500,
  synonymInTitle: 1_000,
  nearInTitle: 600,
  together: 400,
  /** The very tones, but not side by side. */
  tonesApartInTitle: 90,
  /** In two parts, each side by side: a thing and its place. */
  thingAndPlace: 80,
  tonesApart: 70,
  apartInTitle: 60,
  inParts: 50,
  apart: 1,
};

/** What weighs less may match a great part of all documents, and takes its time; whatever weighs as much comes before all of it. */
export const narrow = weights.together;

const allRuns: SearchedAttribute[] = ['titleRuns', 'textRuns', 'namesRuns'];

export type Reading = { q: string; weight: number; attributesToSearchOn?: SearchedAttribute[] };

/** A space after the last word says that it is whole; without one it may be the beginning of a word. */
export function queryOf(words: string[], open: boolean): string {
  return words.length === 0 ? '' : `${words.map(asciiWord).join(' ')}${open ? '' : ' '}`;
}

export const plain = (words: QueryWord[]) => words.map((word) => word.folded);

/**
 * Readings of the same words, from the narrowest to the widest, which matches whatever the others do: with the very tones that were typed, side by
 * side, in the title; with what means the same there. Each stands for one rank: Meilisearch itself ranks by nothing but age.
 */
export function readingsOf(words: QueryWord[], open: boolean): Reading[] {
  const readings: Reading[] = [];
  const folded = plain(words);
  const read = (weight: keyof typeof weights, q: string, attributesToSearchOn?: SearchedAttribute[]) =>
    readings.push({ q, weight: weights[weight], attributesToSearchOn });
  const runs = runsOf(folded);
  const codes = words.flatMap((word) => (word.marked ? (encodeTone(word.written) ?? []) : []));

  read('wholeTitle', queryOf([wholeOf(folded)], false), ['titleRuns']);
  if (codes.length > 0) {
    // The last is what may be a beginning.
    const q = queryOf([...codes.slice(0, mostWords - runs.length), ...runs], open);
    read('tonesInTitle', q, ['titleCodes', 'titleRuns']);
    read('tones', q, ['titleCodes', 'textCodes', ...allRuns]);
  }
  if (codes.length > 0 && words.length > 1) {
    const toned = words.map((word) => (word.marked ? encodeTone(word.written) : null) ?? word.folded);
    read('tonesApartInTitle', queryOf(toned, open), ['titleCodes']);
    read('tonesApart', queryOf(toned, open), ['titleCodes', 'textCodes']);
  }
  if (runs.length > 0) {
    const q = queryOf(runs, open);
    if (codes.length === 0) read('togetherInTitle', q, ['titleRuns']);
    read('nearInTitle', q, ['titleNear']);
    read('together', q, allRuns);
  }
  for (const parts of inTwo(folded)) {
    const q = queryOf(parts.flatMap(asOneMatch), open);
    read('thingAndPlace', q, ['titleWords', 'titleRuns', 'namesWords', 'namesRuns']);
    read('inParts', q, ['titleWords', 'abstractWords', 'bodyWords', 'namesWords', ...allRuns]);
  }
  for (const { from, to, phrases } of findSynonyms(folded)) {
    for (const phrase of phrases.slice(0, 3)) {
      const isOpen = open && to < folded.length;
      const other = [...folded.slice(0, from), ...phrase, ...folded.slice(to)];
      read('synonymTogetherInTitle', queryOf(asOneMatch(other), isOpen), ['titleWords', 'titleRuns']);
      const apart = [...folded.slice(0, from), ...asOneMatch(phrase), ...folded.slice(to)];
      read('synonymInTitle', queryOf(apart, isOpen), ['titleWords', 'titleRuns']);
    }
  }
  read(folded.length === 1 ? 'togetherInTitle' : 'apartInTitle', queryOf(folded, open), ['titleWords']);
  read('apart', queryOf(folded, open));
  return readings;
}

/** Where words may part: of a few, a single one may stand alone. */
function inTwo(words: string[]): [string[], string[]][] {
  const least = words.length > 3 ? 2 : 1;
  return words
    .map((_, at): [string[], string[]] => [words.slice(0, at), words.slice(at)])
    .filter((parts) => words.length > 2 && parts.every((part) => part.length >= least));
}

/** The words to look for so that a phrase is found where its words stand side by side. */
export function asOneMatch(phrase: string[]): string[] {
  return phrase.length === 1 ? phrase : runsOf(phrase);
}
