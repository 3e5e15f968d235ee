import { randomBytes } from 'node:crypto';
import { crc32, deflateRawSync, constants as zlib } from 'node:zlib';

/** How a visitor is called at the head of a page. */
export type Face = { name: string; initials: string };

/** What on a page is one visitor's alone though everything else is the same for others who see the same. */
export type Own = Face & { nonce: string };

/** What stands in their place while a page is drawn: nobody can write it into a text, since nobody ever reads it. */
const secret = randomBytes(12).toString('hex');
export const standIns: Own = { name: `n${secret}n`, initials: `i${secret}i`, nonce: `c${secret}c` };
const places = new RegExp(Object.values(standIns).join('|'), 'g');
const ownOf = new Map(Object.entries(standIns).map(([own, standIn]) => [standIn, own as keyof Own]));

/** What stands for a visitor in a page that is drawn for many. */
export const standInFace: Face = { name: standIns.name, initials: standIns.initials };

const inMarkup: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' };
const inScript: Record<string, string> = { '&': '\\u0026', '<': '\\u003c', '>': '\\u003e' };

const markup = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => inMarkup[sign]!);

/** Data of a page stands in its script as JSON within a string. */
const script = (text: string) =>
  JSON.stringify(JSON.stringify(text).slice(1, -1))
    .slice(1, -1)
    .replaceAll(/[&<>]/g, (sign) => inScript[sign]!)
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');

type Gap = { own: keyof Own; inScript: boolean };

/** Independent of what stands before it: pieces can be put together in any company. */
const deflated = (bytes: Buffer) => deflateRawSync(bytes, { level: 9, finishFlush: zlib.Z_FULL_FLUSH });

/** A few bytes as they are, between pieces that are deflated (RFC 1951, section 3.2.4). */
function stored(bytes: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt16LE(bytes.length, 1);
  head.writeUInt16LE(~bytes.length & 0xffff, 3);
  return Buffer.concat([head, bytes]);
}

const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 0xff]);
const lastBlock = Buffer.from([3, 0]);

/** A page drawn with the stand-ins, ready to become the page of each of those who see the same. */
export class DrawnPage {
  readonly #pieces: Buffer[] = [];
  readonly #gaps: Gap[] = [];
  #deflated: Buffer[] | undefined;

  constructor(page: string) {
    let from = 0;
    for (const { index, 0: standIn } of page.matchAll(places)) {
      this.#pieces.push(Buffer.from(page.slice(from, index)));
      const opened = page.lastIndexOf('<script', index);
      const within = opened > page.lastIndexOf('</script', index) && page.indexOf('>', opened) < index;
      this.#gaps.push({ own: ownOf.get(standIn)!, inScript: within });
      from = index + standIn.length;
    }
    this.#pieces.push(Buffer.from(page.slice(from)));
  }

  /** In memory, about. */
  get bytes(): number {
    return this.#pieces.reduce((sum, piece) => sum + piece.length * 1.3 + 200, 1_000);
  }

  /** The page of one visitor. */
  with(own: Own): Buffer {
    return Buffer.concat(this.#between(this.#pieces, this.#wordsOf(own)));
  }

  /** The same as gzip (RFC 1952): what everybody sees is deflated once. */
  gzipWith(own: Own): Buffer {
    this.#deflated ??= this.#pieces.map(deflated);
    const words = this.#wordsOf(own);
    const whole = Buffer.concat(this.#between(this.#pieces, words));
    const tail = Buffer.alloc(8);
    tail.writeUInt32LE(crc32(whole), 0);
    tail.writeUInt32LE(whole.length, 4);
    return Buffer.concat([gzipHead, ...this.#between(this.#deflated, words.map(stored)), lastBlock, tail]);
  }

  #wordsOf(own: Own): Buffer[] {
    return this.#gaps.map((gap) => Buffer.from((gap.inScript ? script : markup)(own[gap.own])));
  }

  #between(pieces: Buffer[], words: Buffer[]): Buffer[] {
    return pieces.flatMap((piece, at) => (at < words.length ? [piece, words[at]!] : [piece]));
  }
}

/** Pages by what they show, the least lately asked for going first where there is no more room. */
export class DrawnPages {
  readonly #most: number;
  readonly #kept = new Map<string, { page: DrawnPage; until: number; bytes: number }>();
  #bytes = 0;

  constructor({ mostBytes }: { mostBytes: number }) {
    this.#most = mostBytes;
  }

  /** What was drawn from the same, while it would not read differently at `at` (milliseconds since 1970). */
  find(key: string, at: number): DrawnPage | undefined {
    const kept = this.#take(key);
    if (kept === undefined || at >= kept.until) return undefined;
    this.#put(key, kept);
    return kept.page;
  }

  /** `until`: from this time on it would read differently. */
  keep(key: string, page: DrawnPage, until: number): void {
    this.#take(key);
    this.#put(key, { page, until, bytes: page.bytes });
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#most) break;
      this.#take(oldest);
    }
  }

  #put(key: string, kept: { page: DrawnPage; until: number; bytes: number }): void {
    this.#kept.set(key, kept);
    this.#bytes += kept.bytes;
  }

  #take(key: string) {
    const kept = this.#kept.get(key);
    if (kept === undefined) return undefined;
    this.#kept.delete(key);
    this.#bytes -= kept.bytes;
    return kept;
  }
}
