import { createHash } from 'node:crypto';
import { asciiWord } from './ascii-word.ts';

/**
 * Two neighbours as one word. Meilisearch can keep how far any two words of a text stand apart, and needs most of its time and disk for
 * that; who knows that two stand side by side knows nearly as much, at a price that a million texts can pay. No other word begins so,
 * and none is the beginning of one: what is being typed may be the beginning of the second.
 */
export function runOf(one: string, other: string): string {
  return `zq${asciiWord(one)}zq${asciiWord(other)}`;
}

/** All neighbours in a list of words; `apart`: how far the second may stand behind the first. */
export function runsOf(words: string[], apart = 1): string[] {
  return words.flatMap((word, at) => words.slice(at + 1, at + 1 + apart).map((next) => runOf(word, next)));
}

/** A whole text as one word: who types all of a title means that one, not a longer one. */
export function wholeOf(words: string[]): string {
  return `zw${createHash('sha256').update(words.join(' ')).digest('hex').slice(0, 16)}`;
}
