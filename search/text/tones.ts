import { fold, syllables } from '#app/domain/vietnamese.ts';
import { splitTone, type Tone } from './syllable.ts';

/**
 * Tones as ASCII. Engines fold tones away, so that "đường" and "Dương" are one word to them. A shadow text, in which each
 * marked syllable is one word that keeps its marks ("đường" → "duongq977gq"), lets what was typed with its marks rank first.
 *
 * The digits are those of the VNI keyboard (6 ^, 7 horn, 8 breve, 9 đ) in the order of the letters; then one letter for the tone. The
 * closing q keeps one code from being the beginning of another. Where the tone mark stands is lost on purpose: hoà is hòa.
 */
const toneLetters: Record<Tone, string> = { level: 'l', grave: 'g', acute: 'a', hook: 'h', tilde: 't', dot: 'd' };

const digitOf: Record<string, string> = { â: '6', ê: '6', ô: '6', ơ: '7', ư: '7', ă: '8', đ: '9' };

/** The code of one syllable, or null where it carries no mark of Vietnamese. */
export function encodeTone(word: string): string | null {
  const folded = fold(word);
  if (folded === word.toLowerCase()) return null;
  const [bare, tone] = splitTone(word);
  let digits = '';
  for (const letter of bare) digits += digitOf[letter] ?? '';
  if (digits === '' && tone === 'level') return null;
  return `${folded}q${digits}${toneLetters[tone]}q`;
}

/**
 * A text as codes in order, separated by spaces. What has no mark stays as it is, folded: neighbours must remain neighbours.
 */
export function encodeTones(text: string): string {
  return syllables(text)
    .map((word) => {
      const { folded, code } = formsOf(word);
      return code ?? folded;
    })
    .join(' ');
}

/** Whether a word of such a text is a code. */
export const isToneCode = (word: string) => /q[6789]*[lgahtd]q$/.test(word);

/** A word as an index sees it. */
export type Forms = { folded: string; code: string | null };

/** Few words make up most of every text; bounded, because the others never end. */
const known = new Map<string, Forms>();
const mostKnown = 50_000;
const longestKnown = 12;

export function formsOf(word: string): Forms {
  let forms = known.get(word);
  if (forms === undefined) {
    forms = { folded: fold(word), code: encodeTone(word) };
    if (word.length > longestKnown) return forms;
    if (known.size >= mostKnown) known.clear();
    known.set(word, forms);
  }
  return forms;
}
