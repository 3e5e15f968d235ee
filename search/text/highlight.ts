import { fold, placedSyllables } from '#app/domain/vietnamese.ts';
import { findSynonyms } from './synonyms.ts';

/** A stretch of a text; `hit` says that it is what was looked for. Joined, the pieces are the text (or the part of it that is shown). */
export type Piece = { text: string; hit: boolean };

/** What to mark: whole folded words, and the beginning of a word that is still being typed. */
export type Marker = { words: Set<string>; beginning: string | null };

export function markerOf(words: string[], open: boolean): Marker {
  const whole = new Set(words);
  for (const { phrases } of findSynonyms(words))
    for (const phrase of phrases) for (const word of phrase) whole.add(word);
  const last = words.at(-1);
  return { words: whole, beginning: open && last !== undefined ? last : null };
}

function isHit(marker: Marker, folded: string): boolean {
  return marker.words.has(folded) || (marker.beginning !== null && folded.startsWith(marker.beginning));
}

/** Marks whole words only, so that no letter is ever parted from its marks. */
export function highlight(text: string, marker: Marker): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  const push = (piece: string, hit: boolean) => {
    if (piece === '') return;
    const last = pieces.at(-1);
    if (last !== undefined && last.hit === hit) last.text += piece;
    else pieces.push({ text: piece, hit });
  };
  for (const { word, start, end } of placedSyllables(text)) {
    if (!isHit(marker, fold(word))) continue;
    const between = text.slice(done, start);
    // Words of one phrase are marked as one, with the space between them.
    push(between, between === ' ' && pieces.at(-1)?.hit === true);
    push(word, true);
    done = end;
  }
  push(text.slice(done), false);
  return pieces;
}

/**
 * The stretch of a long text that holds the most different words looked for, about `length` characters, cut between words, with "…" where
 * something is left out. Null where none is in it.
 */
export function snippet(text: string, marker: Marker, length = 200): Piece[] | null {
  const placed = placedSyllables(text.slice(0, 100_000));
  const hits: { at: number; folded: string }[] = [];
  for (const [at, { word }] of placed.entries()) {
    const folded = fold(word);
    if (isHit(marker, folded)) hits.push({ at, folded });
  }
  if (hits.length === 0) return null;
  let best = { first: 0, score: -1 };
  const seen = new Map<string, number>();
  let count = 0;
  for (let first = 0, next = 0; first < hits.length; first++) {
    const from = placed[hits[first]!.at]!.start;
    while (next < hits.length && placed[hits[next]!.at]!.end - from <= length) {
      seen.set(hits[next]!.folded, (seen.get(hits[next]!.folded) ?? 0) + 1);
      count++;
      next++;
    }
    const score = seen.size * 100 + Math.min(count, 99);
    if (score > best.score) best = { first, score };
    if (next > first) {
      const left = hits[first]!.folded;
      if (seen.get(left) === 1) seen.delete(left);
      else seen.set(left, seen.get(left)! - 1);
      count--;
    } else next = first + 1;
  }
  // A few words before the first hit, so that it can be read.
  let first = hits[best.first]!.at;
  const lead = placed[first]!.start;
  while (first > 0 && lead - placed[first - 1]!.start <= length / 5) first--;
  let last = first;
  while (last + 1 < placed.length && placed[last + 1]!.end - placed[first]!.start <= length) last++;
  const start = first === 0 ? 0 : placed[first]!.start;
  const end = last === placed.length - 1 ? text.length : placed[last]!.end;
  const shown = text.slice(start, Math.min(end, start + 2 * length)).replace(/\s+/g, ' ');
  const pieces = highlight(shown, marker);
  if (start > 0) pieces.unshift({ text: '… ', hit: false });
  if (end < text.length) pieces.push({ text: ' …', hit: false });
  return pieces;
}
