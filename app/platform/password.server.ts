import { hash, verify } from '@node-rs/argon2';

/** The library's `Algorithm.Argon2id`: its enum exists for the compiler only. */
const argon2id = 2;

/** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. */
const cost = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The same letters typed on any keyboard give the same bytes. */
function bytesOf(password: string): Buffer {
  return Buffer.from(password.normalize('NFKC'), 'utf8');
}

export function hashPassword(password: string): Promise<string> {
  return hash(bytesOf(password), cost);
}

let nobodysHash: Promise<string> | undefined;

/** Takes as long for an account that does not exist (`hash` null) as for one that does, and is then false. */
export async function verifyPassword(hash: string | null, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword('no account has this password');
  const matches = await verify(hash ?? (await nobodysHash), bytesOf(password)).catch(() => false);
  return hash !== null && matches;
}
