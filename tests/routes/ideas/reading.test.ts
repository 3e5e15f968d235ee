import { expect, test } from 'vitest';
import { paths } from '#app/paths.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aRole, aUnit } from '#tests/support/builders.ts';
import { anIdea, aPublishedIdea, consentOf, published, submitted } from '#tests/support/idea-builders.ts';
import { aGif, aPaper, aPhoto, secret } from '#tests/support/sample-files.ts';
import { get, post } from '#tests/support/visits.ts';

test('who gets which page: nobody learns of a draft, the public reads what is published', async () => {
  const province = await aUnit();
  const owner = await aPerson();
  const moderator = { id: (await aRole({ kind: 'MODERATOR', unitId: province.id })).personId };
  const elsewhere = { id: (await aRole({ kind: 'MODERATOR', unitId: (await aUnit()).id })).personId };
  const stranger = await aPerson();
  const draft = await anIdea({ ownerId: owner.id, unitId: province.id });
  const waiting = await anIdea({ ownerId: owner.id, unitId: province.id });
  await submitted(waiting);
  const open = await aPublishedIdea({ ownerId: owner.id, unitId: province.id });
  const gone = await aPublishedIdea({ ownerId: owner.id, unitId: province.id });
  const given = await anIdea({ ownerId: owner.id, unitId: province.id });
  for (const idea of [gone, given]) await post(paths.ideaWithdrawal(idea), { as: owner, form: { reason: '' } });

  const seen = async (idea: { slug: string }) =>
    Promise.all(
      [null, stranger, elsewhere, moderator, owner].map(async (as) => (await get(paths.idea(idea), { as })).status),
    );
  expect(await seen(draft)).toEqual([404, 404, 404, 404, 200]);
  expect(await seen(waiting)).toEqual([404, 404, 404, 200, 200]);
  expect(await seen(open)).toEqual([200, 200, 200, 200, 200]);
  expect(await seen(gone)).toEqual([404, 404, 404, 200, 200]);
  // Given up before it was ever put forward: nobody else's to read.
  expect(await seen(given)).toEqual([404, 404, 404, 404, 200]);
}, 60_000);

test('acts on somebody else’s idea: a draft does not exist, a public one is refused', async () => {
  const stranger = await aPerson();
  const draft = await anIdea();
  const open = await aPublishedIdea();
  const acts = (idea: { slug: string }): [string, Record<string, string>][] => [
    [paths.submission(idea), {}],
    [paths.submissionRecall(idea), {}],
    [paths.ideaWithdrawal(idea), { reason: 'x' }],
    [paths.ideaStage(idea), { stage: 'APPLIED' }],
    [paths.ideaTeam(idea), { whom: 'a@thu.example' }],
    [paths.ideaFileRemoval(idea, { id: draft.id }), {}],
  ];
  for (const [path, form] of acts(draft)) expect((await post(path, { as: stranger, form })).status).toBe(404);
  for (const [path, form] of acts(open))
    expect([403, 404]).toContain((await post(path, { as: stranger, form })).status);
  expect(await db.event.count({ where: { ideaId: { in: [draft.id, open.id] } } })).toBe(0);
  expect(await db.idea.findUniqueOrThrow({ where: { id: open.id } })).toEqual(open);
});

test('staff take an idea down only with a reason', async () => {
  const province = await aUnit();
  const moderator = { id: (await aRole({ kind: 'MODERATOR', unitId: province.id })).personId };
  const idea = await aPublishedIdea({ unitId: province.id });
  expect(await post(paths.ideaWithdrawal(idea), { as: moderator, form: { reason: ' ' } })).toMatchObject({
    status: 422,
    data: { refusal: { fields: { reason: [{ key: 'ideas:problems.staffReason' }] } } },
  });
  await post(paths.ideaWithdrawal(idea), { as: moderator, form: { reason: 'Chép của người khác.' } });
  expect((await get(paths.idea(idea), { as: null })).status).toBe(404);
  expect(await db.ideaWithdrawal.findFirst({ where: { ideaId: idea.id } })).toMatchObject({
    byId: moderator.id,
    reason: 'Chép của người khác.',
  });
});

test('how far it has come is on record, for the lead to say', async () => {
  const owner = await aPerson();
  const idea = await aPublishedIdea({ ownerId: owner.id });
  expect(await post(paths.ideaStage(idea), { as: owner, form: { stage: 'NOWHERE' } })).toMatchObject({ status: 422 });
  await post(paths.ideaStage(idea), { as: owner, form: { stage: 'DEVELOPMENT' } });
  const { data } = await get(paths.idea(idea), { as: null });
  expect((data as { idea: { stage: string; life: unknown[] } }).idea).toMatchObject({
    stage: 'DEVELOPMENT',
    life: [{ kind: 'published' }, { kind: 'stage', stage: 'DEVELOPMENT' }],
  });
});

