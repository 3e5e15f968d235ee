import type { ServedFile } from '#app/domain/ideas/find-file.server.ts';
import type { FileType } from '#app/domain/ideas/idea-file.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotAllowed, NotFound } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { streamStoredFile } from '#app/platform/files.server.ts';
import { receives } from './nomination-access.ts';
import { answerColumns, answersOf } from './nomination-answers.server.ts';
import { packagedVersions } from './packaged-versions.ts';

/**
 * A file of a package, for the unit that receives it and as long as it may read the package: what is attached to the version that won or
 * to a published one before it, and nothing else of the idea. Throws NotFound and NotAllowed as the package itself does.
 */
export async function findNominationFile({
  by,
  id,
  fileId,
}: {
  by: Actor;
  id: string;
  fileId: string;
}): Promise<ServedFile> {
  if (!isUuid(id)) throw new NotFound();
  const row = await db.nomination.findUnique({
    where: { id },
    relationLoadStrategy: 'join',
    select: {
      ...answerColumns,
      declinedAt: true,
      withdrawnAt: true,
      toUnit: { select: { path: true } },
      entry: {
        select: { ...answerColumns.entry.select, ideaId: true, versionId: true, version: { select: { number: true } } },
      },
    },
  });
  if (row === null) throw new NotFound();
  if (!receives(by, row.toUnit)) throw new NotAllowed({ key: 'awards:refusals.notReceiving' });
  if (!answersOf(row, now()).complete || row.withdrawnAt !== null || row.declinedAt !== null) throw new NotFound();
  const { ideaId, versionId, version } = row.entry;
  const file = isUuid(fileId)
    ? await db.ideaFile.findFirst({
        where: {
          id: fileId,
          ideaId,
          versions: {
            some: { version: { OR: [{ id: versionId }, packagedVersions({ ideaId, before: version.number })] } },
          },
        },
        select: { key: true, name: true, mediaType: true },
      })
    : null;
  const stored = file === null ? null : await streamStoredFile(file.key);
  if (file === null || stored === null) throw new NotFound();
  return { mediaType: file.mediaType as FileType, name: file.name, ...stored };
}
