import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { endorseIdea } from '#app/domain/ideas/endorse-idea.server.ts';
import { findFile } from '#app/domain/ideas/find-file.server.ts';
import { findIdea } from '#app/domain/ideas/find-idea.server.ts';
import { findLatestIdeas } from '#app/domain/ideas/find-latest-ideas.server.ts';
import { publicIdeas } from '#app/domain/ideas/public-idea.server.ts';
import { withdrawIdea } from '#app/domain/ideas/withdraw-idea.server.ts';
import { hearsChanges, listenForChanges } from '#app/platform/db/changes.server.ts';
import { databaseUrl, db } from '#app/platform/db/db.server.ts';
import { storeFile } from '#app/platform/files.server.ts';
import { aPerson, aRole, aUnit, nextWord } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { countQueries } from '#tests/support/database.ts';
import { actorOf, anIdea, aPublishedIdea, aText, consentOf, submitted } from '#tests/support/idea-builders.ts';

async function aSchool() {
  const province = await aUnit({ name: 'Tỉnh Đoàn Thử' });
  const school = await aUnit({ parentId: province.id, kind: 'SCHOOL', name: 'Trường THCS Thử' });
  return { province, school };
}

/** Entered in a contest that is judged blind and not published. */
async function enteredBlind(idea: { id: string; ownerId: string; publishedVersionId: string | null }) {
  const host = await aUnit();
  const at = new Date();
  const contest = await db.contest.create({
    data: {
      slug: nextWord('cuoc-thi'),
      name: 'Cuộc thi thử',
      summary: '',
      hostId: host.id,
      state: 'OPEN',
      opensAt: at,
      closesAt: at,
      createdAt: at,
      divisions: { create: { slug: 'a', name: 'A', position: 1 } },
      rounds: {
        create: {
          number: 1,
          kind: 'PRELIMINARY',
          name: 'Sơ khảo',
          opensAt: at,
          closesAt: at,
          reviewsPerEntry: 2,
          method: 'RAW',
        },
      },
    },
    include: { divisions: true },
  });
  await db.entry.create({
    data: {
      contestId: contest.id,
      divisionId: contest.divisions[0]!.id,
      ideaId: idea.id,
      versionId: idea.publishedVersionId!,
      number: 1,
      receipt: nextWord('nhan'),
      enteredById: idea.ownerId,
      enteredAt: at,
    },
  });
  return contest;
}

test('an idea as the public reads it: the published version, names with consent, the units above', async () => {
  const { province, school } = await aSchool();
  const [named, silent] = [await aPerson({ fullName: 'Lê Thử Một' }), await aPerson({ fullName: 'Trần Thử Hai' })];
  await consentOf(named);
  const at = atTime('2026-05-20T10:00:00+07:00');
  const { fieldId: _, unitId: __, ...text } = aText({ lookingFor: ['MENTOR'], needs: 'Cần người hướng dẫn.' });
  const idea = await aPublishedIdea({ ownerId: named.id, memberIds: [silent.id], unitId: school.id, text, at });
  await db.ideaDraft.update({ where: { ideaId: idea.id }, data: { title: 'Chữ nháp chưa ai được đọc' } });
  expect(await publicIdeas([idea.id])).toEqual([
    {
      id: idea.id,
      slug: idea.slug,
      title: text.title,
      abstract: text.abstract,
      problem: text.problem,
      solution: text.solution,
      novelty: '',
      method: '',
      beneficiaries: '',
      progress: '',
      needs: text.needs,
      fieldId: 'moi-truong',
      province: { id: province.id, slug: province.slug, name: 'Tỉnh Đoàn Thử' },
      unit: { id: school.id, slug: school.slug, name: 'Trường THCS Thử' },
      unitIds: [province.id, school.id],
      stage: 'IDEA',
      lookingFor: ['MENTOR'],
      awards: [],
      contestIds: [],
      publishedAt: at,
      authorNames: ['Lê Thử Một'],
      endorsements: 0,
    },
  ]);
});

