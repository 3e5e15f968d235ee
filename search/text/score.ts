import { fold, syllables } from '#app/domain/vietnamese.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Our own order for what a long question or a whole text brings up: words weighed by rarity, pairs of neighbours, the title twice. */

/** BM25's saturation and length parameters (Robertson and Zaragoza 2009). */
const saturation = 1.2;
const lengthShare = 0.6;
const usualLength = 150;

type Read = { counts: Map<string, number>; pairs: Set<string>; length: number };

function read(words: string[]): Read {
  const counts = new Map<string, number>();
  const pairs = new Set<string>();
  for (const [i, word] of words.entries()) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    if (i > 0) pairs.add(`${words[i - 1]} ${word}`);
  }
  return { counts, pairs, length: words.length };
}

/** How well a text answers a question; 0 or more, only to be compared among texts for the same question. */
export function relevance(question: string[], text: { title: string; body: string }, vocabulary: Vocabulary): number {
  const title = read(syllables(fold(text.title)));
  const body = read(syllables(fold(text.body)));
  const norm = saturation * (1 - lengthShare + (lengthShare * (title.length + body.length)) / usualLength);
  let score = 0;
  for (const word of new Set(question)) {
    const times = (body.counts.get(word) ?? 0) + 2 * (title.counts.get(word) ?? 0);
    if (times > 0) score += (vocabulary.weight(word) * times * (saturation + 1)) / (times + norm);
  }
  for (let i = 1; i < question.length; i++) {
    const pair = `${question[i - 1]} ${question[i]}`;
    // A compound is a pair of syllables: finding it whole says more than finding both somewhere.
    if (body.pairs.has(pair) || title.pairs.has(pair)) {
      score += 0.5 * Math.min(vocabulary.weight(question[i - 1]!), vocabulary.weight(question[i]!));
    }
  }
  return score;
}

function trigrams(text: string): Set<string> {
  const padded = `  ${syllables(fold(text)).join(' ')} `;
  const found = new Set<string>();
  for (let i = 0; i + 3 <= padded.length; i++) found.add(padded.slice(i, i + 3));
  return found;
}

function shared<Item>(one: Set<Item>, other: Set<Item>): number {
  let both = 0;
  for (const item of one) if (other.has(item)) both++;
  return both;
}

/**
 * How alike two ideas are by their words, from 0 (nothing in common) to 1 (the same text): half the share of weighed words in common,
 * half the share of trigrams (Dice), each of titles and of whole texts.
 */
export function likeness(
  one: { title: string; body: string },
  other: { title: string; body: string },
  vocabulary: Vocabulary,
): number {
  const wordsAlike = (a: string, b: string) => {
    const left = new Set(syllables(fold(a)));
    const right = new Set(syllables(fold(b)));
    let both = 0;
    let either = 0;
    for (const word of new Set([...left, ...right])) {
      const weight = vocabulary.weight(word);
      either += weight;
      if (left.has(word) && right.has(word)) both += weight;
    }
    return either === 0 ? 0 : both / either;
  };
  const trigramsAlike = (a: string, b: string) => {
    const left = trigrams(a);
    const right = trigrams(b);
    return left.size + right.size === 0 ? 0 : (2 * shared(left, right)) / (left.size + right.size);
  };
  const titles = (wordsAlike(one.title, other.title) + trigramsAlike(one.title, other.title)) / 2;
  const bodies = (wordsAlike(one.body, other.body) + trigramsAlike(one.body, other.body)) / 2;
  return Math.max(titles, bodies) * 0.6 + Math.min(titles, bodies) * 0.4;
}
