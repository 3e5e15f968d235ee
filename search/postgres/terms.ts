import type { Vocabulary } from '#search/text/vocabulary.ts';

/** A word, or some together, that more documents hold says too little to be looked up. */
const telling = 500;
const mostTerms = 40;

/**
 * What to look for of a question's rarest words: each that few documents hold, and of the others as many together as make them rare (were
 * they spread by chance).
 */
export function termsOf(rare: string[], vocabulary: Vocabulary): string[][] {
  const share = (word: string) => vocabulary.documents(word) / Math.max(1, vocabulary.total);
  const terms: string[][] = [];
  const widen = (term: string[], from: number, expected: number) => {
    for (let at = from; at < rare.length && terms.length < mostTerms; at++) {
      const word = rare[at]!;
      const held = expected * share(word);
      if (held <= telling || term.length === 2) terms.push([...term, word]);
      else widen([...term, word], at + 1, held);
    }
  };
  widen([], 0, vocabulary.total);
  return terms.length > 0 ? terms : [rare];
}
