import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { secrets } from './secrets.server.ts';

const cipher = 'aes-256-gcm';

/** A key of its own for each use, all from the one secret of DATA_DIR/secrets.json. */
function keyFor(use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secrets().signing, '', `y-hay ${use}`, 32));
}

/** Encrypts for the database. `use` says what for, `owner` whose it is: what is copied to another row opens nothing. */
export function seal(text: Uint8Array, { use, owner }: { use: string; owner: string }): string {
  const nonce = randomBytes(12);
  const sealing = createCipheriv(cipher, keyFor(use), nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([sealing.update(text), sealing.final()]);
  return Buffer.concat([nonce, sealing.getAuthTag(), sealed]).toString('base64');
}

/** What was sealed; throws where it was changed, belongs to another or the secrets are not those it was sealed under. */
export function unseal(sealed: string, { use, owner }: { use: string; owner: string }): Buffer {
  const bytes = Buffer.from(sealed, 'base64');
  const opening = createDecipheriv(cipher, keyFor(use), bytes.subarray(0, 12)).setAAD(Buffer.from(owner));
  opening.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([opening.update(bytes.subarray(28)), opening.final()]);
}

/** A hash that says nothing without the secrets, for what is too short for a plain one. */
export function keyedHash(text: string, { use }: { use: string }): string {
  return createHmac('sha256', keyFor(use)).update(text).digest('base64url');
}

/** Signs words that leave the site and must come back unchanged: "words~signature". */
export function signWords(words: string, { use }: { use: string }): string {
  return `${words}~${keyedHash(words, { use })}`;
}

/** The words, where the signature is ours; else null. */
export function readSigned(signed: string, { use }: { use: string }): string | null {
  const at = signed.lastIndexOf('~');
  const words = signed.slice(0, Math.max(0, at));
  const given = Buffer.from(signed.slice(at + 1));
  const right = Buffer.from(keyedHash(words, { use }));
  return at > 0 && given.length === right.length && timingSafeEqual(given, right) ? words : null;
}
