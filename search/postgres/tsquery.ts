import type { QueryWord } from '#search/text/query.ts';
import { findSynonyms } from '#search/text/synonyms.ts';
import { encodeTone } from '#search/text/tones.ts';
import type { Vocabulary } from '#search/text/vocabulary.ts';

/** Words hold letters, digits and marks only; the quotes keep every one of them a word and no operator. */
export const quoted = (word: string) => `'${word.replaceAll("'", "''")}'`;

type Marks = {
  /** What the last word may be, where it is still being typed: a part of a tsquery. */ end?: string | null;
};

/** A beginning that fewer known words have is read as any of them: an index can skip through words, but takes in all that a beginning brings. */
const mostEnds = 60;

/**
 * Of other words, the first letter of a further one that is still being typed says nothing yet, and most of the bank holds a word that begins so:
 * where many are known it is not looked for.
 */
export function withoutFirstLetter<Asked extends { words: QueryWord[]; open: boolean }>(
  asked: Asked,
  vocabulary: Vocabulary,
): Asked {
  const last = asked.words.at(-1)?.folded;
  if (!asked.open || asked.words.length < 2 || last?.length !== 1) return asked;
  if (vocabulary.beginning(last, mostEnds + 1).length <= mostEnds) return asked;
  return { ...asked, words: asked.words.slice(0, -1), open: false };
}

/** What a last word that is still being typed may be; null where it is whole. */
export function endOf(words: QueryWord[], open: boolean, vocabulary: Vocabulary): string | null {
  const last = words.at(-1)?.folded;
  if (!open || last === undefined) return null;
  const known = vocabulary.beginning(last, mostEnds + 1);
  const isKnown = known.length > 0 && known.length <= mostEnds;
  return isKnown ? `(${known.map(quoted).join(' | ')})` : `${quoted(last)}:*`;
}

/**
 * The words one by one as tsqueries, where several have a synonym those together; each may be read as what means the same. The last
 * one may be any that `end` says.
 */
export function units(words: QueryWord[], { end = null }: Marks = {}): string[] {
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
export function allWords(words: QueryWord[], marks: Marks = {}): string {
  const folded = words.map((word) => word.folded);
  const apart = [...folded.slice(0, -1).map(quoted), marks.end ?? quoted(folded.at(-1)!)].join(' & ');
  const together = units(words, marks).join(' & ');
  return findSynonyms(folded).length === 0 ? apart : `(${apart}) | (${together})`;
}

/** The codes of what was typed with its marks, or null where nothing was; `isAll`: what holds them holds all the words. */
export function toned(words: QueryWord[]): { all: string; run: string; isAll: boolean } | null {
  const codes = words.flatMap((word) => (word.marked ? (encodeTone(word.written) ?? []) : []));
  if (codes.length === 0) return null;
  const isAll = codes.length === words.length;
  return { all: codes.map(quoted).join(' & '), run: codes.map(quoted).join(' <-> '), isAll };
}

/** Any of the options of each word, all together or side by side. */
export function allOf(reading: string[][], by = '&'): string {
  return reading.map((options) => `(${options.map(quoted).join(' | ')})`).join(` ${by} `);
}
