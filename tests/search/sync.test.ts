import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { checkIndex, isTrue } from '#search/check.server.ts';
import { DocumentsRefused, Unreachable } from '#search/engine.ts';
import type { IdeaEngine, IdeaEngines } from '#search/engines.server.ts';
import { rebuildIndex } from '#search/rebuild.server.ts';
import { searchIdeas } from '#search/search-ideas.server.ts';
import { syncIndex } from '#search/sync.server.ts';
import { bringUpToDate } from '#search/writing.server.ts';
import { aPerson, aUnit } from '#tests/support/builders.ts';
import { anIdea, aPublishedIdea, consentOf, published } from '#tests/support/idea-builders.ts';
import { engineNames, only, ownEngines } from '#tests/support/search.ts';

let engines: IdeaEngines;

beforeEach(async () => {
  engines = ownEngines();
});

afterEach(async () => {
  await engines.meilisearch?.clear();
  await db.$executeRaw`truncate "IdeaSearchDocument", "SearchIndex", "SearchSending", "SearchWord", "Event", "EventCursor"`;
  await db.idea.updateMany({ data: { state: 'WITHDRAWN' } });
});

type Kind = Parameters<typeof recordEvent>[1]['kind'];
const tell = (kind: Kind, about: { ideaId?: string; personId?: string; unitId?: number; contestId?: string }) =>
  db.$transaction((tx) => recordEvent(tx, { kind, by: null, ...about }));

/** A published idea and the event that says so. */
async function publishedNow(fields: Parameters<typeof aPublishedIdea>[0] = {}) {
  const idea = await aPublishedIdea(fields);
  await tell('idea.published', { ideaId: idea.id });
  return idea;
}

/** Steps until every event is read: a transaction of anybody on the server may hold one back for a moment. */
async function syncName(name: 'postgres' | 'meilisearch', one: IdeaEngines) {
  for (;;) {
    while (await syncIndex(name, one));
    const [left] = await db.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from "Event" e
      where (e.txid, e.id) > (select txid, id from "EventCursor" where reader = ${`search.ideas.${name}`})`;
    const [reader] = await db.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from "EventCursor" where reader = ${`search.ideas.${name}`}`;
    if (left!.count === 0 || reader!.count === 0) return;
  }
}

/** The engine with some of its verbs done otherwise. */
function but(engine: IdeaEngine, others: Partial<IdeaEngine>): IdeaEngine {
  return new Proxy(engine, {
    get: (target, name) => {
      const value = others[name as keyof IdeaEngine] ?? target[name as keyof IdeaEngine];
      return typeof value === 'function' ? (value as (...given: never[]) => unknown).bind(target) : value;
    },
  });
}

