import { z } from 'zod';
import { canonicalJson, type Json } from '#app/domain/canonical-json.ts';
import type { ChainRecord, Opening } from '#app/domain/history/record/record.ts';
import { publicKinds } from '#app/domain/history/record/record-body.ts';

/** A record as a bundle hands it out, with what its commitment hides where the reader may know. */
export type BundledRecord = ChainRecord & { opened?: Opening };

/**
 * A contest's record to carry away and check: full for those entitled to every ballot; public with the kinds anyone may read,
 * where the numbers of the others are left out. `root` is the hash of the last record.
 */
export type Bundle = { records: readonly BundledRecord[]; root: string };

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const json = z.custom<Json>((value) => value !== undefined);

export const bundledRecord = z.strictObject({
  n: z.number().int().min(1),
  kind: z.string(),
  at: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
  body: json,
  commitment: hash.nullable(),
  previous: hash,
  hash,
  opened: z.strictObject({ salt: hash, content: json }).optional(),
});

/** The bundle anyone may have: it ends with the newest record that anyone may read. Null where there is none yet. */
export function publicBundle(records: readonly BundledRecord[]): Bundle | null {
  return bundleOf(records.filter(({ kind }) => (publicKinds as readonly string[]).includes(kind)));
}

/** Every record there is. Null where there is none. */
export function fullBundle(records: readonly BundledRecord[]): Bundle | null {
  return bundleOf(records);
}

function bundleOf(records: readonly BundledRecord[]): Bundle | null {
  const last = records.at(-1);
  return last === undefined ? null : { records, root: last.hash };
}

/** The bundle as a file: canonical JSON, so that equal bundles are equal files and no byte is idle. */
export function writeBundle(bundle: Bundle): string {
  return canonicalJson(bundle);
}

/** Where a text stops being a bundle: the number of the record, as far as it can be told. */
export class BrokenBundle extends Error {
  constructor(
    readonly record: number,
    message: string,
  ) {
    super(message);
  }
}

/** What is no bundle at all. */
export class NoBundle extends Error {}

/**
 * The records of a bundle's text and the root it names, unchecked. Throws BrokenBundle, naming the record, where the text was
 * damaged, and NoBundle for something else altogether.
 */
export function readBundle(text: string): { records: unknown[]; root: unknown } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw brokenText(text);
  }
  const records = (parsed as { records?: unknown } | null)?.records;
  if (typeof parsed !== 'object' || parsed === null || !Array.isArray(records) || records.length === 0) {
    throw looksLikeBundle(text)
      ? new BrokenBundle(1, 'the list of records is damaged')
      : new NoBundle('records: missing');
  }
  const twice = repeatedName(text);
  if (twice !== null) {
    const number = twice.record === null ? lastNumber(records) : (numberOf(records[twice.record]) ?? twice.record + 1);
    throw new BrokenBundle(number, `${JSON.stringify(twice.name)} stands twice in one object`);
  }
  const { root, records: _, ...more } = parsed as Record<string, unknown>;
  if (root === undefined || Object.keys(more).length > 0) {
    throw new BrokenBundle(
      lastNumber(records),
      root === undefined ? 'the root is missing' : 'the file holds more than a bundle',
    );
  }
  return { records, root };
}

/**
 * The first name that an object of a sound JSON text bears twice, and the index of the record it stands in; null where all differ. One
 * reader takes the first of two, another the last, so that a text with both says nothing (RFC 7493 forbids it).
 */
function repeatedName(text: string): { name: string; record: number | null } | null {
  const open: (Set<string> | null)[] = [];
  let [name, record] = ['', 0];
  for (const [token] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:,]/g)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (token === ',') record += Number(open.length === 2 && open[1] === null);
    else if (token === ':') {
      const names = open.at(-1)!;
      if (names.has(name)) return { name, record: open.length > 2 ? record : null };
      names.add(name);
    } else name = JSON.parse(token);
  }
  return null;
}

/** What is said of a fault behind the last record names that one. */
export function lastNumber(records: readonly unknown[]): number {
  return numberOf(records.at(-1)) ?? records.length;
}

function numberOf(record: unknown): number | null {
  const n = (record as { n?: unknown } | null | undefined)?.n;
  return typeof n === 'number' && Number.isSafeInteger(n) && n > 0 ? n : null;
}

/** A bundle with one damaged byte still shows its hashes. */
function looksLikeBundle(text: string): boolean {
  return /"hash":\s*"[0-9a-f]{64}"/.test(text);
}

/** Reads the list of records one by one, and names the first that is no JSON. */
function brokenText(text: string): Error {
  if (!looksLikeBundle(text)) return new NoBundle('not JSON');
  let at = Math.max(0, text.indexOf('['));
  let before = 0;
  let count = 0;
  while (text.includes('"hash"', at)) {
    at += 1 + /^\s*/.exec(text.slice(at + 1, at + 100))![0].length;
    const end = endOfObject(text, at);
    const piece = text.slice(at, end);
    const number = numberIn(piece);
    if (number === null) {
      // Without gaps so far its number is its place; after a gap, what it says itself if that can be.
      const said = Number(/"n":\s*(\d+)/.exec(piece)?.[1] ?? 0);
      return new BrokenBundle(before === count || said <= before ? before + 1 : said, 'is not JSON');
    }
    before = number;
    count += 1;
    at = end;
    const next = /^\s*(.?)/s.exec(text.slice(at, at + 100))!;
    if (next[1] === ']') break;
    if (next[1] !== ',' && text.includes('"hash"', at)) {
      return new BrokenBundle(before + 1, 'does not follow the one before as JSON');
    }
    at += next[0].length - 1;
  }
  const begun = /^\s*\{\s*"records"\s*:\s*\[/.test(text);
  return new BrokenBundle(begun ? Math.max(1, before) : 1, 'the file around the records is not JSON');
}

/** The number a record's text bears; null for a text that is no record. */
function numberIn(piece: string): number | null {
  try {
    return numberOf(JSON.parse(piece));
  } catch {
    return null;
  }
}

/** The place behind the object that begins at `from`; the end of the text where it never ends. */
function endOfObject(text: string, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (quoted) {
      if (sign === '\\') at += 1;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === '{') depth += 1;
    else if (sign === '}') {
      depth -= 1;
      if (depth <= 0) return at + 1;
    }
  }
  return text.length;
}
