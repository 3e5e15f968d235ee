import type { QueryWord } from '#search/text/query.ts';
import { findSynonyms } from '#search/text/synonyms.ts';
import { encodeTone } from '#search/text/tones.ts';
import { asciiWord } from './ascii-word.ts';
import type { SearchedAttribute } from './held-document.ts';
import { runsOf } from './run.ts';

/** Meilisearch reads no further in a query. Words. */
export const mostWords = 10;

/** Scores lie between 0 and 1: what weighs so much more always comes first. */
const first = 10_000;
const before = 1_000;
const sideBySideInTitle = 900;
const nearInTitle = 600;
const sideBySide = 400;
/** What weighs less may match a great part of all documents, and takes its time; whatever weighs as much comes before all of it. */
export const narrow = sideBySide;
/** The very tones, but not side by side. */
const rather = 1.6;
/** In two parts, each side by side: a thing and its place. */
const inParts = 1.4;

export type Reading = { q: string; weight: number; attributesToSearchOn?: SearchedAttribute[] };

/** A space after the last word says that it is whole; without one it may be the beginning of a word. */
export function queryOf(words: string[], open: boolean): string {
  return words.length === 0 ? '' : `${words.map(asciiWord).join(' ')}${open ? '' : ' '}`;
}

export const plain = (words: QueryWord[]) => words.map((word) => word.folded);

/**
 * Narrower readings of the same words, whose matches come first: with the very tones that were typed, side by side, in the title; and, because
 * Meilisearch does not rank what a synonym matches by where it stands, with these in the title.
 */
export function betterReadings(words: QueryWord[], open: boolean): Reading[] {
  const readings: Reading[] = [];
  const folded = plain(words);
  const runs = runsOf(folded);
  const codes = words.flatMap((word) => (word.marked ? (encodeTone(word.written) ?? []) : []));
  if (codes.length > 0 && words.length > 1) {
    // The last is what may be a beginning.
    const q = queryOf([...codes.slice(0, mostWords - runs.length), ...runs], open);
    readings.push({ q, weight: 2 * first, attributesToSearchOn: ['titleCodes', 'titleRuns'] });
    readings.push({ q, weight: first, attributesToSearchOn: ['titleCodes', 'textCodes', 'titleRuns', 'textRuns'] });
    const toned = words.map((word) => (word.marked ? encodeTone(word.written) : null) ?? word.folded);
    readings.push({
      q: queryOf(toned, open),
      weight: rather,
      attributesToSearchOn: ['titleCodes', 'textCodes'],
    });
  } else if (codes.length > 0) {
    readings.push({ q: queryOf(codes, open), weight: first, attributesToSearchOn: ['titleCodes', 'textCodes'] });
  }
  if (runs.length > 0) {
    const q = queryOf(runs, open);
    if (codes.length === 0) readings.push({ q, weight: sideBySideInTitle, attributesToSearchOn: ['titleRuns'] });
    readings.push({ q, weight: nearInTitle, attributesToSearchOn: ['titleNear'] });
    readings.push({ q, weight: sideBySide, attributesToSearchOn: ['titleRuns', 'textRuns'] });
  }
  for (const parts of inTwo(folded)) {
    readings.push({
      q: queryOf(parts.flatMap(asOneMatch), open),
      weight: inParts,
      attributesToSearchOn: ['titleWords', 'abstractWords', 'bodyWords', 'namesWords', 'titleRuns', 'textRuns'],
    });
  }
  for (const { from, to, phrases } of findSynonyms(folded)) {
    for (const phrase of phrases.slice(0, 3)) {
      const isOpen = open && to < folded.length;
      const read = [...folded.slice(0, from), ...phrase, ...folded.slice(to)];
      readings.push({
        q: queryOf(asOneMatch(read), isOpen),
        weight: 2 * before,
        attributesToSearchOn: ['titleWords', 'titleRuns'],
      });
      readings.push({
        q: queryOf([...folded.slice(0, from), ...asOneMatch(phrase), ...folded.slice(to)], isOpen),
        weight: before,
        attributesToSearchOn: ['titleWords', 'titleRuns'],
      });
    }
  }
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
