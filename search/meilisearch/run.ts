import { asciiWord } from './ascii-word.ts';

/**
 * Two neighbours as one word. Meilisearch can keep how far any two words of a text stand apart, and needs most of its time and disk for
 * that; who knows that two stand side by side knows nearly as much, at a price that a million texts can pay. No other word begins so,
 * and none is the beginning of one: what is being typed may be the beginning of the second.
 */
export function runOf(one: string, other: string): string {
  return `zq${asciiWord(one)}zq${asciiWord(other)}`;
}

/** All neighbours in a list of words. */
export function runsOf(words: string[]): string[] {
  return words.slice(1).map((word, at) => runOf(words[at]!, word));
}
