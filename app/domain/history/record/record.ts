import { canonicalJson, type Json } from '#app/domain/canonical-json.ts';
import { bytesOfHex, hashOfJson, hex, sha256 } from '#app/domain/sha256.ts';

/** One link of a contest's chain. */
export type ChainRecord = {
  /** 1, 2, 3 … */
  n: number;
  kind: string;
  /** UTC, as Date's toISOString writes it. */
  at: string;
  /** Ids, codes and numbers; never a name or a free text. */
  body: Json;
  /** Of the private part, where there is one. */
  commitment: string | null;
  /** Hash of the record before; of the first, `noRecord`. */
  previous: string;
  /** SHA-256 of this record, without this, as canonical JSON. */
  hash: string;
};

/** What opens a commitment. Salt and content are kept beside the chain, and erased together. */
export type Opening = { salt: string; content: Json };

/** What the first record has before it. */
export const noRecord = '0'.repeat(64);

export async function hashOfRecord({ n, kind, at, body, commitment, previous }: Omit<ChainRecord, 'hash'>) {
  return hashOfJson({ n, kind, at, body, commitment, previous });
}

/**
 * SHA-256(salt ‖ content as canonical JSON). The salt is 32 bytes in hexadecimal: without it nobody can find out by trying
 * what was committed to, however short it was. Throws RangeError for another salt.
 */
export async function commitmentOf({ salt, content }: Opening): Promise<string> {
  const key = bytesOfHex(salt);
  if (key.length !== 32) throw new RangeError('a salt has 32 bytes');
  const text = new TextEncoder().encode(canonicalJson(content));
  const both = new Uint8Array(key.length + text.length);
  both.set(key);
  both.set(text, key.length);
  return sha256(both);
}

export function newSalt(): string {
  return hex(crypto.getRandomValues(new Uint8Array(32)));
}

/** The record that follows `last`, and the opening of its private part where it has one. */
export async function nextRecord(
  last: Pick<ChainRecord, 'n' | 'hash'> | null,
  { kind, at, body, content }: { kind: string; at: Date; body: Json; content?: Json },
): Promise<{ record: ChainRecord; opening: Opening | null }> {
  const opening = content === undefined ? null : { salt: newSalt(), content };
  const open = {
    n: (last?.n ?? 0) + 1,
    kind,
    at: at.toISOString(),
    body,
    commitment: opening === null ? null : await commitmentOf(opening),
    previous: last?.hash ?? noRecord,
  };
  return { record: { ...open, hash: await hashOfRecord(open) }, opening };
}
