import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { db } from '#app/platform/db/db.server.ts';
import { ideaDocument } from '#search/documents/idea-document.ts';
import type { Filters, SearchRequest } from '#search/engine.ts';
import type { PostgresEngine } from '#search/postgres/postgres-engine.server.ts';
import { slices } from '#search/postgres/slices.ts';
import { countPhrases } from '#search/postgres/speller.server.ts';
import { wordsFrom } from '#search/text/query.ts';
import { countWords } from '#search/vocabulary.server.ts';
import { aPublicIdea, ideaId } from '#tests/support/public-ideas.ts';
import { ownEngines } from '#tests/support/search.ts';

/** The number of each ends in another digit of sixteen: every slice has its share. */
const ideas = Array.from({ length: 32 }, (_, number) =>
  aPublicIdea({
    number,
    title: `Thuyền thúng ${number}`,
    abstract: 'Chèo bằng tay',
    problem: 'Sóng lớn ngoài khơi',
    fieldId: number % 2 === 0 ? 'giao-thong' : 'thuy-san',
  }),
);

let engine: PostgresEngine;

beforeAll(async () => {
  engine = ownEngines().postgres;
  await engine.upsert(ideas.map((idea) => ideaDocument(idea)));
  await countWords();
});

afterAll(async () => {
  await db.ideaSearchDocument.deleteMany();
});

const request = (words: string[], more: Partial<SearchRequest> = {}): SearchRequest => ({
  words: wordsFrom(words),
  open: false,
  filters: {},
  sort: 'relevance',
  page: 1,
  size: 100,
  facets: [],
  ...more,
});
const every = ideas.map(({ id }) => id).sort();

test.each([
  ['of a title', ['thuyen', 'thung']],
  ['of a title with their tones', ['thuyền', 'thúng']],
  ['some with their tones', ['thuyền', 'cheo']],
  ['of a text', ['song', 'khoi']],
  ['of a text with their tones', ['sóng', 'khơi']],
])('words %s are found in every slice', async (_, words) => {
  for (const sort of ['relevance', 'newest'] as const) {
    const { hits, total, facets } = await engine.search(request(words, { sort, facets: ['field'] }));
    expect(hits.map(({ document }) => document.id).sort()).toEqual(every);
    expect(total).toEqual({ count: 32, means: 'exact' });
    expect(facets).toEqual({
      field: [
        { value: 'giao-thong', count: 16 },
        { value: 'thuy-san', count: 16 },
      ],
    });
  }
});

describe('filters', () => {
  const matching = async (words: string[], filters: Filters) => {
    const { hits, total } = await engine.search(request(words, { filters }));
    expect(total.count).toBe(hits.length);
    return hits.map(({ document }) => document.id).sort();
  };
  const odd = "a'b\\c d:*|!";

  beforeAll(async () => {
    const all = {
      title: 'Cầu khỉ',
      fieldId: odd,
      province: { id: 5, slug: 'ca-mau', name: 'Cà Mau' },
      unitIds: [5, 51],
    };
    const more = { stage: 'APPLIED', lookingFor: ['MENTOR', 'SPONSOR'], contestIds: ['c-1'], awards: ['giai-nhat'] };
    await engine.upsert([
      ideaDocument(aPublicIdea({ number: 50, ...all, ...more })),
      ideaDocument(aPublicIdea({ number: 51, title: 'Cầu khỉ', problem: 'lim moi-truong 51' })),
    ]);
    await countWords();
  });
  afterAll(() => engine.remove([ideaId(50), ideaId(51)]));

  test.each<[Filters]>([
    [{ field: [odd] }],
    [{ field: ['khong-co', odd] }],
    [{ province: ['ca-mau'] }],
    [{ unit: ['51'] }],
    [{ stage: ['APPLIED', 'RESEARCH'] }],
    [{ contest: ['c-1'] }],
    [{ award: ['giai-nhat'] }],
    [{ lookingFor: ['SPONSOR'] }],
    [{ year: ['2026'], unit: ['5'], lookingFor: ['MENTOR'], stage: [] }],
  ])('%j narrows words as it narrows a list', async (filters) => {
    expect(await matching([], filters)).toEqual([ideaId(50)]);
    for (const words of [
      ['cau', 'khi'],
      ['cầu', 'khỉ'],
      ['cầu', 'khi'],
    ])
      expect(await matching(words, filters)).toEqual([ideaId(50)]);
  });

  test.each<[Filters]>([
    [{ field: ['khong-co'] }],
    [{ field: [''] }],
    [{ field: ["x' | '=stage IDEA"] }],
    [{ field: ['x\\'] }],
    [{ field: ['\ud83d'] }],
    [{ field: ['a'.repeat(5_000)] }],
    [{ unit: ['5.0'] }],
    [{ stage: ['IDEA'], contest: ['c-1'] }],
  ])('%j finds nothing and harms nothing', async (filters) => {
    expect(await matching(['cau', 'khi'], filters)).toEqual([]);
  });

  test('what a document may be narrowed by is no word of it', async () => {
    const words = await db.searchWord.findMany({ where: { noun: 'ideas' }, select: { word: true } });
    expect(words.filter(({ word }) => !/^[\p{L}\p{N}]+$/u.test(word))).toEqual([]);
    expect((await engine.search(request(['stage']))).total.count).toBe(0);
  });
});

