/** Without what is mistaken for one another when read aloud or off a board: 0 O, 1 I L, 2 Z, 5 S, 8 B. */
const alphabet = '34679ACDEFGHJKMNPQRTUVWXY';
const length = 8;

/** Eight signs out of 25 in two groups, "K7QM-4XRA": some 150 thousand million. Bytes are drawn until enough are fair. */
export function makeClassCode(drawBytes: (count: number) => Uint8Array): string {
  const fair = 256 - (256 % alphabet.length);
  let code = '';
  while (code.length < length) {
    for (const byte of drawBytes(length)) {
      if (byte < fair && code.length < length) code += alphabet[byte % alphabet.length];
    }
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** However it was typed ("k7qm 4xra"), as it is kept; null where it is no code at all. */
export function readClassCode(typed: string): string | null {
  const signs = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s–—-]/g, '');
  if (signs.length !== length || [...signs].some((sign) => !alphabet.includes(sign))) return null;
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}

export type ClassCodeState = 'open' | 'full' | 'expired' | 'withdrawn';

export function classCodeState(
  code: { seats: number; taken: number; expiresAt: Date; withdrawnAt: Date | null },
  at: Date,
): ClassCodeState {
  if (code.withdrawnAt !== null) return 'withdrawn';
  if (code.expiresAt.getTime() <= at.getTime()) return 'expired';
  return code.taken >= code.seats ? 'full' : 'open';
}
