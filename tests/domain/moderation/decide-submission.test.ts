import { expect, test } from 'vitest';
import { recallSubmission } from '#app/domain/ideas/recall-submission.server.ts';
import { decideSubmission } from '#app/domain/moderation/decide-submission.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aRole, aUnit } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { actorOf, aField, anIdea, published, submitted } from '#tests/support/idea-builders.ts';

async function aDesk() {
  const province = await aUnit();
  const commune = await aUnit({ parentId: province.id });
  const role = await aRole({ kind: 'MODERATOR', unitId: province.id });
  return { province, commune, moderator: await actorOf({ id: role.personId }) };
}

const publish = { kind: 'PUBLISHED', reason: 'FITS', note: '' } as const;
const giveBack = { kind: 'RETURNED', reason: 'UNCLEAR', note: 'Nói rõ chi phí.' } as const;

test('published: this version is public from now on, with its own field, unit and wishes', async () => {
  const { commune, moderator, province } = await aDesk();
  const idea = await anIdea({ unitId: commune.id });
  await aField('giao-duc');
  await db.ideaDraft.update({
    where: { ideaId: idea.id },
    data: { fieldId: 'giao-duc', unitId: province.id, lookingFor: ['SPONSOR'] },
  });
  const { submission, version } = await submitted(idea);
  const at = atTime('2026-05-20T10:42:00+07:00');
  await decideSubmission({ by: moderator, submissionId: submission.id, ...publish });
  expect(await db.idea.findUniqueOrThrow({ where: { id: idea.id } })).toMatchObject({
    state: 'PUBLISHED',
    publishedAt: at,
    publishedVersionId: version.id,
    fieldId: 'giao-duc',
    unitId: province.id,
    lookingFor: ['SPONSOR'],
  });
  expect(await db.decision.findUniqueOrThrow({ where: { submissionId: submission.id } })).toMatchObject({
    kind: 'PUBLISHED',
    reason: 'FITS',
    note: null,
    byId: moderator.id,
    at,
  });
  expect(await db.event.findMany({ where: { ideaId: idea.id } })).toMatchObject([
    { kind: 'idea.published', payload: { submissionId: submission.id, reason: 'FITS', first: true, number: 1 } },
  ]);
});

test('returned with a reason; what was public before stays public', async () => {
  const { commune, moderator } = await aDesk();
  const fresh = await anIdea({ unitId: commune.id });
  const first = await submitted(fresh);
  await decideSubmission({ by: moderator, submissionId: first.submission.id, ...giveBack });
  expect(await db.idea.findUniqueOrThrow({ where: { id: fresh.id } })).toMatchObject({
    state: 'RETURNED',
    publishedVersionId: null,
  });

  const old = await anIdea({ unitId: commune.id });
  const { version } = await published(old);
  const second = await submitted(old);
  await decideSubmission({
    by: moderator,
    submissionId: second.submission.id,
    ...publish,
    kind: 'DECLINED',
    reason: 'OFFENSIVE',
  });
  expect(await db.idea.findUniqueOrThrow({ where: { id: old.id } })).toMatchObject({
    state: 'PUBLISHED',
    publishedVersionId: version.id,
  });
});

test('two moderators at once: one decides, the other learns who did', async () => {
  const { commune, province, moderator } = await aDesk();
  const other = await aRole({ kind: 'MODERATOR', unitId: province.id });
  const second = await actorOf({ id: other.personId });
  const idea = await anIdea({ unitId: commune.id });
  const { submission } = await submitted(idea);
  const results = await Promise.allSettled([
    decideSubmission({ by: moderator, submissionId: submission.id, ...publish }),
    decideSubmission({ by: second, submissionId: submission.id, ...giveBack }),
  ]);
  const lost = results.findIndex((one) => one.status === 'rejected');
  const winner = lost === 0 ? second : moderator;
  expect(results[1 - lost]).toMatchObject({ status: 'fulfilled' });
  expect(results[lost]).toMatchObject({
    reason: { status: 409, because: { key: 'moderation:refusals.decidedAlready', values: { who: winner.fullName } } },
  });
  expect(await db.decision.count({ where: { submissionId: submission.id } })).toBe(1);
  expect(await db.event.count({ where: { ideaId: idea.id } })).toBe(1);
});