describe.each(engineNames)('%s', (name) => {
  const engine = () => engines[name]!;
  const with_ = (one: IdeaEngine) => ({ ...engines, [name]: one }) as IdeaEngines;
  const sync = (one = engines) => syncName(name, one);
  const held = async () => {
    const all = new Map<string, string>();
    for await (const some of engine().everything()) for (const [id, hash] of some) all.set(id, hash);
    return [...all.keys()].sort();
  };
  const titles = async (q: string) => {
    const { items, loose } = await searchIdeas({ q }, only(engines, engine()));
    return loose ? [] : items.map((item) => item.title);
  };

  test('a new index is filled with what is public, and with nothing else', async () => {
    const one = await aPublishedIdea({ text: { title: 'Máy bơm tay' } });
    const draft = await anIdea({ text: { title: 'Máy bơm bí mật' } });
    const withdrawn = await aPublishedIdea({ text: { title: 'Máy bơm đã rút' } });
    await db.idea.update({ where: { id: withdrawn.id }, data: { state: 'WITHDRAWN' } });
    await sync();
    expect(await held()).toEqual([one.id]);
    expect(await titles('may bom')).toEqual(['Máy bơm tay']);
    expect(draft.state).toBe('DRAFT');
    const index = await db.searchIndex.findUniqueOrThrow({ where: { name: `ideas.${name}` } });
    expect(index).toMatchObject({ behindSince: null, failure: null, rebuildDone: 1, rebuildTotal: 1 });
  });

  test('what happens is followed: published, changed, withdrawn', async () => {
    await sync();
    const idea = await anIdea({ text: { title: 'Cầu phao tre' } });
    await tell('idea.begun', { ideaId: idea.id });
    await sync();
    expect(await held()).toEqual([]);

    await published(idea);
    await tell('idea.published', { ideaId: idea.id });
    await sync();
    expect(await titles('cau phao')).toEqual(['Cầu phao tre']);

    await db.idea.update({ where: { id: idea.id }, data: { stage: 'APPLIED' } });
    await tell('idea.stage-changed', { ideaId: idea.id });
    await sync();
    const { items } = await searchIdeas({ q: '', filters: { stage: ['APPLIED'] } }, only(engines, engine()));
    expect(items.map(({ id }) => id)).toEqual([idea.id]);

    await db.idea.update({ where: { id: idea.id }, data: { state: 'WITHDRAWN' } });
    await tell('idea.withdrawn', { ideaId: idea.id });
    await sync();
    expect(await held()).toEqual([]);
  });

  test('names follow consent, and a person’s new name follows them', async () => {
    const person = await aPerson({ fullName: 'Trần Văn Chưa Đồng Ý' });
    const idea = await publishedNow({ ownerId: person.id });
    await sync();
    expect(await titles('tran van chua dong y')).toEqual([]);
    await consentOf(person);
    await tell('consent.given', { personId: person.id });
    await sync();
    const found = await searchIdeas({ q: 'tran van chua dong y' }, only(engines, engine()));
    expect(found.items.map(({ id, authorNames }) => [id, authorNames])).toEqual([[idea.id, ['Trần Văn Chưa Đồng Ý']]]);
    await db.consent.updateMany({ where: { personId: person.id }, data: { withdrawnAt: new Date('2021-01-01') } });
    await tell('consent.withdrawn', { personId: person.id });
    await sync();
    expect(
      (await searchIdeas({ q: 'chua dong y' }, only(engines, engine()))).items.filter(
        (item) => item.authorNames.length > 0,
      ),
    ).toEqual([]);
  });

  test('a unit’s new and old names find its ideas', async () => {
    const province = await aUnit({ name: 'Tỉnh Quảng Ninh' });
    const commune = await aUnit({ name: 'Phường Móng Cái 1', parentId: province.id });
    const idea = await publishedNow({ unitId: commune.id, text: { title: 'Chợ nổi' } });
    await sync();
    expect(await titles('quang ninh')).toEqual(['Chợ nổi']);
    await db.formerUnitName.create({ data: { unitId: commune.id, name: 'Xã Đầm Hà', folded: 'xa dam ha' } });
    await tell('unit.changed', { unitId: province.id });
    await sync();
    expect(await titles('đầm hà')).toEqual(['Chợ nổi']);
    expect(
      (await searchIdeas({ q: '', filters: { unit: [String(province.id)] } }, only(engines, engine()))).items.map(
        ({ id }) => id,
      ),
    ).toEqual([idea.id]);
  });

  test('one bad document does not hold up the others, and is said', async () => {
    await sync();
    const [good, bad, other] = [await publishedNow(), await publishedNow(), await publishedNow()];
    const picky = but(engine(), {
      upsert: async (documents) => {
        if (documents.some(({ id }) => id === bad.id)) throw new DocumentsRefused('invalid_document');
        await engine().upsert(documents);
      },
    });
    await sync(with_(picky));
    expect(await held()).toEqual([good.id, other.id].sort());
    const sendings = await db.searchSending.findMany({ where: { index: `ideas.${name}` } });
    expect(sendings).toMatchObject([{ documentId: bad.id, refused: 'invalid_document' }]);
    // It is tried again when it changes.
    await tell('idea.stage-changed', { ideaId: bad.id });
    await sync();
    expect(await held()).toEqual([good.id, bad.id, other.id].sort());
    expect(await db.searchSending.count()).toBe(0);
  });

  test('an engine that cannot be reached is waited for; nothing is lost, and the lag is on record', async () => {
    await sync();
    const idea = await publishedNow();
    const gone = with_(
      but(engine(), {
        upsert: async () => {
          throw new Unreachable('no answer');
        },
      }),
    );
    const index = () => db.searchIndex.findUniqueOrThrow({ where: { name: `ideas.${name}` } });
    // A transaction that is still open anywhere on the server holds back what may be read.
    await vi.waitFor(async () => {
      expect(await syncIndex(name, gone)).toBe(false);
      expect(await index()).toMatchObject({ behindSince: expect.any(Date), failure: 'no answer' });
    }, 30_000);
    expect(await syncIndex(name, gone)).toBe(false);
    expect(await held()).toEqual([]);
    await sync();
    expect(await held()).toEqual([idea.id]);
    expect(await index()).toMatchObject({ behindSince: null, failure: null });
  });

  test('a request that was given up and arrives late does not win', async () => {
    const idea = await publishedNow({ text: { title: 'Tên cũ của thuyền' } });
    await sync();
    let late: (() => Promise<void>) | undefined;
    const hanging = with_(
      but(engine(), {
        upsert: async (documents) => {
          late = () => engine().upsert(documents);
          throw new Unreachable('timed out');
        },
      }),
    );
    await tell('idea.published', { ideaId: idea.id });
    await vi.waitFor(async () => {
      await syncIndex(name, hanging);
      expect(late).toBeDefined();
    }, 30_000);
    const version = await db.idea.findUniqueOrThrow({
      where: { id: idea.id },
      include: { versions: true, draft: true },
    });
    const { ideaId: _, revision: __, savedAt: ___, ...text } = version.draft!;
    await db.ideaDraft.update({ where: { ideaId: idea.id }, data: { title: 'Tên mới của thuyền' } });
    expect(text.title).toBe('Tên cũ của thuyền');
    await published(idea);
    await tell('idea.published', { ideaId: idea.id });
    await sync();
    expect(await titles('thuyen')).toEqual(['Tên mới của thuyền']);
    await late!();
    expect(await titles('thuyen')).toEqual(['Tên cũ của thuyền']);
    await db.$executeRaw`update "SearchSending" set "sentAt" = "sentAt" - interval '3 seconds'`;
    await sync();
    expect(await titles('thuyen')).toEqual(['Tên mới của thuyền']);
    expect(await db.searchSending.count()).toBe(0);
  });

  test('two workers at once: one works, the other leaves it alone', async () => {
    await sync();
    await Promise.all(Array.from({ length: 5 }, () => publishedNow()));
    // A transaction that is still open anywhere on the server holds back what may be read, so this is tried until it is not.
    const did: boolean[] = [];
    await vi.waitFor(async () => {
      did.push(...(await Promise.all(Array.from({ length: 4 }, () => syncIndex(name, engines)))));
      expect((await held()).length).toBe(5);
    }, 30_000);
    expect(did.filter(Boolean).length).toBeGreaterThanOrEqual(1);
  });

  test('a check finds what is missing, wrong or too much, and repairs it', async () => {
    const [one, two, three] = [await publishedNow(), await publishedNow(), await publishedNow()];
    await sync();
    expect(await checkIndex(engine())).toEqual({
      inDatabase: 3,
      inIndex: 3,
      compared: 3,
      missing: [],
      different: [],
      extra: [],
    });
    await engine().remove([one.id]);
    await db.idea.update({ where: { id: two.id }, data: { stage: 'COMMERCIAL' } });
    await db.idea.update({ where: { id: three.id }, data: { state: 'WITHDRAWN' } });
    const drift = await checkIndex(engine());
    expect(drift).toMatchObject({
      inDatabase: 2,
      inIndex: 2,
      missing: [one.id],
      different: [two.id],
      extra: [three.id],
    });
    expect(isTrue(drift)).toBe(false);
    await checkIndex(engine(), { repair: true });
    const after = await checkIndex(engine());
    expect(isTrue(after)).toBe(true);
    expect(isTrue(await checkIndex(engine(), { sample: true }))).toBe(true);
    expect(await held()).toEqual([one.id, two.id].sort());
  });

  test('a rebuild loses no change that comes while it runs', async () => {
    const ideas = [await publishedNow(), await publishedNow(), await publishedNow()];
    await sync();
    const meanwhile = { done: false };
    const slow = but(engine(), {
      rebuild: async () => {
        const rebuild = await engine().rebuild();
        return {
          ...rebuild,
          drain: async () => {
            if (!meanwhile.done) {
              meanwhile.done = true;
              await db.idea.update({ where: { id: ideas[0]!.id }, data: { state: 'WITHDRAWN' } });
              await tell('idea.withdrawn', { ideaId: ideas[0]!.id });
              await db.idea.update({ where: { id: ideas[1]!.id }, data: { stage: 'APPLIED' } });
              await tell('idea.stage-changed', { ideaId: ideas[1]!.id });
              ideas.push(await publishedNow());
              // The worker goes on with the old index.
              await sync();
              expect(await held()).toEqual([ideas[1]!, ideas[2]!, ideas[3]!].map(({ id }) => id).sort());
            }
            await rebuild.drain();
          },
        };
      },
    });
    await rebuildIndex(slow);
    expect(meanwhile.done).toBe(true);
    expect(isTrue(await checkIndex(engine()))).toBe(true);
    await sync();
    expect(isTrue(await checkIndex(engine()))).toBe(true);
  });

  test('a rebuild that fails leaves the index as it was', async () => {
    const idea = await publishedNow();
    await sync();
    const failing = but(engine(), {
      rebuild: async () => ({
        ...(await engine().rebuild()),
        add: async () => {
          throw new Unreachable('gone');
        },
      }),
    });
    await expect(rebuildIndex(failing)).rejects.toThrow('gone');
    expect(await held()).toEqual([idea.id]);
  });

  test('events that commit late are read', async () => {
    await sync();
    const [slow, quick] = [await aPublishedIdea(), await aPublishedIdea()];
    let finish = () => {};
    const waiting = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let begun = () => {};
    const started = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const first = db.$transaction(async (tx) => {
      await recordEvent(tx, { kind: 'idea.published', by: null, ideaId: slow.id });
      begun();
      await waiting;
    });
    await started;
    await tell('idea.published', { ideaId: quick.id });
    while (await syncIndex(name, engines));
    finish();
    await first;
    await sync();
    expect(await held()).toEqual([slow.id, quick.id].sort());
  });

  test('bringing up to date twice changes nothing', async () => {
    const idea = await publishedNow();
    await sync();
    const before = await engine().held([idea.id]);
    await bringUpToDate(engine(), [idea.id, idea.id]);
    expect(await engine().held([idea.id])).toEqual(before);
  });
});

test.runIf(engineNames.length === 2)('both engines hold the same documents', async () => {
  await publishedNow();
  await publishedNow();
  for (const name of engineNames) await syncName(name, engines);
  const all = await Promise.all(
    engineNames.map(async (name) => {
      const held = new Map<string, string>();
      for await (const some of engines[name]!.everything()) for (const [id, hash] of some) held.set(id, hash);
      return [...held].sort();
    }),
  );
  expect(all[0]!.length).toBe(2);
  expect(all[0]).toEqual(all[1]);
});

test.runIf(engineNames.length === 2)('an index that is lost is built again', async () => {
  const idea = await publishedNow();
  for (const name of engineNames) await syncName(name, engines);
  await engines.meilisearch!.clear();
  const other = await publishedNow();
  await syncName('meilisearch', engines);
  expect([...(await engines.meilisearch!.held([idea.id, other.id])).keys()].sort()).toEqual([idea.id, other.id].sort());
  expect((await searchIdeas({ q: '' }, only(engines, engines.meilisearch!))).total.count).toBe(2);
});
