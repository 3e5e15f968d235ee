import { expect, test } from 'vitest';
import { textOf } from '#app/domain/ideas/idea-text.ts';
import { recallSubmission } from '#app/domain/ideas/recall-submission.server.ts';
import { saveDraft } from '#app/domain/ideas/save-draft.server.ts';
import { submitIdea } from '#app/domain/ideas/submit-idea.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { actorOf, anIdea, aPublishedIdea, aText } from '#tests/support/idea-builders.ts';

test('the first submission freezes the text, names the address, and tells the unit’s staff', async () => {
  const owner = await aPerson();
  const idea = await anIdea({ ownerId: owner.id, text: { title: 'Lọc nước phèn bằng than gáo dừa' } });
  const file = await db.ideaFile.create({
    data: {
      ideaId: idea.id,
      uploadedById: owner.id,
      name: 'anh.jpg',
      key: 'a'.repeat(40),
      mediaType: 'image/jpeg',
      bytes: 3,
      sha256: 'b'.repeat(64),
      createdAt: new Date(),
    },
  });
  const at = atTime('2026-05-20T10:42:00+07:00');
  expect(await submitIdea({ by: await actorOf(owner), slug: idea.slug })).toEqual({
    id: idea.id,
    slug: 'loc-nuoc-phen-bang-than-gao-dua',
  });
  const row = await db.idea.findUniqueOrThrow({
    where: { id: idea.id },
    include: { versions: { include: { files: true, submission: true } }, draft: true, formerSlugs: true },
  });
  expect(row).toMatchObject({ state: 'SUBMITTED', submittedAt: at, publishedVersionId: null, publishedAt: null });
  expect(row.formerSlugs).toEqual([{ slug: idea.slug, ideaId: idea.id }]);
  const [version] = row.versions;
  expect(textOf(version!)).toEqual(textOf(row.draft!));
  expect(version).toMatchObject({
    number: 1,
    foldedTitle: 'loc nuoc phen bang than gao dua',
    createdById: owner.id,
    provinceId: idea.provinceId,
    files: [{ fileId: file.id }],
    submission: { byId: owner.id, at, recalledAt: null },
  });
  const events = await db.event.findMany({ where: { ideaId: idea.id } });
  expect(events).toMatchObject([
    {
      kind: 'idea.submitted',
      byId: owner.id,
      unitId: idea.unitId,
      payload: { submissionId: version!.submission!.id, versionId: version!.id, number: 1 },
    },
  ]);
  await expect(db.ideaVersion.update({ where: { id: version!.id }, data: { title: 'Khác' } })).rejects.toThrow(
    /never changed/,
  );
});

test('what is missing stands beside its part, and nothing is frozen', async () => {
  const owner = await aPerson();
  const idea = await anIdea({ ownerId: owner.id, text: { problem: '', title: 'Ngắn', solution: 'x'.repeat(6001) } });
  await expect(submitIdea({ by: await actorOf(owner), slug: idea.slug })).rejects.toMatchObject({
    status: 422,
    because: { key: 'ideas:refusals.incomplete' },
    fields: {
      title: [{ key: 'controls:problems.tooShort', values: { min: 10 } }],
      problem: [{ key: 'ideas:missing.problem' }],
      solution: [{ key: 'controls:problems.tooLong', values: { max: 6000 } }],
    },
  });
  expect(await db.ideaVersion.count({ where: { ideaId: idea.id } })).toBe(0);
});

test('only the lead, and only with a trusted account', async () => {
  const owner = await aPerson({ emailVerifiedAt: null });
  const mate = await aPerson();
  const idea = await anIdea({ ownerId: owner.id, memberIds: [mate.id] });
  await expect(submitIdea({ by: await actorOf(owner), slug: idea.slug })).rejects.toMatchObject({
    status: 409,
    because: { key: 'ideas:refusals.verifyFirst' },
  });
  await expect(submitIdea({ by: await actorOf(mate), slug: idea.slug })).rejects.toMatchObject({
    status: 403,
    because: { key: 'ideas:refusals.leadOnly' },
  });
});

test('the same title twice, even at the same moment, gets two addresses; other scripts get one too', async () => {
  const titles = [
    'Vườn rau thông minh trên sân thượng',
    'Vườn rau thông minh trên sân thượng',
    '水を浄化する小さな装置 について',
  ];
  const slugs = await Promise.all(
    titles.map(async (title) => {
      const owner = await aPerson();
      const idea = await anIdea({ ownerId: owner.id, text: { title } });
      return (await submitIdea({ by: await actorOf(owner), slug: idea.slug })).slug;
    }),
  );
  expect(slugs.sort()).toEqual([
    'vuon-rau-thong-minh-tren-san-thuong',
    'vuon-rau-thong-minh-tren-san-thuong-2',
    'y-tuong',
  ]);
});

test('pressed twice at once: one submission, and the other is told', async () => {
  const owner = await aPerson();
  const by = await actorOf(owner);
  const idea = await anIdea({ ownerId: owner.id });
  const results = await Promise.allSettled([submitIdea({ by, slug: idea.slug }), submitIdea({ by, slug: idea.slug })]);
  expect(results.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find((one) => one.status === 'rejected')).toMatchObject({
    reason: { because: { key: 'ideas:refusals.submittedAlready' } },
  });
  expect(await db.submission.count({ where: { ideaId: idea.id } })).toBe(1);
});

test('taken back, changed and handed in again; the address stays, the former one still leads there', async () => {
  const owner = await aPerson();
  const by = await actorOf(owner);
  const idea = await anIdea({ ownerId: owner.id });
  const { slug } = await submitIdea({ by, slug: idea.slug });
  expect(await recallSubmission({ by, slug: idea.slug })).toEqual({ slug });
  expect(await db.idea.findUniqueOrThrow({ where: { id: idea.id } })).toMatchObject({ state: 'DRAFT', slug });
  await expect(recallSubmission({ by, slug })).rejects.toMatchObject({
    because: { key: 'ideas:refusals.nothingWaits' },
  });

  const text = aText({ unitId: idea.unitId, fieldId: 'moi-truong', title: 'Một tên hoàn toàn khác trước' });
  await saveDraft({ by, slug: idea.slug, text, basedOn: 0 });
  expect(await submitIdea({ by, slug: idea.slug })).toEqual({ id: idea.id, slug });
  const versions = await db.ideaVersion.findMany({ where: { ideaId: idea.id }, orderBy: { number: 'asc' } });
  expect(versions.map((one) => one.number)).toEqual([1, 2]);
});

test('nothing is handed in twice without a change; a new version of what is public leaves it public', async () => {
  const owner = await aPerson();
  const by = await actorOf(owner);
  const idea = await aPublishedIdea({ ownerId: owner.id });
  await expect(submitIdea({ by, slug: idea.slug })).rejects.toMatchObject({
    because: { key: 'ideas:refusals.nothingChanged' },
  });
  const text = aText({ unitId: idea.unitId, fieldId: 'moi-truong' });
  await saveDraft({ by, slug: idea.slug, text, basedOn: 0 });
  await submitIdea({ by, slug: idea.slug });
  expect(await db.idea.findUniqueOrThrow({ where: { id: idea.id } })).toMatchObject({
    state: 'SUBMITTED',
    slug: idea.slug,
    publishedVersionId: idea.publishedVersionId,
  });
  await recallSubmission({ by, slug: idea.slug });
  expect(await db.idea.findUniqueOrThrow({ where: { id: idea.id } })).toMatchObject({ state: 'PUBLISHED' });
  await submitIdea({ by, slug: idea.slug });
});
