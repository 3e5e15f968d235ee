import { quoted } from './tsquery.ts';

/** What PostgreSQL keeps of where a word stands. */
const lastPlace = 16_383;
const mostPlaces = 255;

/** Where each word of some texts stands, and how much that place weighs. PostgreSQL keeps no place beyond `lastPlace`. */
export function vectorOf(...texts: [words: string, weight: string][]): Map<string, string[]> {
  const places = new Map<string, string[]>();
  let at = 0;
  for (const [words, weight] of texts) {
    for (const word of words.split(' ').filter(Boolean)) {
      at += 1;
      const known = places.get(word);
      const place = `${Math.min(at, lastPlace)}${weight}`;
      if (known === undefined) places.set(word, [place]);
      else if (known.length < mostPlaces && at < lastPlace) known.push(place);
    }
    // The last word of one text is no neighbour of the first of the next.
    at += 1;
  }
  return places;
}

/** As PostgreSQL reads a vector. */
export function writtenVector(places: Map<string, string[]>, facts: string[]): string {
  return [...facts, ...[...places].map(([word, some]) => `${quoted(word)}:${some.join(',')}`)].join(' ');
}
