import { beforeAll, expect, test } from 'vitest';
import { textColumns, textOf } from '#app/domain/ideas/idea-text.ts';
import { saveDraft } from '#app/domain/ideas/save-draft.server.ts';
import { settleAside } from '#app/domain/ideas/settle-aside.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aUnit } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { actorOf, aField, anIdea, aPublishedIdea, aText, submitted } from '#tests/support/idea-builders.ts';

beforeAll(async () => {
  await aField('moi-truong');
});

async function draftOf(idea: { id: string }) {
  return db.ideaDraft.findUniqueOrThrow({ where: { ideaId: idea.id }, select: { ...textColumns, revision: true } });
}

test('a save raises the revision and says when; the same text again changes nothing', async () => {
  const owner = await aPerson();
  const by = await actorOf(owner);
  const idea = await anIdea({ ownerId: owner.id });
  const text = aText({ unitId: idea.unitId, fieldId: 'moi-truong' });
  const at = atTime('2026-05-20T10:42:00+07:00');

  const saved = await saveDraft({ by, slug: idea.slug, text, basedOn: 0 });
  expect(saved).toEqual({ outcome: 'saved', slug: idea.slug, revision: 1, savedAt: at });
  expect(await draftOf(idea)).toEqual({ ...textOf(text), revision: 1 });

  atTime('2026-05-20T10:50:00+07:00');
  const again = await saveDraft({ by, slug: idea.slug, text, basedOn: 0 });
  expect(again).toEqual({ outcome: 'saved', slug: idea.slug, revision: 1, savedAt: at });
  expect(await db.event.count({ where: { ideaId: idea.id } })).toBe(0);
});

test('two tabs: the one that is behind keeps its text aside, and either choice loses nothing', async () => {
  const owner = await aPerson();
  const mate = await aPerson();
  const idea = await anIdea({ ownerId: owner.id, memberIds: [mate.id] });
  const place = { unitId: idea.unitId, fieldId: 'moi-truong' };
  const [first, second, third] = [aText(place), aText(place), aText(place)];

  await saveDraft({ by: await actorOf(owner), slug: idea.slug, text: first, basedOn: 0 });
  const behind = await saveDraft({ by: await actorOf(mate), slug: idea.slug, text: second, basedOn: 0 });
  expect(behind).toMatchObject({ outcome: 'aside', revision: 1 });
  expect(await draftOf(idea)).toEqual({ ...textOf(first), revision: 1 });

  // The tab types on while it is behind: one aside, the newest words.
  const still = await saveDraft({ by: await actorOf(mate), slug: idea.slug, text: third, basedOn: 0 });
  expect(still).toMatchObject({ outcome: 'aside', asideId: behind.outcome === 'aside' && behind.asideId });
  const [aside, ...others] = await db.ideaDraftAside.findMany({ where: { ideaId: idea.id } });
  expect(others).toEqual([]);
  expect(aside).toMatchObject({ byId: mate.id, basedOn: 0, text: textOf(third), settledAt: null });

  await settleAside({ by: await actorOf(owner), slug: idea.slug, asideId: aside!.id, keep: 'aside' });
  expect(await draftOf(idea)).toEqual({ ...textOf(third), revision: 2 });
  expect(await db.ideaDraftAside.findUniqueOrThrow({ where: { id: aside!.id } })).toMatchObject({
    text: textOf(first),
  });
  await expect(
    settleAside({ by: await actorOf(owner), slug: idea.slug, asideId: aside!.id, keep: 'aside' }),
  ).rejects.toMatchObject({ status: 404 });
});

