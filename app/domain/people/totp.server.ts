import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** RFC 6238 with what every authenticator knows: SHA-1, thirty seconds, six figures. */
const seconds = 30;
const figures = 6;

/** RFC 4226 asks for 160 bits. */
export function newTotpSecret(): Buffer {
  return randomBytes(20);
}

export function stepAt(moment: Date): number {
  return Math.floor(moment.getTime() / 1000 / seconds);
}

/** The code of one step (RFC 4226, section 5.3). */
export function codeOf(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const at = mac[19]! & 15;
  return String((mac.readUInt32BE(at) & 0x7f_ff_ff_ff) % 10 ** figures).padStart(figures, '0');
}

/** The step whose code this is: now, or one to either side for clocks that differ (RFC 6238, section 5.2). Null: none. */
export function stepOf(secret: Uint8Array, code: string, moment: Date): number | null {
  const typed = Buffer.from(code);
  const near = [0, -1, 1].map((away) => stepAt(moment) + away);
  const matching = near.filter((step) => {
    const right = Buffer.from(codeOf(secret, step));
    return right.length === typed.length && timingSafeEqual(right, typed);
  });
  return matching[0] ?? null;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 without padding, as authenticators read it. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}
