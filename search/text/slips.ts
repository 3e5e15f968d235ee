/** How people mistype a folded word, and what they probably meant. */

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

const alternatives = (list: string) => list.split('·').map((group) => group.trim().split(' '));

/**
 * Letters that are one sound to many: in the North s and x, tr and ch, d, gi and r; around Hanoi l and n; in the South the last n and ng, t and c;
 * and what is written for short in messages (f, j, z, w).
 */
const onsets = alternatives(
  's x · tr ch · d gi r v · d z · gi z · gi j · l n · c k q · k kh · ng ngh · g gh · ph f · p ph · qu w · qu g · hu u · t th',
);
const endings = alternatives('n ng · n nh · t c · t ch · c ch · c k · i y · ai ay · ao au · iu ieu · uu uou · oi ui');

const vowel = /[aeiouy]/;

/** The same word as those would write it who speak, or shorten, otherwise. */
export function* soundsLike(word: string): Generator<string> {
  for (const group of onsets) {
    for (const onset of group) {
      // No letter of an onset is left over: "nh" does not begin with the onset n.
      if (!word.startsWith(onset) || !vowel.test(word[onset.length] ?? '')) continue;
      for (const other of group) if (other !== onset) yield other + word.slice(onset.length);
    }
  }
  for (const group of endings) {
    for (const ending of group) {
      const rest = word.slice(0, -ending.length);
      if (rest === '' || !word.endsWith(ending)) continue;
      if (!vowel.test(ending[0]!) && !vowel.test(rest.at(-1)!)) continue;
      for (const other of group) if (other !== ending) yield rest + other;
    }
  }
}

/**
 * How far a word that was meant is from what was typed, as people slip: 0 the last letter is not there yet, 1 another slip or a sound
 * written otherwise, 2 the first letter is wrong, which hardly happens unless the sound is the same.
 */
export function strangeness(typed: string, meant: string): 0 | 1 | 2 {
  if (meant.length === typed.length + 1 && meant.startsWith(typed)) return 0;
  if (meant[0] === typed[0]) return 1;
  for (const other of soundsLike(typed)) if (other === meant) return 1;
  // Two letters swapped at the beginning: both are there.
  return meant[0] === typed[1] && meant[1] === typed[0] ? 1 : 2;
}
