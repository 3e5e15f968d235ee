import { receiptAlphabet } from '#app/domain/contests/entry.ts';

/** `CN26-0007-K7Q2M9XWFT`: the year, the number in its round, and ten signs nobody can guess (49 bits). */
export const certificateForm = /^CN\d{2}-\d{4,}-[2-9A-HJKMNP-TV-Z]{10}$/;

/** Throws RangeError where fewer than ten of the random bytes can be used. */
export function writeCertificateNumber({
  year,
  number,
  bytes,
}: {
  year: number;
  number: number;
  bytes: Uint8Array;
}): string {
  // Bytes above the last whole multiple of the alphabet are passed over: every sign is equally likely.
  const even = bytes.filter((byte) => byte < 256 - (256 % receiptAlphabet.length));
  if (even.length < 10) throw new RangeError('not enough random bytes for a certificate');
  const secret = Array.from(even.slice(0, 10), (byte) => receiptAlphabet[byte % receiptAlphabet.length]).join('');
  return `CN${String(year % 100).padStart(2, '0')}-${String(number).padStart(4, '0')}-${secret}`;
}

/** Why a certificate was revoked, where it was an appeal that changed the award; pages say it in words. */
export const revokedByAppeal = 'APPEAL';

export type CertificateState = 'valid' | 'revoked';

export function certificateState({ revokedAt }: { revokedAt: Date | null }): CertificateState {
  return revokedAt === null ? 'valid' : 'revoked';
}

/** What stands on a certificate; names as they are, since it is handed to its holder. */
export type CertificateFacts = {
  number: string;
  issuedAt: Date;
  name: string;
  award: string;
  title: string;
  contest: string;
  host: string;
  /** Where it is issued; empty where the host has no province. */
  place: string;
  division: string | null;
};
