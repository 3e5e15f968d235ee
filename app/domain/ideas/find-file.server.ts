import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { streamStoredFile } from '#app/platform/files.server.ts';
import { isBlind } from './blind-ideas.server.ts';
import { maySeeFile, maySeeInside } from './idea-access.ts';
import { type FileType, fileTypes } from './idea-file.ts';
import { findStanding, ideaIdAt } from './lock-idea.server.ts';
import { publicTeam, publicTeamColumns } from './public-team.server.ts';

export type ServedFile = {
  mediaType: FileType;
  /** For the browser to save under: the person's own name for team and staff, a plain one for everybody else. */
  name: string;
  size: number;
  body: ReadableStream<Uint8Array>;
};

/**
 * A file of an idea, for those who may see it: team and moderators every one, the public those of the published version
 * unless a blind round or a protected child in the team keeps them back. Throws NotFound otherwise.
 */
export async function findFile({
  by,
  slug,
  fileId,
}: {
  by: Actor | null;
  slug: string;
  fileId: string;
}): Promise<ServedFile> {
  const id = isUuid(fileId) ? await ideaIdAt(db, slug) : null;
  const standing = id === null ? null : await findStanding(db, id);
  if (standing === null) throw new NotFound();
  const file = await db.ideaFile.findFirst({
    where: { id: fileId, ideaId: standing.id },
    select: { id: true, name: true, key: true, mediaType: true, versions: { select: { versionId: true } } },
  });
  if (file === null) throw new NotFound();
  const inside = maySeeInside(by, standing);
  const published = file.versions.some((one) => one.versionId === standing.publishedVersionId);
  const open = inside || (published && (await filesOpen(standing.id)));
  if (!maySeeFile(by, standing, { public: open && published })) throw new NotFound();
  const stored = await streamStoredFile(file.key);
  if (stored === null) throw new NotFound();
  const mediaType = file.mediaType as FileType;
  return {
    mediaType,
    name: inside ? file.name : `${standing.slug}.${fileTypes[mediaType].extension}`,
    ...stored,
  };
}

async function filesOpen(ideaId: string): Promise<boolean> {
  const row = await db.idea.findUniqueOrThrow({
    where: { id: ideaId },
    relationLoadStrategy: 'join',
    select: { members: publicTeamColumns },
  });
  const blind = await isBlind(db, ideaId);
  return publicTeam({ members: row.members, unit: null, province: null, blind, on: now() }).filesOpen;
}
