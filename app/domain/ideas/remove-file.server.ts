import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { removeStoredFile } from '#app/platform/files.server.ts';
import { mayChangeFiles } from './idea-access.ts';
import { insistThat } from './insist.server.ts';
import { lockIdea } from './lock-idea.server.ts';

/** Takes a file out of the draft. Its bytes go too, unless a version that was handed in holds them. */
export async function removeFile({
  by,
  slug,
  fileId,
}: {
  by: Actor;
  slug: string;
  fileId: string;
}): Promise<{ slug: string }> {
  if (!isUuid(fileId)) throw new NotFound();
  const removed = await db.$transaction(async (tx) => {
    const idea = await lockIdea(tx, { slug, by });
    insistThat(mayChangeFiles(by, idea));
    const file = await tx.ideaFile.findFirst({
      where: { id: fileId, ideaId: idea.id, removedAt: null },
      select: { id: true, key: true, versions: { select: { versionId: true }, take: 1 } },
    });
    if (file === null) throw new NotFound();
    await tx.ideaFile.update({ where: { id: file.id }, data: { removedAt: now() } });
    await recordEvent(tx, { kind: 'idea-file.removed', by: by.id, ideaId: idea.id, payload: { fileId: file.id } });
    return { slug: idea.slug, key: file.versions.length === 0 ? file.key : null };
  });
  if (removed.key !== null) await removeStoredFile(removed.key);
  return { slug: removed.slug };
}
