import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import {
  ParseSpeeds,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { NotValid } from '#app/domain/refusal.ts';

const inflated = promisify(inflate);

/** Bytes all packed parts of one file may unpack to. */
const mostUnpacked = 192 * 1024 * 1024;

/** Programs, hidden files and the like: names of the PDF standard (ISO 32000) that make a paper do something. */
const active = new Set(
  ['JavaScript', 'JS', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'Filespec', 'RichMedia', 'RichMediaContent', 'XFA']
    .concat(['SubmitForm', 'ImportData', 'GoToE', 'Movie', 'Sound', 'Rendition', 'AA'])
    .map((name) => `/${name}`),
);

/** What tells who made the file and with what. */
const telling = ['Metadata', 'PieceInfo', 'LastModified', 'SpiderInfo', 'Thumb'].map((name) => PDFName.of(name));

function refuse(key: string): NotValid {
  return new NotValid({ file: [{ key: `ideas:problems.${key}` }] });
}

/**
 * The same paper without what it says of its author: document information, XMP, application data, comment authors, the
 * metadata of its photographs, and every older revision that is still in the file. Throws NotValid where it is damaged,
 * locked, carries programs or other files, or unpacks to more than it should.
 */
export async function cleanPdf(bytes: Uint8Array): Promise<Buffer> {
  await insistItUnpacks(bytes);
  try {
    const paper = await PDFDocument.load(bytes, {
      updateMetadata: false,
      throwOnInvalidObject: true,
      parseSpeed: ParseSpeeds.Fastest,
    });
    const { context } = paper;
    if (paper.getPageCount() === 0) throw refuse('fileDamaged');
    for (const [, object] of context.enumerateIndirectObjects()) cleanObject(object);
    context.trailerInfo.Info = undefined;
    context.trailerInfo.ID = undefined;
    dropUnreached(context);
    return Buffer.from(await paper.save({ updateFieldAppearances: false, addDefaultPage: false }));
  } catch (error) {
    if (error instanceof NotValid) throw error;
    const locked = error instanceof Error && /encrypt/i.test(`${error.name} ${error.message}`);
    throw refuse(locked ? 'fileLocked' : 'fileDamaged');
  }
}

/**
 * Unpacks every packed part once, within a limit, before anything else reads it. Parts that hold objects are read by
 * the parser itself and may be packed in the plain way only.
 */
async function insistItUnpacks(bytes: Uint8Array): Promise<void> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = mostUnpacked;
  let from = 0;
  for (;;) {
    const at = file.indexOf('stream', from, 'latin1');
    if (at === -1) return;
    from = at + 6;
    if (file.toString('latin1', at - 3, at) === 'end') continue;
    let start = at + 6;
    if (file[start] === 13) start += 1;
    if (file[start] === 10) start += 1;
    const end = file.indexOf('endstream', start, 'latin1');
    if (end === -1) return;
    from = end + 9;
    const about = file.toString('latin1', Math.max(0, at - 2000), at);
    const dictionary = about
      .slice(about.lastIndexOf(' obj') + 1)
      .replaceAll(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    const holdsObjects = /\/(ObjStm|XRef)\b/.test(dictionary);
    if (
      holdsObjects &&
      /\/Filter/.test(dictionary) &&
      !/\/Filter\s*(\/FlateDecode|\[\s*\/FlateDecode\s*\])/.test(dictionary)
    ) {
      throw refuse('fileDamaged');
    }
    if (!looksPacked(file, start)) continue;
    try {
      const unpacked = await inflated(file.subarray(start, end), { maxOutputLength: Math.max(1, left) });
      left -= unpacked.byteLength;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw refuse('fileBomb');
    }
    if (left <= 0) throw refuse('fileBomb');
  }
}

/** The two bytes every zlib stream begins with (RFC 1950). */
function looksPacked(file: Buffer, at: number): boolean {
  const first = file[at];
  const second = file[at + 1];
  return first !== undefined && second !== undefined && (first & 15) === 8 && (first * 256 + second) % 31 === 0;
}

function cleanObject(object: PDFObject): void {
  if (object instanceof PDFStream) {
    cleanObject(object.dict);
    if (object instanceof PDFRawStream && isJpeg(object)) {
      (object as { contents: Uint8Array }).contents = stripJpeg(object.contents);
    }
    return;
  }
  if (object instanceof PDFArray) {
    for (let index = 0; index < object.size(); index += 1) cleanObject(object.get(index));
    return;
  }
  if (object instanceof PDFName) {
    if (active.has(object.asString())) throw refuse('fileActive');
    return;
  }
  if (!(object instanceof PDFDict)) return;
  for (const name of telling) object.delete(name);
  const subtype = object.get(PDFName.of('Subtype'));
  const isNote = object.has(PDFName.of('Rect')) && subtype !== undefined && subtype !== PDFName.of('Widget');
  if (isNote) for (const name of ['T', 'M', 'CreationDate', 'NM']) object.delete(PDFName.of(name));
  for (const [key, value] of object.entries()) {
    if (active.has(key.asString())) throw refuse('fileActive');
    cleanObject(value);
  }
}

function isJpeg(stream: PDFRawStream): boolean {
  const filter = stream.dict.get(PDFName.of('Filter'));
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.get(0) : filter;
  return only === PDFName.of('DCTDecode');
}

/** A JPEG without its application segments and comments, but for what colours need (JFIF, ICC, Adobe). */
export function stripJpeg(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return bytes;
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda || marker === 0xd9) break;
    const length = (bytes[at + 2]! << 8) | bytes[at + 3]!;
    const isApplication = marker >= 0xe0 && marker <= 0xef;
    const isColour = marker === 0xe0 || marker === 0xe2 || marker === 0xee;
    if (!(isApplication && !isColour) && marker !== 0xfe) kept.push(bytes.subarray(at, at + 2 + length));
    at += 2 + length;
  }
  kept.push(bytes.subarray(Math.min(at, bytes.length)));
  return Buffer.concat(kept);
}

/** Removes every object that no page leads to: older revisions and whatever was only taken out of sight. */
function dropUnreached(context: PDFContext): void {
  const reached = new Set<PDFRef>();
  const left: (PDFObject | undefined)[] = [context.trailerInfo.Root];
  while (left.length > 0) {
    const object = left.pop();
    if (object instanceof PDFRef) {
      if (reached.has(object)) continue;
      reached.add(object);
      left.push(context.lookup(object));
    } else if (object instanceof PDFStream) left.push(object.dict);
    else if (object instanceof PDFDict) for (const [, value] of object.entries()) left.push(value);
    else if (object instanceof PDFArray) left.push(...object.asArray());
  }
  for (const [reference] of context.enumerateIndirectObjects()) if (!reached.has(reference)) context.delete(reference);
}
