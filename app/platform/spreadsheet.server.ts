import { inflateRawSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';

/** What a table may hold at most. Bytes are counted as they came, and as they unfold. */
export const mostTable = { bytes: 2_000_000, unfolded: 24_000_000, parts: 300, rows: 2_000, columns: 40 } as const;

export type UnreadableWhy = 'kind' | 'broken' | 'encoding' | 'large' | 'empty';

/** The file is no table we can read. */
export class UnreadableTable extends Error {
  constructor(readonly why: UnreadableWhy) {
    super(why);
  }
}

/**
 * The cells of an Excel workbook's first sheet, or of a text file with commas, semicolons or tabs between (UTF-8 with or without its mark,
 * or UTF-16 as Excel's "Unicode text"), row by row, as trimmed text; empty rows are left out, and every row knows its number in the file.
 * Nothing is unfolded beyond the bounds. Throws UnreadableTable.
 */
export async function readTable(bytes: Uint8Array): Promise<{ line: number; cells: string[] }[]> {
  if (bytes.length === 0) throw new UnreadableTable('empty');
  if (bytes.length > mostTable.bytes) throw new UnreadableTable('large');
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  // The old binary format, and whatever else is no text.
  if (!zip && bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new UnreadableTable('kind');
  const rows = zip ? await readWorkbook(bytes) : readText(bytes);
  if (rows.length > mostTable.rows || rows.some((row) => row.length > mostTable.columns)) {
    throw new UnreadableTable('large');
  }
  const filled = rows
    .map((cells, at) => ({ line: at + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (filled.length === 0) throw new UnreadableTable('empty');
  return filled;
}

async function readWorkbook(bytes: Uint8Array): Promise<string[][]> {
  unfoldWithin(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  try {
    const rows = await readSheet(Buffer.from(bytes), 1);
    return rows.map((row) => row.map(textOf));
  } catch {
    throw new UnreadableTable('broken');
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

/** Unfolds every part of a ZIP file once, within the bounds: what it says of its own sizes is not believed. */
function unfoldWithin(file: Buffer): void {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > file.length) throw new UnreadableTable('broken');
  const parts = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  if (parts > mostTable.parts) throw new UnreadableTable('large');
  let left: number = mostTable.unfolded;
  for (let part = 0; part < parts; part += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) throw new UnreadableTable('broken');
    const [locked, method] = [file.readUInt16LE(at + 8) & 1, file.readUInt16LE(at + 10)];
    const [folded, unfolded] = [file.readUInt32LE(at + 20), file.readUInt32LE(at + 24)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset));
    const head = file.readUInt32LE(at + 42);
    if (locked === 1 || head + 30 > file.length || (method !== 0 && method !== 8)) throw new UnreadableTable('broken');
    if (unfolded > left) throw new UnreadableTable('large');
    const from = head + 30 + file.readUInt16LE(head + 26) + file.readUInt16LE(head + 28);
    const content = unfold(file.subarray(from, from + folded), method, left);
    insistOnNear(content);
    left -= content.length;
    at += 46 + name! + extra! + comment!;
  }
}

function unfold(data: Buffer, method: number, most: number): Buffer {
  if (method === 0) {
    if (data.length > most) throw new UnreadableTable('large');
    return data;
  }
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    throw new UnreadableTable((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'large' : 'broken');
  }
}

/** One cell that says it stands in row 1,048,576 makes a million rows: what is further away than a table may reach is not laid out. */
function insistOnNear(content: Buffer): void {
  for (const [, column = '', row = '', other] of content
    .toString('latin1')
    .matchAll(/\sr\s*=\s*["'](?:([A-Za-z]{0,3})(\d{1,7})["']|([^"']*))/g)) {
    if (other !== undefined || Number(row) > mostTable.rows || columnNumber(column) > mostTable.columns) {
      throw new UnreadableTable('large');
    }
  }
}

/** A is 1, Z 26, AA 27; no letters are 0. */
function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function readText(bytes: Uint8Array): string[][] {
  const text = decoded(bytes);
  if (text.includes('\u0000')) throw new UnreadableTable('kind');
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      to: mostTable.rows + 1,
    }) as string[][];
  } catch {
    throw new UnreadableTable('broken');
  }
}

function decoded(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  try {
    return new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableTable('encoding');
  }
}

/** Whatever stands most often between the cells of the first line, outside quotes. */
function delimiterOf(text: string): string {
  const first = (text.split(/\r?\n/).find((line) => line.trim() !== '') ?? '').replaceAll(/"[^"]*"/g, '');
  const count = (sign: string) => first.split(sign).length;
  return [';', '\t', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
