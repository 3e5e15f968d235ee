import { fileTypeFromBuffer } from 'file-type';
import { NotValid } from '#app/domain/refusal.ts';
import { cleanImage } from './clean-image.server.ts';
import { cleanPdf } from './clean-pdf.server.ts';
import { type FileType, fileTypes, largestFile } from './idea-file.ts';

/** Kinds people bring that are known and not taken, with what to do instead. */
const advice: [pattern: RegExp, key: string][] = [
  [/heic|heif/, 'fileHeic'],
  [/officedocument|ms-?word|ms-?excel|ms-?powerpoint|x-cfb|opendocument|macroenabled/i, 'fileOffice'],
  [/zip|rar|7z|tar|gzip|compressed/, 'fileArchive'],
  [/^video\/|^audio\//, 'fileMedia'],
  [/^image\//, 'fileImage'],
];

/**
 * A file as it may be kept: known by its bytes, whatever it is called, and cleaned of what it tells about its author.
 * Throws NotValid beside `file` where it is empty, too large, of another kind, damaged, or carries something that acts.
 */
export async function cleanFile(bytes: Uint8Array): Promise<{ bytes: Buffer; mediaType: FileType }> {
  const refuse = (key: string, values?: Record<string, number>) =>
    new NotValid({ file: [{ key: `ideas:problems.${key}`, values }] });
  if (bytes.byteLength === 0) throw refuse('fileEmpty');
  if (bytes.byteLength > largestFile) throw refuse('fileTooLarge', { megabytes: largestFile / 1024 / 1024 });
  const found = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime ?? '';
  if (!(found in fileTypes)) {
    throw refuse(advice.find(([pattern]) => pattern.test(found))?.[1] ?? 'fileKind');
  }
  const mediaType = found as FileType;
  return {
    mediaType,
    bytes: mediaType === 'application/pdf' ? await cleanPdf(bytes) : await cleanImage(bytes, mediaType),
  };
}