test('a minor’s page carries neither name nor school, in no corner of the answer', async () => {
  const province = await aUnit({ name: 'Tỉnh Đoàn Kín' });
  const school = await aUnit({ parentId: province.id, kind: 'SCHOOL', name: 'Trường Kín Đáo' });
  const child = await aPerson({
    fullName: 'Em Bé Kín',
    birthDate: new Date('2014-06-01'),
    email: 'be.kin@thu.example',
  });
  const mate = await aPerson({ fullName: 'Anh Lớn Mở' });
  await consentOf(child);
  await consentOf(mate);
  const idea = await aPublishedIdea({ ownerId: child.id, memberIds: [mate.id], unitId: school.id });
  for (const as of [null, await aPerson()]) {
    const { text } = await get(paths.idea(idea), { as });
    expect(text).toContain('Anh Lớn Mở');
    expect(text).not.toMatch(/Bé Kín|Kín Đáo|be\.kin/);
  }
});

test('files: taken by their bytes, served to who may see, as what they are', async () => {
  const owner = await aPerson();
  const idea = await anIdea({ ownerId: owner.id });
  const upload = (bytes: Buffer, name: string) =>
    post(paths.ideaFiles(idea), { as: owner, form: { file: new File([new Uint8Array(bytes)], name) } });
  expect(await upload(aGif, 'bao-cao.pdf')).toMatchObject({
    status: 422,
    data: { refusal: { fields: { file: [{ key: 'ideas:problems.fileImage' }] } } },
  });
  expect(await post(paths.ideaFiles(idea), { as: owner, form: {} })).toMatchObject({
    status: 422,
    data: { refusal: { fields: { file: [{ key: 'ideas:problems.fileMissing' }] } } },
  });
  expect(await upload(await aPhoto(), 'Ảnh máy lọc.jpg')).toMatchObject({ status: 302 });
  expect(await upload(await aPaper(), 'Bản vẽ.pdf')).toMatchObject({ status: 302 });
  const [photo, paper] = await db.ideaFile.findMany({ where: { ideaId: idea.id }, orderBy: { createdAt: 'asc' } });

  const mine = await get(paths.ideaFile(idea, paper!), { as: owner });
  expect(Object.fromEntries(mine.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="ban-ve.pdf"; filename*=UTF-8''B%E1%BA%A3n%20v%E1%BA%BD.pdf`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  expect(mine.text).not.toContain(secret);
  expect((await get(paths.ideaFile(idea, photo!), { as: owner })).headers.get('content-disposition')).toMatch(
    /^inline/,
  );
  for (const as of [null, await aPerson()]) {
    expect((await get(paths.ideaFile(idea, photo!), { as })).status).toBe(404);
  }
  const { version } = await published(idea);
  await db.ideaVersionFile.create({ data: { versionId: version.id, fileId: photo!.id } });
  const open = await get(paths.ideaFile(idea, photo!), { as: null });
  expect(open.status).toBe(200);
  expect(open.headers.get('content-disposition')).not.toContain('m%C3%A1y');
  expect((await get(paths.ideaFile(idea, paper!), { as: null })).status).toBe(404);
  expect((await get(`${paths.idea(idea)}/tep/${'0'.repeat(8)}`, { as: null })).status).toBe(404);
});

test('an invitation through the doors', async () => {
  const owner = await aPerson();
  const friend = await aPerson();
  const idea = await anIdea({ ownerId: owner.id });
  expect(await post(paths.ideaTeam(idea), { as: owner, form: { whom: 'khong phai@thu' } })).toMatchObject({
    status: 422,
    data: { refusal: { fields: { whom: [{ key: 'controls:problems.mail' }] } }, typed: { whom: 'khong phai@thu' } },
  });
  expect((await post(paths.ideaTeam(idea), { as: owner, form: { whom: friend.email! } })).status).toBe(302);
  const row = await db.ideaMember.findFirstOrThrow({ where: { ideaId: idea.id, kind: 'MEMBER' } });
  expect((await get(paths.teamInvitation(row), { as: null })).status).toBe(302);
  expect((await get(paths.teamInvitation(row), { as: owner })).status).toBe(404);
  expect((await get(paths.idea(idea), { as: friend })).status).toBe(404);
  expect((await get(paths.teamInvitation(row), { as: friend })).data).toMatchObject({ lead: owner.fullName });
  expect(await post(paths.teamInvitation(row), { as: friend })).toMatchObject({
    status: 302,
    location: paths.idea(idea),
  });
  expect((await get(paths.idea(idea), { as: friend })).status).toBe(200);
  expect(await post(paths.ideaMemberLeaving(idea, row), { as: friend })).toMatchObject({
    status: 302,
    location: paths.mine(),
  });
  expect((await get(paths.idea(idea), { as: friend })).status).toBe(404);
});
