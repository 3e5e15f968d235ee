import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { hearsChanges, listenForChanges } from '#app/platform/db/changes.server.ts';
import { databaseUrl, db } from '#app/platform/db/db.server.ts';
import { running } from '#app/platform/running.server.ts';
import { ideaDocument } from '#search/documents/idea-document.ts';
import { type IdeaEngines, ideaEngines, makeIdeaEngines } from '#search/engines.server.ts';
import { searchIdeas } from '#search/search-ideas.server.ts';
import { TakeOver } from '#search/take-over.server.ts';
import { aLineTo, type Line } from '#tests/support/line-to.ts';
import { aPublicIdea } from '#tests/support/public-ideas.ts';

const meili = inject('meili');

describe.skipIf(meili === null)('when Meilisearch is gone, hangs or lags', () => {
  let line: Line;
  let engines: IdeaEngines;
  const ask = async () => {
    const began = performance.now();
    const { engine, items } = await searchIdeas({ q: 'den' }, engines);
    return { engine, found: items.length, took: performance.now() - began };
  };

  beforeAll(async () => {
    line = await aLineTo(meili!.url);
    engines = makeIdeaEngines({ url: line.url, key: meili!.key }, `t-${process.pid}-over-`);
    const documents = [ideaDocument(aPublicIdea({ number: 1, title: 'Đèn ngủ' }))];
    await engines.postgres.upsert(documents);
    const rebuild = await engines.meilisearch!.rebuild();
    await rebuild.add(documents);
    await rebuild.drain();
    await rebuild.swap();
    await db.searchIndex.create({ data: { name: 'ideas.meilisearch' } });
  });

  afterAll(async () => {
    line.set('open');
    engines.takeOver.close();
    await engines.meilisearch!.clear();
    await line.close();
  });

  test('it answers once it has shown that it can', async () => {
    expect((await ask()).engine).toBe('postgres');
    expect(await engines.takeOver.probe()).toBe(true);
    expect(await ask()).toMatchObject({ engine: 'meilisearch', found: 1 });
  });

  test('cut: the other one answers at once, and gives way when it is back', async () => {
    line.set('cut');
    const first = await ask();
    expect(first).toMatchObject({ engine: 'postgres', found: 1 });
    expect(await engines.takeOver.probe()).toBe(false);
    line.set('open');
    // It rests for a while, however soon it is back.
    expect((await ask()).engine).toBe('postgres');
    await expect.poll(async () => (await ask()).engine, { timeout: 9_000, interval: 200 }).toBe('meilisearch');
  });

  test('hung: nobody waits longer than a moment', async () => {
    line.set('hung');
    const answers = [];
    for (let i = 0; i < 12; i++) {
      answers.push(await ask());
      // From the second on nobody asks it first.
      expect(engines.takeOver.current.name).toBe('postgres');
      await wait(50);
    }
    expect(answers.every(({ engine, found }) => engine === 'postgres' && found === 1)).toBe(true);
    // The hanging request gives up after two seconds: from then on it is known to be gone.
    await wait(1_800);
    line.set('open');
    expect((await ask()).engine).toBe('postgres');
    expect(await engines.takeOver.probe()).toBe(true);
    expect((await ask()).engine).toBe('meilisearch');
  });

  test('lagging: it does not come back before it has caught up', async () => {
    line.set('cut');
    await ask();
    line.set('open');
    await db.searchIndex.update({ where: { name: 'ideas.meilisearch' }, data: { behindSince: new Date() } });
    expect(await engines.takeOver.probe()).toBe(false);
    expect((await ask()).engine).toBe('postgres');
    await db.searchIndex.update({ where: { name: 'ideas.meilisearch' }, data: { behindSince: null } });
    expect(await engines.takeOver.probe()).toBe(true);
  });

  test('what the stand-in answered is not what those hear who come when the other is back', async () => {
    const changes = listenForChanges(databaseUrl());
    while (!hearsChanges()) await wait(5);
    running().meili = { url: line.url, key: meili!.key };
    const own = ideaEngines();
    try {
      const rebuild = await own.meilisearch!.rebuild();
      await rebuild.add([ideaDocument(aPublicIdea({ number: 1, title: 'Đèn ngủ' }))]);
      await rebuild.drain();
      await rebuild.swap();
      const heard = async () => (await searchIdeas({ q: 'den ngu' })).engine;
      expect(await heard()).toBe('postgres');
      expect(await own.takeOver.probe()).toBe(true);
      expect(await heard()).toBe('meilisearch');
      line.set('hung');
      const late = async () => (await searchIdeas({ q: 'ngu den' })).engine;
      expect(await late()).toBe('postgres');
      line.set('open');
      await wait(2_100);
      expect(await own.takeOver.probe()).toBe(true);
      expect(await late()).toBe('meilisearch');
    } finally {
      line.set('open');
      own.takeOver.close();
      await own.meilisearch!.clear();
      running().meili = undefined;
      await changes.stop();
    }
  });

  test('many at once while it hangs: all are answered', async () => {
    line.set('hung');
    const answers = await Promise.all(Array.from({ length: 40 }, ask));
    expect(answers.every(({ engine, found }) => engine === 'postgres' && found === 1)).toBe(true);
    line.set('open');
    await wait(2_100);
    expect(await engines.takeOver.probe()).toBe(true);
  });
});

test('a fault of both is told, not swallowed', async () => {
  const broken = (name: string) => ({ name, health: async () => ({ ok: true }) }) as never;
  const both = new TakeOver(broken('meilisearch'), broken('postgres'));
  await both.probe();
  await expect(
    both.ask(async () => {
      throw new Error('both');
    }),
  ).rejects.toThrow('both');
  both.close();
});
