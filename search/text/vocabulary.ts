import { fold } from '#app/domain/vietnamese.ts';
import { oneSlipFrom, soundsLike, strangeness } from './slips.ts';
import { isFoldedSyllable } from './syllable.ts';
import { repairKeys } from './telex.ts';

/** Of words written as one: letters of all, letters of one, and how many. */
const longestJoined = 48;
const longestPart = 10;
const mostParts = 10;

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
    return this.#sorted[this.#firstFrom(prefix)]?.startsWith(prefix) ?? false;
  }

  /** The words that begin with these letters, at most so many, in the order of the alphabet. */
  beginning(prefix: string, atMost: number): string[] {
    const from = this.#firstFrom(prefix);
    const some = this.#sorted.slice(from, from + atMost);
    const end = some.findIndex((word) => !word.startsWith(prefix));
    return end < 0 ? some : some.slice(0, end);
  }

  /** Where the first word stands that is not before these letters. */
  #firstFrom(letters: string): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sorted[middle]! < letters) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Known words that may have been meant by one that was mistyped, the likeliest first; frequency decides between equals. */
  near(word: string, atMost = 12): string[] {
    const found = new Map<string, number>();
    for (const slips of [oneSlipFrom(word), soundsLike(word)])
      for (const meant of slips)
        if (meant !== word && this.has(meant) && !found.has(meant)) found.set(meant, strangeness(word, meant));
    return [...found]
      .sort(
        ([one, far], [other, further]) =>
          far - further || this.documents(other) - this.documents(one) || (one < other ? -1 : 1),
      )
      .slice(0, atMost)
      .map(([meant]) => meant);
  }

  /**
   * Words written as one ("hocsinh", "giúpviệc", "nuowcsachj") taken apart into known words, as they were written; null where they do
   * not come apart. Few, frequent and Vietnamese parts are likelier.
   */
  takeApart(joined: string): string[] | null {
    if (joined.length < 4 || joined.length > longestJoined) return null;
    type Way = { cost: number; parts: number; from: number; part: string };
    const best: (Way | undefined)[] = [{ cost: 0, parts: 0, from: 0, part: '' }];
    for (let to = 1; to <= joined.length; to++) {
      for (let from = Math.max(0, to - longestPart); from < to; from++) {
        const before = best[from];
        if (before === undefined || before.parts === mostParts || (from === 0 && to === joined.length)) continue;
        const read = this.#part(joined.slice(from, to));
        if (read === null) continue;
        const cost = before.cost + read.cost;
        if (cost < (best[to]?.cost ?? Number.POSITIVE_INFINITY))
          best[to] = { cost, parts: before.parts + 1, from, part: read.part };
      }
    }
    const parts: string[] = [];
    for (let at = joined.length; at > 0; ) {
      const way = best[at];
      if (way === undefined) return null;
      parts.unshift(way.part);
      at = way.from;
    }
    return parts;
  }

  /** A part of words written as one, and how unlikely it is to stand there; null where it is no word. */
  #part(written: string): { part: string; cost: number } | null {
    const folded = fold(written);
    // The logarithm of a share is at most 0.
    const costOf = (word: string) => 2 - Math.log(this.documents(word) / (this.total + 1));
    const ways: { part: string; cost: number }[] = [];
    if (this.has(folded)) {
      if (isFoldedSyllable(folded)) ways.push({ part: written, cost: costOf(folded) });
      else if (folded.length > 2 || /^[0-9]+$/.test(folded)) ways.push({ part: written, cost: costOf(folded) + 1 });
    }
    const repaired = repairKeys(written);
    if (repaired !== null && this.has(fold(repaired)))
      ways.push({ part: repaired, cost: costOf(fold(repaired)) + 0.5 });
    return ways.sort((one, other) => one.cost - other.cost)[0] ?? null;
  }
}