test('a child without a guardian’s consent: no name, no school, no file; the birthday and the consent open them', async () => {
  const { province, school } = await aSchool();
  const child = await aPerson({ fullName: 'Nguyễn Thử Em', birthDate: new Date('2011-05-21') });
  await consentOf(child);
  const idea = await aPublishedIdea({ ownerId: child.id, unitId: school.id });
  const key = await storeFile(Buffer.from('ảnh'));
  const file = await db.ideaFile.create({
    data: {
      ideaId: idea.id,
      uploadedById: child.id,
      name: 'lop-8a-truong-thu.jpg',
      key,
      mediaType: 'image/jpeg',
      bytes: 3,
      sha256: 'c'.repeat(64),
      createdAt: new Date(),
      versions: { create: { versionId: idea.publishedVersionId! } },
    },
  });
  const seen = async () => {
    const [open] = await publicIdeas([idea.id]);
    const page = await findIdea({ slug: idea.slug, by: null });
    const served = await findFile({ by: null, slug: idea.slug, fileId: file.id }).then(
      async (one) => {
        await one.body.cancel();
        return one.name;
      },
      () => null,
    );
    return {
      names: [open!.authorNames, page!.team.names],
      units: [open!.unit?.name, page!.unit?.name],
      above: open!.unitIds,
      files: page!.files.length,
      served,
    };
  };
  const hidden = {
    names: [[], []],
    units: [undefined, undefined],
    above: [province.id],
    files: 0,
    served: null,
  };
  const open = {
    names: [['Nguyễn Thử Em'], ['Nguyễn Thử Em']],
    units: ['Trường THCS Thử', 'Trường THCS Thử'],
    above: [province.id, school.id],
    files: 1,
    served: `${idea.slug}.jpg`,
  };
  atTime('2027-05-20T23:59:00+07:00');
  expect(await seen()).toEqual(hidden);
  atTime('2027-05-21T00:00:00+07:00');
  expect(await seen()).toEqual(open);
  atTime('2026-05-20T10:00:00+07:00');
  expect(await seen()).toEqual(hidden);
  await consentOf(child, { guardian: true });
  expect(await seen()).toEqual(open);
});

test('while a blind round runs nothing public tells who or where; afterwards it does', async () => {
  const { school } = await aSchool();
  const owner = await aPerson({ fullName: 'Phạm Thử Ba' });
  await consentOf(owner);
  const idea = await aPublishedIdea({ ownerId: owner.id, unitId: school.id });
  const contest = await enteredBlind(idea);
  const [blind] = await publicIdeas([idea.id]);
  const page = await findIdea({ slug: idea.slug, by: null });
  expect(blind).toMatchObject({ authorNames: [], unit: null, province: null, unitIds: [], contestIds: [contest.id] });
  expect(page).toMatchObject({ team: { blind: true, names: [], unnamed: 0 }, unit: null, province: null, files: [] });
  expect(JSON.stringify([blind, page])).not.toMatch(/Phạm Thử Ba|Trường THCS Thử|Tỉnh Đoàn Thử/);
  await db.round.updateMany({ where: { contestId: contest.id }, data: { state: 'PUBLISHED' } });
  expect((await publicIdeas([idea.id]))[0]!.authorNames).toEqual(['Phạm Thử Ba']);
});

test('drafts, submissions and withdrawn ideas are in no public answer', async () => {
  const staff = await aRole({ kind: 'MODERATOR', unitId: (await aUnit()).id });
  const owner = await aPerson();
  const gone = await aPublishedIdea({ ownerId: owner.id });
  const draft = await anIdea();
  const waits = await anIdea();
  await submitted(waits);
  await withdrawIdea({ by: await actorOf(owner), slug: gone.slug, reason: '' });
  expect(await db.idea.findUniqueOrThrow({ where: { id: gone.id } })).toMatchObject({
    state: 'WITHDRAWN',
    publishedVersionId: null,
  });
  expect(await publicIdeas([gone.id, draft.id, waits.id])).toEqual([]);
  const stranger = await aPerson();
  for (const idea of [gone, draft, waits]) {
    expect(await findIdea({ slug: idea.slug, by: null })).toBe(null);
    expect(await findIdea({ slug: idea.slug, by: await actorOf(stranger) })).toBe(null);
    expect(await findIdea({ slug: idea.slug, by: await actorOf({ id: staff.personId }) })).toBe(null);
  }
  const latest = await findLatestIdeas({ limit: 100 });
  expect(latest.map((one) => one.id).filter((id) => [gone.id, draft.id, waits.id].includes(id))).toEqual([]);
});

