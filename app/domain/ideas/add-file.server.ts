import { createHash } from 'node:crypto';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';
import { removeStoredFile, storeFile } from '#app/platform/files.server.ts';
import { countAgainst } from '#app/platform/limits.server.ts';
import { cleanFile } from './clean-file.server.ts';
import { mayChangeFiles } from './idea-access.ts';
import { mostFiles, mostOfPerson, shownName } from './idea-file.ts';
import { insistThat } from './insist.server.ts';
import { lockIdea } from './lock-idea.server.ts';

/**
 * Takes a file into the draft: by its bytes, cleaned, stored under a key of our own. Throws NotValid beside `file`,
 * NotNow where there is no room. The same bytes again are the file that is there already.
 */
export async function addFile({
  by,
  slug,
  name,
  bytes,
}: {
  by: Actor;
  slug: string;
  name: string;
  bytes: Uint8Array;
}): Promise<{ id: string; slug: string }> {
  await db.$transaction(async (tx) => insistThat(mayChangeFiles(by, await lockIdea(tx, { slug, by }))));
  const allowed = await countAgainst({ key: `upload:${by.id}`, max: 60, seconds: 3600 });
  if (!allowed.ok) throw new NotNow({ key: 'ideas:refusals.tooManyUploads' });
  const clean = await cleanFile(bytes);
  const key = await storeFile(clean.bytes);
  try {
    return await db.$transaction(async (tx) => {
      const idea = await lockIdea(tx, { slug, by });
      insistThat(mayChangeFiles(by, idea));
      const sha256 = createHash('sha256').update(clean.bytes).digest('hex');
      const there = await tx.ideaFile.findMany({
        where: { ideaId: idea.id, removedAt: null },
        select: { sha256: true },
      });
      if (there.some((file) => file.sha256 === sha256)) {
        throw new NotValid({ file: [{ key: 'ideas:problems.fileTwice' }] });
      }
      if (there.length >= mostFiles)
        throw new NotNow({ key: 'ideas:refusals.tooManyFiles', values: { max: mostFiles } });
      await insistOnRoom(tx, by, clean.bytes.byteLength);
      const file = await tx.ideaFile.create({
        data: {
          ideaId: idea.id,
          uploadedById: by.id,
          name: shownName(name),
          key,
          mediaType: clean.mediaType,
          bytes: clean.bytes.byteLength,
          sha256,
          createdAt: now(),
        },
        select: { id: true },
      });
      await recordEvent(tx, { kind: 'idea-file.added', by: by.id, ideaId: idea.id, payload: { fileId: file.id } });
      return { id: file.id, slug: idea.slug };
    });
  } catch (error) {
    await removeStoredFile(key);
    throw error;
  }
}

async function insistOnRoom(tx: Tx, by: Actor, more: number): Promise<void> {
  await tx.$queryRaw`select 1 from "Person" where id = ${by.id}::uuid for update`;
  const kept = await tx.ideaFile.aggregate({
    where: { uploadedById: by.id, OR: [{ removedAt: null }, { versions: { some: {} } }] },
    _count: true,
    _sum: { bytes: true },
  });
  if (kept._count >= mostOfPerson.files || (kept._sum.bytes ?? 0) + more > mostOfPerson.bytes) {
    throw new NotNow({ key: 'ideas:refusals.noRoom' });
  }
}
