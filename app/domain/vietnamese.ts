/**
 * Vietnamese text, pure: what the bank, its addresses and its search all need to agree on.
 *
 * "Folded" means: lower case, no tones, no vowel marks, đ as d. Two spellings with the same folded form are the same word to
 * somebody typing without a Vietnamese keyboard.
 */

const unpairedSurrogates = /\p{Surrogate}/gu;
// Controls other than tab, line feed and carriage return; and the invisible marks that Word and the web leave behind.
const invisible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const combiningMarks = /[\u0300-\u036f]/g;
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const asciiOnly = /^[\u0000-\u007e]*$/;

/** One code point per letter (NFC), no unpaired surrogates (they become U+FFFD), no invisible characters. */
export function nfc(text: string): string {
  return text.replace(unpairedSurrogates, '\ufffd').replace(invisible, '').normalize('NFC');
}

/** Lower case without tones, vowel marks and đ: "Đường Hòa Bình" → "duong hoa binh". Idempotent. */
export function fold(text: string): string {
  if (asciiOnly.test(text)) return text.toLowerCase();
  return text
    .replace(unpairedSurrogates, '\ufffd')
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(combiningMarks, '')
    .replace(/[đð]/g, 'd')
    .normalize('NFC');
}

/** Whether anything in it carries a tone, a vowel mark or a bar: "đá" yes, "da" no. */
export function hasMarks(text: string): boolean {
  return fold(text) !== text.toLowerCase();
}

/** The words of a text in order, as written; in Vietnamese a word of this kind is one syllable. Punctuation and emoji are none. */
export function syllables(text: string): string[] {
  return text.match(wordPattern) ?? [];
}

/** A word and where it stands: `start` and `end` are indexes of UTF-16 units into the text as given. */
export type Placed = { word: string; start: number; end: number };

export function placedSyllables(text: string): Placed[] {
  const placed: Placed[] = [];
  for (const match of text.matchAll(wordPattern)) {
    placed.push({ word: match[0], start: match.index, end: match.index + match[0].length });
  }
  return placed;
}

/**
 * A clean piece of an address: "Lọc nước sạch!" → "loc-nuoc-sach". At most `longest` characters, cut between syllables
 * where there is one to cut at. Empty when the text holds no letter or digit of the Latin alphabet.
 */
export function slugOf(text: string, longest = 80): string {
  const words = fold(text).match(/[a-z0-9]+/g) ?? [];
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (longer.length > longest) return slug === '' ? word.slice(0, longest) : slug;
    slug = longer;
  }
  return slug;
}

/** Equal whatever the tones, case, spacing and punctuation: for comparing names and titles that people typed. */
export function sameFolded(one: string, other: string): boolean {
  return syllables(fold(one)).join(' ') === syllables(fold(other)).join(' ');
}