test('titles are suggested from every slice', async () => {
  const suggested = await engine.suggest({ words: wordsFrom(['thuyen', 'thun']), open: true, limit: 100 });
  expect(suggested.map(({ id }) => id).sort()).toEqual(every);
});

test('the last word may be any that begins so, known or too new to be', async () => {
  const found = async (words: string[]) =>
    (await engine.search(request(words, { open: true }))).hits.map(({ document }) => document.id).sort();
  expect(await found(['song', 'kh'])).toEqual(every);
  expect(await found(['kh'])).toEqual(every);
  await engine.upsert([ideaDocument(aPublicIdea({ number: 39, title: 'Thuyền xuồngmới' }))]);
  expect(await found(['thuyen', 'xuongm'])).toEqual([ideaId(39)]);
  await engine.remove([ideaId(39)]);
});

test('of other words a first letter is looked for only where few known words begin so', async () => {
  const found = async (words: string[], open = true) => {
    const { hits, total } = await engine.search(request(words, { open }));
    return { ids: hits.map(({ document }) => document.id).sort(), total: total.count };
  };
  const nothing = { ids: [], total: 0 };
  const [one, other] = [40, 41].map((number) => aPublicIdea({ number, title: number === 40 ? 'Cầu khỉ' : 'Cầu vồng' }));
  await engine.upsert([one, other].map((idea) => ideaDocument(idea!)));
  expect(await found(['cau', 'v'])).toEqual({ ids: [other!.id], total: 1 });

  const many = Array.from({ length: 60 }, (_, number) => `v${String.fromCharCode(97 + (number % 26))}${number}`);
  await engine.upsert([ideaDocument(aPublicIdea({ number: 42, title: many.join(' ') }))]);
  await countWords();
  expect(await found(['cau', 'v'])).toEqual({ ids: [one!.id, other!.id], total: 2 });
  expect(await found(['cau', 'vo'])).toEqual({ ids: [other!.id], total: 1 });
  expect(await found(['cau', 'v'], false)).toEqual(nothing);
  expect((await found(['v'])).ids).toEqual([other!.id, ideaId(42)]);
  await engine.remove([one!.id, other!.id, ideaId(42)]);
  await countWords();
});

test('whole questions are answered from every slice', async () => {
  const { hits } = await engine.search(request(['song', 'lon', 'ngoai', 'khoi', 'cheo', 'bang', 'tay']));
  expect(hits.map(({ document }) => document.id).sort()).toEqual(every);
});

test('a table that was filled anew has its indexes again, as a rebuild that failed leaves them', async () => {
  const indexes = () => db.$queryRaw`
    select indexname, indexdef from pg_indexes where tablename = 'IdeaSearchDocument' order by indexname`;
  const before = await indexes();
  for (const end of ['drain', 'abandon'] as const) {
    await db.ideaSearchDocument.deleteMany();
    const rebuild = await engine.rebuild();
    expect(await indexes()).not.toEqual(before);
    await rebuild.add(ideas.map((idea) => ideaDocument(idea)));
    await rebuild[end]();
    expect(await indexes()).toEqual(before);
  }
  // Where something is found already, nobody is made to wait for it.
  await engine.rebuild();
  expect(await indexes()).toEqual(before);
});

test('a slice is read from its own index, whatever is looked for', async () => {
  const plan = (vector: string, slice: string) =>
    db.$transaction(async (tx) => {
      await tx.$executeRaw`set local enable_seqscan = off`;
      const lines = await tx.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(
        `explain select id from "IdeaSearchDocument" where "${vector}" @@ 'thuyen'::tsquery and ${slice}`,
      );
      return lines.map((line) => line['QUERY PLAN']).join('\n');
    });
  for (const vector of ['words', 'titleWords', 'tones']) {
    for (const [at, slice] of slices.entries())
      expect(await plan(vector, slice)).toContain(`"IdeaSearchDocument_${vector}_${at + 1}_idx"`);
  }
});

test('every document lies in one slice', async () => {
  const ties = `select tie from generate_series(0, 31) as tie`;
  const counted = await db.$queryRawUnsafe<{ times: number }[]>(
    `select (${slices.map((slice) => `(${slice})::int`).join(' + ')}) as times from (${ties}) as ties group by 1`,
  );
  expect(counted).toEqual([{ times: 1 }]);
});

test('what begins a text is no neighbour of what ends its title', async () => {
  await engine.upsert([ideaDocument(aPublicIdea({ number: 40, title: 'Cửa gỗ', abstract: 'lim xanh' }))]);
  await countWords();
  expect(
    await countPhrases([
      ['cua', 'go'],
      ['lim', 'xanh'],
      ['go', 'lim'],
    ]),
  ).toEqual([1, 0, 0]);
  // Texts are counted where no title has any of them.
  expect(
    await countPhrases([
      ['lim', 'xanh'],
      ['go', 'lim'],
    ]),
  ).toEqual([1, 0]);
  await engine.remove([ideaId(40)]);
});

test('a word that stands in a text hundreds of times, or far down in it, is found', async () => {
  const problem = `${'dài '.repeat(20_000)}cuối`;
  await engine.upsert([ideaDocument(aPublicIdea({ number: 41, title: 'Rất dài', problem }))]);
  const { hits } = await engine.search(request(['dai', 'cuoi']));
  expect(hits.map(({ document }) => document.id)).toEqual([ideaId(41)]);
  await engine.remove([ideaId(41)]);
});