test('team and the unit’s moderators see inside; what each may do is told', async () => {
  const { province, school } = await aSchool();
  const owner = await aPerson({ fullName: 'Võ Thử Tư' });
  const idea = await anIdea({ ownerId: owner.id, unitId: school.id });
  const { submission } = await submitted(idea);
  const moderator = await aRole({ kind: 'MODERATOR', unitId: province.id });
  const lead = await findIdea({ slug: idea.slug, by: await actorOf(owner) });
  expect(lead?.inside).toMatchObject({
    state: 'SUBMITTED',
    onTeam: true,
    lead: true,
    waiting: { id: submission.id, number: 1 },
    draft: { changed: false },
    may: { edit: false, submit: false, recall: true, withdraw: true, changeStage: true, invite: true },
  });
  const staff = await findIdea({ slug: idea.slug, by: await actorOf({ id: moderator.personId }) });
  expect(staff?.inside).toMatchObject({
    onTeam: false,
    moderator: true,
    draft: null,
    members: [{ name: 'Võ Thử Tư', lead: true }],
    may: { edit: false, submit: false, recall: false, withdraw: true, changeStage: false, invite: false },
  });
});

test('a former address finds the idea and names the present one', async () => {
  const idea = await aPublishedIdea();
  await db.formerIdeaSlug.create({ data: { slug: 'ten-cu', ideaId: idea.id } });
  expect((await findIdea({ slug: 'ten-cu', by: null }))?.slug).toBe(idea.slug);
});

test('thirty ideas cost as many queries as one; an idea’s page costs six at most, and one for a member who comes after another', async () => {
  const ids: string[] = [];
  for (let number = 0; number < 30; number += 1) {
    const [owner, mate] = [await aPerson(), await aPerson()];
    ids.push((await aPublishedIdea({ ownerId: owner.id, memberIds: [mate.id] })).id);
  }
  const one = await countQueries(() => publicIdeas(ids.slice(0, 1)));
  const many = await countQueries(() => publicIdeas(ids));
  expect(many.result.map((idea) => idea.id)).toEqual(ids);
  expect([one.queries, many.queries]).toEqual([2, 2]);

  const idea = await db.idea.findUniqueOrThrow({ where: { id: ids[0]! } });
  const owner = await actorOf({ id: idea.ownerId });
  const anonymous = await countQueries(() => findIdea({ slug: idea.slug, by: null }));
  const inside = await countQueries(() => findIdea({ slug: idea.slug, by: owner }));
  expect([anonymous.queries, inside.queries]).toEqual([3, 6]);

  const line = listenForChanges(databaseUrl());
  while (!hearsChanges()) await wait(5);
  const [first, second] = [await actorOf(await aPerson()), await actorOf(await aPerson())];
  await findIdea({ slug: idea.slug, by: first });
  const after = await countQueries(() => findIdea({ slug: idea.slug, by: second }));
  expect(after.queries).toBe(1);
  await endorseIdea({ by: second, slug: idea.slug });
  const [theirs, others] = [
    await findIdea({ slug: idea.slug, by: second }),
    await findIdea({ slug: idea.slug, by: first }),
  ];
  expect([theirs!.endorsing, others!.endorsing]).toEqual([
    { count: 1, endorsed: true, following: theirs!.endorsing.following, may: true },
    { count: 1, endorsed: false, following: false, may: true },
  ]);
  await withdrawIdea({ by: owner, slug: idea.slug, reason: '' });
  expect(await findIdea({ slug: idea.slug, by: second })).toBe(null);
  await line.stop();
});
