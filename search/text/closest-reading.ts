import { fold, syllables } from '#app/domain/vietnamese.ts';
import type { QueryWord } from './query.ts';

/** Of all documents that hold some reading of every word, the reading whose words stand closest together. */
export function closestReading(
  readings: string[][],
  words: QueryWord[],
  rows: { title: string; abstract: string; body: string }[],
): { words: string[]; score: number } | null {
  let best: { words: string[]; score: number } | null = null;
  for (const row of rows) {
    for (const [text, weight] of [
      [row.title, 3],
      [row.abstract, 2],
      [row.body, 1],
    ] as const) {
      const written = syllables(text);
      const folded = written.map(fold);
      const chosen: { word: string; at: number }[] = [];
      for (const [i, reading] of readings.entries()) {
        const after = chosen.at(-1)?.at;
        const places = folded.flatMap((word, at) => (reading.includes(word) ? [at] : []));
        if (places.length === 0) break;
        const distance = (at: number) => (after === undefined ? 0 : at > after ? at - after : 2 + after - at);
        const same = (at: number) => (folded[at] === words[i]!.folded ? 0 : 0.5);
        const at = places.reduce((near, place) =>
          distance(place) + same(place) < distance(near) + same(near) ? place : near,
        );
        chosen.push({ word: written[at]!.toLowerCase(), at });
      }
      if (chosen.length < readings.length) continue;
      let spread = 0;
      for (let i = 1; i < chosen.length; i++) spread += Math.min(10, Math.abs(chosen[i]!.at - chosen[i - 1]!.at - 1));
      const kept = chosen.filter(({ word }, i) => fold(word) === words[i]!.folded).length;
      const score = weight + 2 * kept - spread;
      if (best === null || score > best.score) best = { words: chosen.map(({ word }) => word), score };
    }
  }
  return best;
}
