import { fold, nfc, syllables } from '#app/domain/vietnamese.ts';

/** What would give a team away: their names, mails, phone numbers, and the schools or firms they come from. */
export type TellTale = { kind: 'person' | 'mail' | 'phone' | 'unit'; text: string };

/** A piece of what judges will read: a section of the text, or the name of a file. */
export type Piece = { section: string; text: string };

export type Leak = { kind: TellTale['kind']; section: string };

function spaced(words: string[]): string {
  return ` ${words.join(' ')} `;
}

/** Words the names of schools and firms begin with, which tell nobody apart. */
const kindsOfUnits =
  /^(trường|đại học|cao đẳng|học viện|viện|công ty|tnhh|cổ phần|thpt|thcs|tiểu học|trung tâm|hợp tác xã)(?=\s|$)\s*/u;

/** "Trường THPT Lê Văn Tám" is also found as "THPT Lê Văn Tám" and as "Lê Văn Tám". */
function shortForms(unit: string): string[] {
  const forms = [unit];
  let rest = unit.toLowerCase();
  for (let shorter = rest.replace(kindsOfUnits, ''); shorter !== rest; shorter = rest.replace(kindsOfUnits, '')) {
    rest = shorter;
    if (syllables(rest).length >= 3) forms.push(rest);
  }
  return forms;
}

/**
 * Where a text gives its team away. Names are found with their tones, and without when they have three syllables or more
 * (two toneless syllables are too often something else). Each kind is told once a section.
 */
export function findOwnNames(tellTales: readonly TellTale[], pieces: readonly Piece[]): Leak[] {
  const leaks: Leak[] = [];
  for (const { section, text } of pieces) {
    const clean = nfc(text).toLowerCase();
    const marked = spaced(syllables(clean));
    const plain = spaced(syllables(fold(clean)));
    const digits = clean.replaceAll(/[\s.()-]/g, '');
    const kinds = new Set<TellTale['kind']>();
    for (const { kind, text: told } of tellTales) {
      if (kinds.has(kind)) continue;
      const whole = nfc(told).toLowerCase().trim();
      if (whole === '') continue;
      const found =
        kind === 'mail'
          ? clean.includes(whole)
          : kind === 'phone'
            ? whole.length >= 8 && digits.includes(whole.replace(/^\+84/, '0').replaceAll(/\D/g, '').replace(/^0/, ''))
            : (kind === 'unit' ? shortForms(whole) : [whole]).some((form) => {
                const words = syllables(form);
                if (words.length < 2) return false;
                if (marked.includes(spaced(words))) return true;
                return words.length >= 3 && plain.includes(spaced(syllables(fold(form))));
              });
      if (found) kinds.add(kind);
    }
    for (const kind of kinds) leaks.push({ kind, section });
  }
  return leaks;
}
