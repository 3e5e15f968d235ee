import { fold, syllables } from '#app/domain/vietnamese.ts';
import { type Chance, chanceOf } from '#prisma/chance.ts';
import { oneSlipFrom } from '#search/text/slips.ts';
import { splitTone, withTone } from '#search/text/syllable.ts';
import { findSynonyms } from '#search/text/synonyms.ts';
import { encodeTone } from '#search/text/tones.ts';

/** Queries as people type them, made from titles by chance and not written to suit an engine; each knows what it should find. */
export type Judged = {
  kind: string;
  q: string;
  /** Asked while it is still being typed. */
  typing: boolean;
  relevant: Set<string>;
};

type Titled = { id: string; title: string; formerName?: string };

const keys: Record<string, string> = { ă: 'aw', â: 'aa', ê: 'ee', ô: 'oo', ơ: 'ow', ư: 'uw', đ: 'dd' };
const toneKeys = { grave: 'f', acute: 's', hook: 'r', tilde: 'x', dot: 'j', level: '' };

/** What the keyboard was given, when it was not told to write Vietnamese. */
export function telexOf(word: string): string {
  const [bare, tone] = splitTone(word);
  return [...bare].map((letter) => keys[letter] ?? letter).join('') + toneKeys[tone];
}

function otherTonePlace(word: string): string {
  const [bare, tone] = splitTone(word);
  const late = withTone(bare, tone, true);
  return late === word.toLowerCase() ? withTone(bare, tone) : late;
}

function oneSlip(word: string, chance: Chance): string {
  const slips = [...new Set(oneSlipFrom(word))].filter(
    (slip) => slip !== word && slip.length > 1 && /^[a-z]+$/.test(slip),
  );
  return chance.pick(slips);
}

type Maker = (words: string[], chance: Chance) => string | null;

const makers: Record<string, Maker> = {
  words: (words) => words.join(' '),
  'no tones': (words) => fold(words.join(' ')),
  capitals: (words) => words.join(' ').toUpperCase(),
  decomposed: (words) => words.join(' ').normalize('NFD'),
  'other tone place': (words) => {
    const other = words.map(otherTonePlace).join(' ');
    return other === words.join(' ').toLowerCase() ? null : other;
  },
  telex: (words) => words.map(telexOf).join(' '),
  joined: (words, chance) => {
    const at = chance.below(words.length - 1);
    const folded = words.map(fold);
    return [...folded.slice(0, at), folded[at]! + folded[at + 1]!, ...folded.slice(at + 2)].join(' ');
  },
  'one slip': (words, chance) => {
    const folded = words.map(fold);
    const long = folded.flatMap((word, at) => (word.length >= 3 ? [at] : []));
    if (long.length === 0) return null;
    const at = chance.pick(long);
    return folded.with(at, oneSlip(folded[at]!, chance)).join(' ');
  },
  'one left out': (words, chance) => {
    if (words.length < 4) return null;
    return words.toSpliced(1 + chance.below(words.length - 2), 1).join(' ');
  },
  'with more around': (words, chance) =>
    chance.pick([`ý tưởng ${words.join(' ')}`, `y tuong ve ${fold(words.join(' '))}`, `Tìm "${words.join(' ')}"?`]),
  'begun last word': (words) => {
    const folded = words.map(fold);
    const last = folded.at(-1)!;
    return last.length < 4 ? null : [...folded.slice(0, -1), last.slice(0, -1)].join(' ');
  },
  'short form': (words) => {
    const folded = words.map(fold);
    const [found] = findSynonyms(folded).filter(({ to, from }) => to - from > 1);
    if (found === undefined) return null;
    const short = found.phrases.find((phrase) => phrase.length === 1);
    return short === undefined ? null : folded.toSpliced(found.from, found.to - found.from, ...short).join(' ');
  },
};
export const judgedKinds = [...Object.keys(makers), 'former name'];

/** A word typed with its marks, where another word differs from it by nothing but marks. */
export type ToneCase = { q: string; code: string };

/** `count` words of titles that have a twin among all words of titles, each with the code that what comes first must hold. */
export function toneCases(titles: readonly string[], count: number, seed: number): ToneCase[] {
  const chance = chanceOf(seed);
  const codesOf = new Map<string, Map<string, string>>();
  for (const title of titles) {
    for (const word of syllables(title)) {
      const code = encodeTone(word);
      if (code === null) continue;
      const folded = fold(word);
      const codes = codesOf.get(folded) ?? new Map<string, string>();
      codes.set(code, word.toLowerCase());
      codesOf.set(folded, codes);
    }
  }
  const cases = [...codesOf.values()]
    .filter((codes) => codes.size > 1)
    .flatMap((codes) => [...codes].map(([code, q]) => ({ q, code })));
  return Array.from({ length: Math.min(count, cases.length) }, () => cases.splice(chance.below(cases.length), 1)[0]!);
}

/** `count` queries; relevant is every title that holds the original words as neighbours, and for a former name the place as well. */
export function judgedQueries(ideas: readonly Titled[], count: number, seed: number): Judged[] {
  const chance = chanceOf(seed);
  const read = ideas.map(({ id, title, formerName }) => ({
    id,
    formerName,
    words: syllables(title),
    folded: ` ${syllables(fold(title)).join(' ')} `,
  }));
  const holding = (words: string[]) => {
    const wanted = ` ${words.map(fold).join(' ')} `;
    return read.filter(({ folded }) => folded.includes(wanted));
  };
  const queries: Judged[] = [];
  for (let kind = 0; queries.length < count; kind = (kind + 1) % judgedKinds.length) {
    const name = judgedKinds[kind]!;
    for (let tries = 0; tries < 200; tries++) {
      const idea = chance.pick(read);
      const length = 2 + chance.below(4);
      const from = chance.below(Math.max(1, idea.words.length - length + 1));
      const words = idea.words.slice(from, from + length);
      if (words.length < 2) continue;
      if (name === 'former name') {
        if (idea.formerName === undefined) continue;
        const near = holding(words).filter(({ formerName }) => formerName === idea.formerName);
        queries.push({
          kind: name,
          typing: false,
          q: fold(`${words.join(' ')} ${idea.formerName}`),
          relevant: new Set(near.map(({ id }) => id)),
        });
        break;
      }
      const q = makers[name]!(words, chance);
      if (q === null) continue;
      queries.push({
        kind: name,
        q,
        typing: name === 'begun last word',
        relevant: new Set(holding(words).map(({ id }) => id)),
      });
      break;
    }
  }
  return queries.slice(0, count);
}

/** Of the first ten found, how many are relevant, out of as many as there could be: 0 to 1. */
export function recallAtTen(found: string[], relevant: Set<string>): number {
  return found.slice(0, 10).filter((id) => relevant.has(id)).length / Math.min(10, relevant.size);
}
