import { isSyllable, type Tone, withTone } from './syllable.ts';

/**
 * Telex and VNI left-overs: what is in the box when the keyboard was meant to write Vietnamese and did not ("nuowcs sachj", "nu7o7c1 sach5").
 * Source of the rules: the two input methods as all Vietnamese keyboards have them; marks may be typed at the end ("vietej").
 */
const toneOf: Record<string, Tone> = { f: 'grave', s: 'acute', r: 'hook', x: 'tilde', j: 'dot' };
const circumflex: Record<string, string> = { a: 'â', e: 'ê', o: 'ô' };
const vowel = /[aăâeêioôơuưy]/;

function horned(bare: string): string {
  const start = bare.startsWith('qu') ? 2 : 0;
  const rest = bare.slice(start);
  for (const [from, to] of [
    ['uo', 'ươ'],
    ['uơ', 'ươ'],
    ['ưo', 'ươ'],
    ['oa', 'oă'],
    ['o', 'ơ'],
    ['u', 'ư'],
    ['a', 'ă'],
  ] as const) {
    const at = rest.indexOf(from);
    if (at >= 0) return bare.slice(0, start) + rest.slice(0, at) + to + rest.slice(at + from.length);
  }
  return `${bare}ư`;
}

/** `far`: a vowel typed again takes its hat even where other letters stand between ("vietej"). */
function apply(keys: string, far: boolean): string {
  let bare = '';
  let tone: Tone = 'level';
  for (const key of keys) {
    const said = toneOf[key];
    if (said !== undefined && vowel.test(bare)) {
      tone = said;
    } else if (key === 'w') {
      bare = horned(bare);
    } else if (key === 'd' && bare.startsWith('d')) {
      bare = `đ${bare.slice(1)}`;
    } else if (circumflex[key] !== undefined && (far ? bare.includes(key) : bare.endsWith(key))) {
      const at = bare.lastIndexOf(key);
      bare = bare.slice(0, at) + circumflex[key] + bare.slice(at + 1);
    } else {
      bare += key;
    }
  }
  // Open, the pair is uơ (thuở); only before a last letter is it ươ (thưởng).
  return withTone(bare.replace(/ươ$/, 'uơ'), tone);
}

const digitTones: Record<string, Tone> = { '1': 'acute', '2': 'grave', '3': 'hook', '4': 'tilde', '5': 'dot' };

/** VNI: marks as digits, behind their letter or at the end of the word ("nu7o7c1", "nuoc71", "d9a6t1"). */
function applyDigits(keys: string): string {
  let bare = '';
  let tone: Tone = 'level';
  for (const key of keys) {
    const said = digitTones[key];
    // What a digit changes stands before it: "h2o" is no Vietnamese.
    if (!/[a-z]/.test(key) && key !== '9' && !vowel.test(bare)) return '';
    if (said !== undefined) tone = said;
    else if (key === '6') bare = hatted(bare);
    else if (key === '7') bare = horned(bare);
    else if (key === '8') bare = bare.replace(/a(?!.*a)/, 'ă');
    else if (key === '9') bare = bare.replace(/^d/, 'đ');
    else bare += key;
  }
  return withTone(bare.replace(/ươ$/, 'uơ'), tone);
}

function hatted(bare: string): string {
  const at = Math.max(...['a', 'e', 'o'].map((letter) => bare.lastIndexOf(letter)));
  return at < 0 ? bare : bare.slice(0, at) + circumflex[bare[at]!] + bare.slice(at + 1);
}

/**
 * What the keys would have written, or null where that is no Vietnamese syllable or the keys hold nothing to repair.
 * A guess: "test" gives "tét". Ask the corpus which of the two it knows.
 */
export function repairKeys(word: string): string | null {
  const keys = word.toLowerCase();
  if (/^[a-z]+[1-9][a-z1-9]*$/.test(keys) && keys.length <= 12) {
    const repaired = applyDigits(keys);
    return isSyllable(repaired) ? repaired : null;
  }
  if (!/^[a-z]{2,10}$/.test(keys)) return null;
  for (const far of [true, false]) {
    const repaired = apply(keys, far);
    if (repaired !== keys && isSyllable(repaired)) return repaired;
  }
  return null;
}
