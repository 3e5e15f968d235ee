import { expect, test } from 'vitest';
import { addFile } from '#app/domain/ideas/add-file.server.ts';
import { findFile } from '#app/domain/ideas/find-file.server.ts';
import { removeFile } from '#app/domain/ideas/remove-file.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { streamStoredFile } from '#app/platform/files.server.ts';
import { aPerson } from '#tests/support/builders.ts';
import { actorOf, anIdea, published } from '#tests/support/idea-builders.ts';
import { aGif, aPhoto, secret } from '#tests/support/sample-files.ts';

async function bytesAt(key: string): Promise<Buffer | null> {
  const stored = await streamStoredFile(key);
  return stored === null ? null : Buffer.from(await new Response(stored.body).arrayBuffer());
}

test('a photograph called otherwise is taken for what it is, cleaned, and gone when it is removed', async () => {
  const owner = await aPerson();
  const by = await actorOf(owner);
  const idea = await anIdea({ ownerId: owner.id });
  const photo = await aPhoto();
  const { id } = await addFile({ by, slug: idea.slug, name: 'C:\\anh\\Bản vẽ\u202Egpj.exe', bytes: photo });
  const file = await db.ideaFile.findUniqueOrThrow({ where: { id } });
  expect(file).toMatchObject({ name: 'Bản vẽgpj.exe', mediaType: 'image/jpeg', uploadedById: owner.id });
  const kept = await bytesAt(file.key);
  expect(kept!.byteLength).toBe(file.bytes);
  expect(kept!.includes(secret)).toBe(false);

  await expect(addFile({ by, slug: idea.slug, name: 'a.jpg', bytes: photo })).rejects.toMatchObject({
    fields: { file: [{ key: 'ideas:problems.fileTwice' }] },
  });
  await removeFile({ by, slug: idea.slug, fileId: id });
  expect(await bytesAt(file.key)).toBe(null);
  await expect(removeFile({ by, slug: idea.slug, fileId: id })).rejects.toMatchObject({ status: 404 });
});

test('a refused file leaves nothing behind', async () => {
  const owner = await aPerson();
  const idea = await anIdea({ ownerId: owner.id });
  const bytes = aGif;
  await expect(
    addFile({ by: await actorOf(owner), slug: idea.slug, name: 'bao-cao.pdf', bytes }),
  ).rejects.toMatchObject({ status: 422, fields: { file: [{ key: 'ideas:problems.fileImage' }] } });
  expect(await db.ideaFile.count({ where: { ideaId: idea.id } })).toBe(0);
});

test('five files; strangers add none', async () => {
  const owner = await aPerson();
  const by = await actorOf(owner);
  const idea = await anIdea({ ownerId: owner.id });
  for (let side = 10; side < 15; side += 1) {
    await addFile({ by, slug: idea.slug, name: `${side}.png`, bytes: await aPhoto('png', { width: side }) });
  }
  const sixth = await aPhoto('png', { width: 99 });
  await expect(addFile({ by, slug: idea.slug, name: '6.png', bytes: sixth })).rejects.toMatchObject({
    because: { key: 'ideas:refusals.tooManyFiles', values: { max: 5 } },
  });
  const stranger = await actorOf(await aPerson());
  await expect(addFile({ by: stranger, slug: idea.slug, name: '6.png', bytes: sixth })).rejects.toMatchObject({
    status: 404,
  });
});

test('what a version holds stays: removed from the draft, still there for those who may see that version', async () => {
  const owner = await aPerson();
  const by = await actorOf(owner);
  const idea = await anIdea({ ownerId: owner.id });
  const { id } = await addFile({ by, slug: idea.slug, name: 'Máy lọc của nhóm An.jpg', bytes: await aPhoto() });
  const later = await addFile({
    by,
    slug: idea.slug,
    name: 'chua-gui.jpg',
    bytes: await aPhoto('jpeg', { width: 33 }),
  });
  await db.ideaFile.update({ where: { id: later.id }, data: { createdAt: new Date() } });
  const { version } = await published(idea);
  await db.ideaVersionFile.create({ data: { versionId: version.id, fileId: id } });
  await removeFile({ by, slug: idea.slug, fileId: id });

  const asPublic = await findFile({ by: null, slug: idea.slug, fileId: id });
  const asTeam = await findFile({ by, slug: idea.slug, fileId: id });
  await Promise.all([asPublic.body.cancel(), asTeam.body.cancel()]);
  expect([asPublic.name, asTeam.name]).toEqual([`${idea.slug}.jpg`, 'Máy lọc của nhóm An.jpg']);
  const notSent = findFile({ by: null, slug: idea.slug, fileId: later.id });
  await expect(notSent).rejects.toMatchObject({ status: 404 });
  await expect(findFile({ by: null, slug: idea.slug, fileId: 'x' })).rejects.toMatchObject({ status: 404 });
});
