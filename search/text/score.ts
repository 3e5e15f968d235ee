import { fold, syllables } from '#app/domain/vietnamese.ts';
import { formsOf } from './tones.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Our own order for what a long question or a whole text brings up: words and pairs of neighbours, weighed by rarity, the title twice. */

/** BM25's saturation and length parameters (Robertson and Zaragoza 2009). */
const saturation = 1.2;
const lengthShare = 0.6;
const pairShare = 0.5;

type Counts = Map<string, number>;

/** How often each of the wanted words and pairs of neighbours stands in a text. */
function count(text: string, wanted: Set<string>, times: number, into: Counts): number {
  const words = syllables(text).map((word) => formsOf(word).folded);
  const add = (key: string) => {
    if (wanted.has(key)) into.set(key, (into.get(key) ?? 0) + times);
  };
  for (const [i, word] of words.entries()) {
    add(word);
    if (i > 0) add(`${words[i - 1]} ${word}`);
  }
  return words.length;
}

const rarity = (documents: number, total: number) => Math.log(1 + (total - documents + 0.5) / (documents + 0.5));

/**
 * How well each of the texts answers a question (folded words in order): BM25 over words, weighed by the whole corpus, and over pairs,
 * weighed by these texts, because a compound is a pair of syllables. 0 or more; comparable within one call only.
 */
export function relevance(
  question: string[],
  texts: { title: string; body: string }[],
  vocabulary: Vocabulary,
): number[] {
  const words = [...new Set(question)];
  const pairs = [...new Set(question.slice(1).map((word, i) => `${question[i]} ${word}`))];
  const wanted = new Set([...words, ...pairs]);
  const read = texts.map(({ title, body }) => {
    const counts: Counts = new Map();
    const length = count(title, wanted, 2, counts) + count(body, wanted, 1, counts);
    return { counts, length };
  });
  const usual = read.reduce((sum, { length }) => sum + length, 0) / Math.max(1, read.length);
  const weights = new Map(words.map((word) => [word, vocabulary.weight(word)]));
  for (const pair of pairs) {
    const held = read.filter(({ counts }) => counts.has(pair)).length;
    weights.set(pair, pairShare * rarity(held, read.length));
  }
  return read.map(({ counts, length }) => {
    const norm = saturation * (1 - lengthShare + (lengthShare * length) / Math.max(1, usual));
    let score = 0;
    for (const [key, times] of counts) score += (weights.get(key)! * times * (saturation + 1)) / (times + norm);
    return score;
  });
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
    const left = new Set(syllables(a).map((word) => formsOf(word).folded));
    const right = new Set(syllables(b).map((word) => formsOf(word).folded));
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
