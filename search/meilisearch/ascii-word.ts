/**
 * A word in letters that Meilisearch leaves alone. Given one Korean or Chinese word it loads that language's dictionaries, a second or two in
 * which a search has no answer; as hexadecimal code points such a word is just a word, and its beginnings are beginnings.
 */
export function asciiWord(word: string): string {
  if (/^[\u0000-\u007e]*$/.test(word)) return word;
  return `zz${[...word].map((letter) => letter.codePointAt(0)!.toString(16).padStart(6, '0')).join('')}`;
}

/** The same of words separated by spaces. */
export function asciiWords(words: string): string {
  if (/^[\u0000-\u007e]*$/.test(words)) return words;
  return words.split(' ').map(asciiWord).join(' ');
}
