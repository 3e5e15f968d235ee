/** Letters and digits that are not taken for one another when read aloud or written by hand. */
export const receiptAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `YH26-0007-K7Q2M9XWFT`: the year, the number in the contest, and ten signs nobody can guess (49 bits). */
export const receiptForm = /^YH\d{2}-\d{4,}-[2-9A-HJKMNP-TV-Z]{10}$/;

/** What somebody typed or scanned, as a receipt is written: upper case, no blanks. */
export function readReceipt(typed: string): string {
  return typed.replaceAll(/\s/g, '').toUpperCase();
}

export function writeReceipt({ year, number, bytes }: { year: number; number: number; bytes: Uint8Array }): string {
  // Bytes above the last whole multiple of the alphabet are passed over: every sign is equally likely.
  const even = bytes.filter((byte) => byte < 256 - (256 % receiptAlphabet.length));
  if (even.length < 10) throw new RangeError('not enough random bytes for a receipt');
  const secret = Array.from(even.slice(0, 10), (byte) => receiptAlphabet[byte % receiptAlphabet.length]).join('');
  return `YH${String(year % 100).padStart(2, '0')}-${String(number).padStart(4, '0')}-${secret}`;
}

export type EntryState = 'standing' | 'withdrawn';

export function entryState({ withdrawal }: { withdrawal: object | null }): EntryState {
  return withdrawal === null ? 'standing' : 'withdrawn';
}