test('five people save at once from the same revision: one is the draft, every other text is kept', async () => {
  const people = await Promise.all(Array.from({ length: 5 }, () => aPerson()));
  const idea = await anIdea({ ownerId: people[0]!.id, memberIds: people.slice(1).map((one) => one.id) });
  const texts = people.map(() => aText({ unitId: idea.unitId, fieldId: 'moi-truong' }));
  const outcomes = await Promise.all(
    people.map(async (person, index) =>
      saveDraft({ by: await actorOf(person), slug: idea.slug, text: texts[index]!, basedOn: 0 }),
    ),
  );
  expect(outcomes.filter((one) => one.outcome === 'saved')).toHaveLength(1);
  const asides = await db.ideaDraftAside.findMany({ where: { ideaId: idea.id } });
  const { revision, ...kept } = await draftOf(idea);
  expect(revision).toBe(1);
  const titles = [kept.title, ...asides.map((one) => (one.text as { title: string }).title)];
  expect(titles.sort()).toEqual(texts.map((text) => text.title).sort());
});

test('the unit is one of the person’s own or a province; the field is one of the drive', async () => {
  const owner = await aPerson();
  const by = await actorOf(owner);
  const idea = await anIdea({ ownerId: owner.id });
  const province = await aUnit();
  const commune = await aUnit({ parentId: province.id });
  const text = aText({ unitId: commune.id, fieldId: 'moi-truong' });

  await expect(saveDraft({ by, slug: idea.slug, text, basedOn: 0 })).rejects.toMatchObject({
    fields: { unitId: [{ key: 'controls:problems.choice' }] },
  });
  await expect(
    saveDraft({ by, slug: idea.slug, text: { ...text, unitId: 2_000_000_000 }, basedOn: 0 }),
  ).rejects.toMatchObject({ fields: { unitId: [{ key: 'controls:problems.choice' }] } });
  await expect(
    saveDraft({ by, slug: idea.slug, text: { ...text, unitId: province.id, fieldId: 'khong-co' }, basedOn: 0 }),
  ).rejects.toMatchObject({ fields: { fieldId: [{ key: 'controls:problems.choice' }] } });

  await db.membership.create({ data: { personId: owner.id, unitId: commune.id, claimedAt: new Date() } });
  await saveDraft({ by, slug: idea.slug, text, basedOn: 0 });
  expect(await db.idea.findUniqueOrThrow({ where: { id: idea.id } })).toMatchObject({
    unitId: commune.id,
    provinceId: province.id,
  });
});

test('only the team writes: a stranger learns nothing, a reader of a published one is refused', async () => {
  const stranger = await actorOf(await aPerson());
  const draft = await anIdea();
  const open = await aPublishedIdea();
  const text = aText({ unitId: null });
  await expect(saveDraft({ by: stranger, slug: draft.slug, text, basedOn: 0 })).rejects.toMatchObject({ status: 404 });
  await expect(saveDraft({ by: stranger, slug: open.slug, text, basedOn: 0 })).rejects.toMatchObject({ status: 403 });
  await expect(saveDraft({ by: stranger, slug: 'khong-co', text, basedOn: 0 })).rejects.toMatchObject({ status: 404 });
});

test('while it waits to be looked at the text stays as it is', async () => {
  const owner = await aPerson();
  const idea = await anIdea({ ownerId: owner.id });
  await submitted(idea);
  const save = saveDraft({ by: await actorOf(owner), slug: idea.slug, text: aText(), basedOn: 0 });
  await expect(save).rejects.toMatchObject({ status: 409, because: { key: 'ideas:refusals.waiting' } });
});

test('a published idea keeps its public field and unit while its draft moves on', async () => {
  const owner = await aPerson();
  const idea = await aPublishedIdea({ ownerId: owner.id });
  const elsewhere = await aUnit();
  await aField('giao-duc');
  const text = aText({ unitId: elsewhere.id, fieldId: 'giao-duc', lookingFor: ['SPONSOR'] });
  await saveDraft({ by: await actorOf(owner), slug: idea.slug, text, basedOn: 0 });
  expect(await db.idea.findUniqueOrThrow({ where: { id: idea.id } })).toEqual(idea);
});
