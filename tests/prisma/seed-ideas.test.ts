import { beforeAll, expect, test } from 'vitest';
import { missingFrom } from '#app/domain/ideas/idea-form.ts';
import { sections, textColumns } from '#app/domain/ideas/idea-text.ts';
import { publicIdeas } from '#app/domain/ideas/public-idea.server.ts';
import { findQueue } from '#app/domain/moderation/find-queue.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { demoLogins } from '#prisma/seed/demo-sign-ins.ts';
import { seedIdeas } from '#prisma/seed/ideas.ts';
import { seedPeople } from '#prisma/seed/people.ts';
import { seedReference } from '#prisma/seed/seed.ts';
import { actorOf } from '#tests/support/idea-builders.ts';

beforeAll(async () => {
  await seedReference();
  await seedPeople();
  await seedIdeas();
}, 120_000);

test('about a hundred and twenty ideas, in every state', async () => {
  const states = await db.idea.groupBy({ by: ['state'], _count: true });
  const count = Object.fromEntries(states.map((row) => [row.state, row._count]));
  expect(Object.keys(count).sort()).toEqual(['DECLINED', 'DRAFT', 'PUBLISHED', 'RETURNED', 'SUBMITTED', 'WITHDRAWN']);
  expect(Object.values(count).reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(115);
  expect(count.PUBLISHED).toBeGreaterThanOrEqual(80);
});

test('every text could have been put forward, and says nothing that was meant for a machine', async () => {
  const versions = await db.ideaVersion.findMany({ select: textColumns });
  for (const version of versions) {
    expect([version.title, missingFrom(version)]).toEqual([version.title, {}]);
    for (const section of sections) expect(version[section]).not.toMatch(/[{}]|undefined|\bnull\b/);
  }
  const titles = await db.idea.findMany({ select: { draft: { select: { title: true } } } });
  expect(new Set(titles.map((one) => one.draft?.title)).size).toBe(titles.length);
});

test('a published idea has its version, a decision that says so and a team with one lead', async () => {
  const odd = await db.$queryRaw`
    select i.slug from "Idea" i
    where (i.state = 'PUBLISHED' and i."publishedVersionId" is null)
      or (i."publishedVersionId" is not null and not exists (
        select from "Submission" s join "Decision" d on d."submissionId" = s.id
        where s."versionId" = i."publishedVersionId" and d.kind = 'PUBLISHED'))
      or 1 <> (select count(*) from "IdeaMember" m where m."ideaId" = i.id and m.kind = 'LEAD')
      or exists (select from "Decision" d join "Submission" s on s.id = d."submissionId"
        join "IdeaMember" m on m."ideaId" = s."ideaId" and m."personId" = d."byId" where s."ideaId" = i.id)`;
  expect(odd).toEqual([]);
});

test('moderators of Ninh Kiều and Quảng Ninh have work; the child who may not be named is not', async () => {
  for (const login of [demoLogins.moderator, demoLogins.otherModerator]) {
    const person = await db.person.findUniqueOrThrow({ where: { email: login } });
    expect((await findQueue({ by: await actorOf(person) })).total).toBeGreaterThanOrEqual(4);
  }
  const child = await db.person.findUniqueOrThrow({ where: { email: demoLogins.fifteenWithoutGuardian } });
  const hers = await db.idea.findMany({ where: { ownerId: child.id }, select: { id: true } });
  const shown = await publicIdeas(hers.map((one) => one.id));
  expect(shown.map((one) => [one.authorNames, one.unit, one.province?.slug])).toEqual([[[], null, 'can-tho']]);
});
