import type { Because } from '#app/domain/refusal.ts';
import { fold } from '#app/domain/vietnamese.ts';
import { commonPasswords } from './common-passwords.ts';
import { dayKept } from './day.ts';

/** In characters after NFKC. Length is what makes a password hard to guess; no rule asks for odd signs. */
export const passwordLength = { min: 10, max: 200 };

type Owner = { fullName?: string; email?: string | null; userName?: string | null; birthDate?: Date | null };

/**
 * Why this may not be its owner's password; null where it may. Refused are the short, the very long, those everyone tries
 * first, one character or a run over and over, and the owner's own name, address or birth date with figures around it.
 */
export function problemWithPassword(password: string, owner: Owner): Because | null {
  const text = password.normalize('NFKC');
  const length = [...text].length;
  if (length < passwordLength.min) return { key: 'people:problems.passwordShort', values: { min: passwordLength.min } };
  if (length > passwordLength.max) return { key: 'controls:problems.tooLong', values: { max: passwordLength.max } };
  const plain = fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '');
  if (commonPasswords.has(plain) || isMonotonous(text.toLowerCase())) return { key: 'people:problems.passwordCommon' };
  const letters = plain.replaceAll(/\p{N}/gu, '');
  if (ownWords(owner).includes(letters) || isBirthDate(plain, owner)) return { key: 'people:problems.passwordOwn' };
  return null;
}

/** "aaaaaaaaaa", "abababababab", "abcdefghijkl", "9876543210". */
function isMonotonous(text: string): boolean {
  if (/^(.{1,4}?)\1*$/u.test(text) && new Set(text).size <= 4) return true;
  const steps = [...text].slice(1).map((letter, index) => letter.codePointAt(0)! - text.codePointAt(index)!);
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}

/** The owner's name as written, from its end, each pair of neighbours, the mail's local part and the user name. */
function ownWords({ fullName = '', email, userName }: Owner): string[] {
  const names = fold(fullName).match(/[a-z]+/g) ?? [];
  const neighbours = names.slice(1).map((name, index) => `${names[index]}${name}`);
  const addresses = [email?.split('@')[0], email?.replace('@', ''), userName]
    .filter((one) => typeof one === 'string')
    .map((one) => fold(one).replaceAll(/[^a-z]/g, ''));
  return [names.join(''), names.toReversed().join(''), ...names, ...neighbours, ...addresses].filter(
    (word) => word.length >= 2,
  );
}

function isBirthDate(plain: string, { birthDate }: Owner): boolean {
  if (!birthDate) return false;
  const [year, month, day] = dayKept(birthDate).split('-') as [string, string, string];
  return [`${day}${month}${year}`, `${year}${month}${day}`].some(
    (date) => plain !== '' && plain.replaceAll(date, '') === '',
  );
}
