import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { db } from '#app/platform/db/db.server.ts';
import { ideaEngines } from '#search/engines.server.ts';
import { searchIdeas } from '#search/search-ideas.server.ts';
import { rebuildsEnded } from '#search/sync.server.ts';
import { aPerson, aUnit } from '#tests/support/builders.ts';
import { aPublishedIdea } from '#tests/support/idea-builders.ts';
import { aStaffMember } from '#tests/support/people-builders.ts';
import { ideasIndexed } from '#tests/support/settled-events.ts';
import { get, post } from '#tests/support/visits.ts';

type Index = {
  engine: string;
  answering: boolean;
  health: { ok: boolean; version: string | null; documents: number | null };
  ideas: number;
  waiting: number;
  rebuild: { underWay: boolean; done: number; total: number; ended: Date | null } | null;
};

let administrator: { id: string };
let moderator: { id: string };

beforeAll(async () => {
  const root = await aUnit({ name: 'Trung ương Đoàn', kind: 'CENTRE' });
  administrator = await aStaffMember('ADMINISTRATOR', root);
  moderator = await aStaffMember('MODERATOR', root);
  for (let i = 0; i < 3; i++) await aPublishedIdea();
  await ideasIndexed();
});

afterAll(async () => {
  await db.$executeRaw`truncate "IdeaSearchDocument", "SearchIndex", "SearchWord", "SearchSending", "EventCursor"`;
});

const look = async () => {
  const answer = await get('/quan-tri/chi-muc', { as: administrator });
  return (answer.data as { indexes: Index[] }).indexes.find(({ engine }) => engine === 'postgres')!;
};

describe('the page of the indexes', () => {
  test('tells an administrator engine, version, documents, queue and the last rebuild', async () => {
    expect(await look()).toMatchObject({
      engine: 'postgres',
      answering: true,
      health: { ok: true, version: expect.stringMatching(/^\d+\.\d+/), documents: 3 },
      ideas: 3,
      waiting: 0,
      rebuild: { underWay: false, done: 3, total: 3, ended: expect.any(Date) },
    });
  });

  test('is for administrators alone', async () => {
    for (const as of [moderator, await aPerson()]) {
      expect((await get('/quan-tri/chi-muc', { as })).status).toBe(403);
      expect((await post('/quan-tri/chi-muc/postgres/dung-lai', { as })).status).toBe(403);
    }
    expect(await db.event.count({ where: { kind: 'index.rebuild-asked' } })).toBe(0);
  });

  test('a rebuild is asked for, done by the worker beside everything else, and refused while it lasts', async () => {
    await db.ideaSearchDocument.deleteMany();
    const asked = await post('/quan-tri/chi-muc/postgres/dung-lai', { as: administrator });
    expect([asked.status, asked.location]).toEqual([302, '/quan-tri/chi-muc']);
    expect((await look()).rebuild).toMatchObject({ underWay: true });
    expect((await post('/quan-tri/chi-muc/postgres/dung-lai', { as: administrator })).status).toBe(409);
    await ideasIndexed();
    await rebuildsEnded();
    expect(await look()).toMatchObject({ health: { documents: 3 }, rebuild: { underWay: false, done: 3, total: 3 } });
    expect(
      await db.event.findMany({ where: { kind: 'index.rebuild-asked' }, select: { byId: true, payload: true } }),
    ).toEqual([{ byId: administrator.id, payload: { engine: 'postgres' } }]);
    // It is done once.
    await ideasIndexed();
    await rebuildsEnded();
    expect((await look()).rebuild).toMatchObject({ underWay: false });
  });

  test('an engine that does not exist is not there', async () => {
    expect((await post('/quan-tri/chi-muc/solr/dung-lai', { as: administrator })).status).toBe(404);
  });
});

describe('figures for a watching program', () => {
  test('in Prometheus’ format, for this machine and for administrators', async () => {
    await searchIdeas({ q: 'khongcogihet' }, ideaEngines());
    const { status, text, headers } = await get('/so-lieu', { as: administrator });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/plain/);
    expect(text).toContain('y_hay_index_documents{engine="postgres"} 3\n');
    expect(text).toContain('y_hay_index_waiting_events{engine="postgres"} ');
    expect(text).toMatch(/y_hay_searches_empty_total\{engine="postgres"\} [1-9]/);
    expect(text).toMatch(/y_hay_search_seconds_bucket\{engine="postgres",le="\+Inf"\} \d+/);
    expect(
      text.split('\n').filter((line) => line !== '' && !/^(# (HELP|TYPE) |[a-z_]+\{[^}]*\} [\d.e-]+$)/.test(line)),
    ).toEqual([]);
    expect((await get('/so-lieu', { as: null, address: '127.0.0.1' })).status).toBe(200);
    expect((await get('/so-lieu', { as: moderator })).status).toBe(404);
    expect((await get('/so-lieu', { as: null })).status).toBe(404);
  });
});
