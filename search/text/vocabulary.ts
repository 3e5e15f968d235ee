import { isFoldedSyllable } from './syllable.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Everything one slip away: a letter left out, added, changed, or two swapped (Damerau–Levenshtein distance 1). */
export function* oneSlipFrom(word: string): Generator<string> {
  for (let i = 0; i <= word.length; i++) {
    const before = word.slice(0, i);
    const after = word.slice(i);
    if (after.length > 0) yield before + after.slice(1);
    if (after.length > 1) yield before + after[1] + after[0] + after.slice(2);
    for (const letter of letters) {
      yield before + letter + after;
      if (after.length > 0 && letter !== after[0]) yield before + letter + after.slice(1);
    }
  }
}

/**
 * The folded words of a corpus with the number of documents that hold each: what the speller, the repair of Telex and joined words, and
 * the weight of a word in a long question stand on.
 */
export class Vocabulary {
  readonly #documents: Map<string, number>;
  readonly #sorted: string[];
  /** Documents in the corpus. */
  readonly total: number;

  constructor(words: Iterable<[word: string, documents: number]>, total: number) {
    this.#documents = new Map(words);
    this.#sorted = [...this.#documents.keys()].sort();
    this.total = total;
  }

  get size(): number {
    return this.#sorted.length;
  }

  has(word: string): boolean {
    return this.#documents.has(word);
  }

  /** How many documents hold the folded word. */
  documents(word: string): number {
    return this.#documents.get(word) ?? 0;
  }

  /** Inverse document frequency as in BM25 (Robertson and Spärck Jones): 0 or more; an unknown word weighs most. */
  weight(word: string): number {
    const held = this.documents(word);
    return Math.log(1 + (this.total - held + 0.5) / (held + 0.5));
  }

  /** Whether some word begins with these letters. */
  begins(prefix: string): boolean {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sorted[middle]! < prefix) low = middle + 1;
      else high = middle;
    }
    return this.#sorted[low]?.startsWith(prefix) ?? false;
  }

  /** Known words one slip away, most frequent first. */
  near(word: string, atMost = 8): string[] {
    const found = new Set<string>();
    for (const candidate of oneSlipFrom(word)) if (candidate !== word && this.has(candidate)) found.add(candidate);
    return [...found].sort((a, b) => this.documents(b) - this.documents(a) || (a < b ? -1 : 1)).slice(0, atMost);
  }

  /** Words written as one ("hocsinh" → ["hoc", "sinh"]), at most four of them; null where it does not come apart into known syllables. */
  split(joined: string): string[] | null {
    if (joined.length < 4 || joined.length > 28) return null;
    let best: { parts: string[]; score: number } | null = null;
    const walk = (rest: string, parts: string[], score: number) => {
      if (rest === '') {
        if (parts.length > 1 && (best === null || score > best.score)) best = { parts, score };
        return;
      }
      if (parts.length === 4) return;
      for (let length = Math.min(7, rest.length); length >= 1; length--) {
        const part = rest.slice(0, length);
        if (!this.has(part) || !isFoldedSyllable(part)) continue;
        // Fewer and more frequent parts are likelier; the logarithm of a share is at most 0.
        walk(rest.slice(length), [...parts, part], score + Math.log(this.documents(part) / (this.total + 1)) - 2);
      }
    };
    walk(joined, [], 0);
    return (best as { parts: string[] } | null)?.parts ?? null;
  }
}
