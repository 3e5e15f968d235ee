import { fold, nfc, placedSyllables } from '#app/domain/vietnamese.ts';
import { repairKeys } from './telex.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Longer queries are cut here, and the page says so. Characters. */
export const longestQuery = 400;
const mostWords = 60;

/** A word of a query: as typed (repaired where it had to be), folded, and whether it was typed with its marks. */
export type QueryWord = { written: string; folded: string; marked: boolean };

export type Repair = { from: string; to: string };

/** A word nothing holds, and what it may have been: each reading is one or more folded words. The first is how it was read. */
export type Doubt = { from: string; at: number; readings: string[][]; isRepair: boolean };

export type ReadQuery = {
  /** What was typed: NFC, spaces made one, cut to the longest. */
  typed: string;
  words: QueryWord[];
  /** The last word may be the beginning of one: it is being typed. */
  open: boolean;
  /** The query was longer than is read. */
  cut: boolean;
  /** What was read otherwise than it stands: Telex left-overs, words written as one. */
  repairs: Repair[];
  doubts: Doubt[];
};

/** Words given one by one, as the speller does. */
export function wordsFrom(written: string[]): QueryWord[] {
  return written.map(wordOf);
}

function wordOf(written: string): QueryWord {
  const folded = fold(written);
  return { written, folded, marked: folded !== written.toLowerCase() };
}

/** Whether nothing holds the word as it stands, and its keys write a known one. */
function isLeftOver(word: string, vocabulary: Vocabulary): boolean {
  if (vocabulary.has(word.toLowerCase())) return false;
  const keyed = repairKeys(word);
  return keyed !== null && vocabulary.has(fold(keyed));
}

/**
 * Makes a query out of whatever is typed; never throws. Punctuation, operators, quotes and emoji are no words.
 *
 * `typing`: the person is still at it, so the last word may be unfinished unless a space follows it.
 */
export function readQuery(raw: string, options: { vocabulary?: Vocabulary; typing?: boolean } = {}): ReadQuery {
  const { vocabulary, typing = false } = options;
  // What is thrown away is not worth normalising: a body of a megabyte costs nothing.
  const clean = nfc(raw.slice(0, 4 * longestQuery));
  const trimmed = clean.replace(/\s+/g, ' ').trim();
  const typed = nfc(trimmed.slice(0, longestQuery));
  const placed = placedSyllables(typed);
  const open = typing && placed.length > 0 && placed.at(-1)!.end === typed.length && !/\s$/.test(clean);
  const words: QueryWord[] = [];
  const repairs: Repair[] = [];
  const doubts: Doubt[] = [];
  const isLeftOn =
    vocabulary !== undefined && placed.some(({ word }) => word.length > 2 && isLeftOver(word, vocabulary));
  for (const [i, { word }] of placed.slice(0, mostWords).entries()) {
    const read = wordOf(word);
    const unfinished = open && i === placed.length - 1;
    const known =
      vocabulary === undefined || vocabulary.has(read.folded) || (unfinished && vocabulary.begins(read.folded));
    const keyed = vocabulary === undefined || read.marked ? null : repairKeys(word);
    const telexed = keyed !== null && vocabulary!.has(fold(keyed)) ? [keyed] : null;
    if (known) {
      // Who left the keyboard on left it on for every word: "cos", too, where some text holds that.
      const meant = isLeftOn && telexed !== null ? wordOf(telexed[0]!) : read;
      const isMeant =
        vocabulary !== undefined && vocabulary.documents(meant.folded) > vocabulary.documents(read.folded);
      words.push(isMeant ? meant : read);
      if (isMeant) repairs.push({ from: word, to: meant.written });
      continue;
    }
    const apart = vocabulary.takeApart(word);
    if (read.marked && apart === null) {
      words.push(read);
      continue;
    }
    const isTold = word.length > 2 || isLeftOn;
    const parts = (isTold ? telexed : null) ?? apart;
    const repaired = [telexed, apart].filter((one) => one !== null).map((one) => one.map(fold));
    const slips = unfinished ? [] : vocabulary.near(read.folded).map((near) => [near]);
    doubts.push({
      from: read.folded,
      at: words.length,
      readings: parts === null ? [[read.folded], ...slips] : [...repaired, ...slips],
      isRepair: parts !== null,
    });
    if (parts === null) words.push(read);
    else {
      words.push(...parts.map(wordOf));
      repairs.push({ from: word, to: parts.join(' ') });
    }
  }
  return { typed, words, open, cut: trimmed.length > longestQuery || raw.length > 4 * longestQuery, repairs, doubts };
}
