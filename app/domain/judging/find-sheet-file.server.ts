import type { FileType } from '#app/domain/ideas/idea-file.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { streamStoredFile } from '#app/platform/files.server.ts';
import { sheetFileName, sheetFileOrder } from './find-sheet.server.ts';
import { readSheet } from './lock-sheet.server.ts';

/** The n-th file of the entry a sheet is about, for its judge alone, under a generated name. Throws NotFound. */
export async function findSheetFile({ id, number, by }: { id: string; number: number; by: Actor }): Promise<{
  name: string;
  mediaType: FileType;
  size: number;
  body: ReadableStream<Uint8Array>;
}> {
  const sheet = await readSheet(db, { id, by });
  if (sheet.conflict || sheet.calibrateFirst !== null || !Number.isSafeInteger(number) || number < 1)
    throw new NotFound();
  const file = await db.ideaVersionFile.findFirst({
    where: { versionId: sheet.entry.versionId },
    orderBy: sheetFileOrder,
    skip: Math.min(number - 1, 1000),
    select: { file: { select: { key: true, mediaType: true } } },
  });
  const stored = file === null ? null : await streamStoredFile(file.file.key);
  if (file === null || stored === null) throw new NotFound();
  const mediaType = file.file.mediaType as FileType;
  return { name: sheetFileName({ entry: sheet.entry.number, number, mediaType }), mediaType, ...stored };
}
