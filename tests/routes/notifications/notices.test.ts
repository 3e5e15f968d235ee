import { beforeEach, expect, test } from 'vitest';
import { findNotices } from '#app/domain/notifications/find-notices.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#app/platform/db/db.server.ts';
import { running } from '#app/platform/running.server.ts';
import { aPerson, nextNumber } from '#tests/support/builders.ts';
import { countQueries } from '#tests/support/database.ts';
import { actorOf, anIdea } from '#tests/support/idea-builders.ts';
import { get, post } from '#tests/support/visits.ts';

type Shown = { notices: { id: string; isRead: boolean; names: { idea?: { title: string } } }[]; older: string | null };

beforeEach(async () => {
  await db.notice.deleteMany();
});

async function someNotices(person: { id: string }, count: number) {
  for (let at = 0; at < count; at += 1) {
    const idea = await anIdea({ ownerId: person.id, text: { title: `Ý thứ ${at}` } });
    await db.notice.create({
      data: {
        eventId: nextNumber(),
        personId: person.id,
        kind: 'idea-published',
        subject: { ideaId: idea.id },
        createdAt: new Date(),
      },
    });
  }
}

test('a person reads their own notices, newest first, thirty at a time, at the same number of queries', async () => {
  const [me, other] = [await aPerson(), await aPerson()];
  await someNotices(me, 1);
  await someNotices(other, 1);
  const actor = await actorOf(me);
  const one = await countQueries(() => findNotices({ by: actor }));
  await someNotices(me, 31);
  const many = await countQueries(() => findNotices({ by: actor }));
  expect(many.queries).toBe(one.queries);

  const first = (await get(paths.notices(), { as: me })).data as Shown;
  expect(first.notices).toHaveLength(30);
  expect(first.notices[0]?.names.idea?.title).toBe('Ý thứ 30');
  const rest = (await get(`${paths.notices()}?truoc=${first.older}`, { as: me })).data as Shown;
  expect(rest.notices.map(({ names }) => names.idea?.title)).toEqual(['Ý thứ 0', 'Ý thứ 0']);
  expect(rest.older).toBeNull();
  expect((await get(`${paths.notices()}?truoc=x' or 1=1`, { as: me })).status).toBe(200);
});

test('marking as read reaches what was on the page, nothing newer and nobody else', async () => {
  const [me, other] = [await aPerson(), await aPerson()];
  await someNotices(me, 2);
  await someNotices(other, 1);
  const upTo = ((await get(paths.notices(), { as: me })).data as Shown).notices[0]!.id;
  await someNotices(me, 1);
  const answer = await post(paths.noticesReading(), { as: me, form: { upTo } });
  expect([answer.status, answer.location]).toEqual([302, paths.notices()]);
  const shown = ((await get(paths.notices(), { as: me })).data as Shown).notices;
  expect(shown.map(({ isRead }) => isRead)).toEqual([false, true, true]);
  expect(await db.notice.count({ where: { personId: other.id, readAt: null } })).toBe(1);
  const theirs = await db.notice.findFirstOrThrow({ where: { personId: other.id } });
  await post(paths.noticesReading(), { as: me, form: { id: theirs.id } });
  expect(await db.notice.count({ where: { personId: other.id, readAt: null } })).toBe(1);
  expect((await post(paths.noticesReading(), { as: me, form: { id: 'x' } })).status).toBe(422);
});

test('a stranger is led to sign in, and the outbox is there in the demo only', async () => {
  expect((await get(paths.notices(), { as: null })).status).toBe(302);
  expect((await post(paths.noticesReading(), { as: null })).status).toBe(401);
  expect((await get(paths.demoOutbox(), { as: null })).status).toBe(404);
  running().demo = true;
  expect((await get(paths.demoOutbox(), { as: null })).data).toEqual([]);
  running().demo = false;
  expect((await get(paths.health(), { as: null })).data).toEqual({ ok: true });
});
