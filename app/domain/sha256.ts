import { canonicalJson } from './canonical-json.ts';

const encoder = new TextEncoder();

/** SHA-256 in lower-case hexadecimal; text is hashed as UTF-8. Runs in a browser (secure context) and in Node alike. */
export async function sha256(content: string | Uint8Array): Promise<string> {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content;
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource)));
}

/** SHA-256 of a value's canonical JSON (RFC 8785). Throws TypeError for what JSON cannot carry. */
export async function hashOfJson(value: unknown): Promise<string> {
  return sha256(canonicalJson(value));
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The bytes written as hexadecimal. Throws RangeError for anything else. */
export function bytesOfHex(text: string): Uint8Array {
  if (!/^([0-9a-f]{2})*$/i.test(text)) throw new RangeError('not hexadecimal');
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