test('a decision and a taking-back at the same moment: exactly one of them holds', async () => {
  const { commune, moderator } = await aDesk();
  const owner = await aPerson();
  const by = await actorOf(owner);
  const idea = await anIdea({ ownerId: owner.id, unitId: commune.id });
  const { submission } = await submitted(idea);
  const results = await Promise.allSettled([
    recallSubmission({ by, slug: idea.slug }),
    decideSubmission({ by: moderator, submissionId: submission.id, ...publish }),
  ]);
  expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  const row = await db.submission.findUniqueOrThrow({ where: { id: submission.id }, include: { decision: true } });
  expect([row.recalledAt, row.decision].filter((one) => one !== null)).toHaveLength(1);
});

test('nobody decides on their own idea, not even after leaving the team, not even an administrator', async () => {
  const { commune, province, moderator } = await aDesk();
  const idea = await anIdea({ unitId: commune.id, memberIds: [moderator.id] });
  const { submission } = await submitted(idea);
  const own = { status: 403, because: { key: 'moderation:refusals.ownIdea' } };
  await expect(decideSubmission({ by: moderator, submissionId: submission.id, ...publish })).rejects.toMatchObject(own);
  await db.ideaMember.updateMany({ where: { ideaId: idea.id, personId: moderator.id }, data: { leftAt: new Date() } });
  await expect(decideSubmission({ by: moderator, submissionId: submission.id, ...publish })).rejects.toMatchObject(own);
  const admin = await aRole({ kind: 'ADMINISTRATOR', personId: idea.ownerId, unitId: province.id });
  await expect(
    decideSubmission({ by: await actorOf({ id: admin.personId }), submissionId: submission.id, ...publish }),
  ).rejects.toMatchObject(own);
});

test('outside the subtree it does not exist; a reason that does not fit is refused', async () => {
  const { commune, moderator } = await aDesk();
  const idea = await anIdea({ unitId: commune.id });
  const { submission } = await submitted(idea);
  const elsewhere = await aDesk();
  const organiser = await aRole({ kind: 'ORGANISER', unitId: commune.id });
  for (const by of [elsewhere.moderator, await actorOf({ id: organiser.personId }), await actorOf(await aPerson())]) {
    await expect(decideSubmission({ by, submissionId: submission.id, ...publish })).rejects.toMatchObject({
      status: 404,
    });
  }
  await expect(
    decideSubmission({ by: moderator, submissionId: submission.id, kind: 'PUBLISHED', reason: 'OFFENSIVE', note: '' }),
  ).rejects.toMatchObject({ fields: { verdict: [{ key: 'moderation:problems.verdict' }] } });
  await expect(
    decideSubmission({ by: moderator, submissionId: submission.id, kind: 'RETURNED', reason: 'OTHER', note: '' }),
  ).rejects.toMatchObject({ fields: { note: [{ key: 'moderation:problems.note' }] } });
  await expect(decideSubmission({ by: moderator, submissionId: 'x', ...publish })).rejects.toMatchObject({
    status: 404,
  });
});

test('staff of the unit it was merged into decide on what was handed in before', async () => {
  const { commune } = await aDesk();
  const successor = await aUnit();
  await db.unitSuccession.create({
    data: { oldId: commune.id, successorId: successor.id, on: new Date('2026-04-30') },
  });
  const role = await aRole({ kind: 'MODERATOR', unitId: successor.id });
  const idea = await anIdea({ unitId: commune.id });
  const { submission } = await submitted(idea);
  await decideSubmission({ by: await actorOf({ id: role.personId }), submissionId: submission.id, ...publish });
});
