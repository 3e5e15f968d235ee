import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sections } from '#app/domain/ideas/idea-text.ts';
import { db } from '#app/platform/db/db.server.ts';
import { TokenBucket } from '#app/platform/token-bucket.ts';
import { endpoints, ideasAnswer, refusedAnswer } from '#app/routes/api/contract.ts';
import { forgetVocabulary } from '#search/vocabulary.server.ts';
import { aPerson, aUnit } from '#tests/support/builders.ts';
import { aField, anIdea, aPublishedIdea, consentOf } from '#tests/support/idea-builders.ts';
import { ideasIndexed } from '#tests/support/settled-events.ts';
import { get } from '#tests/support/visits.ts';

const read = (path: string, headers?: Record<string, string>) => get(`/api/${path}`, { as: null, headers });

type Ideas = z.infer<typeof ideasAnswer>;
const ideas = async (query: string) => (await read(`v1/ideas${query}`)).data as Ideas;

beforeAll(async () => {
  forgetVocabulary();
  const province = await aUnit({ name: 'Tỉnh Tuyên Quang', slug: 'tuyen-quang' });
  await db.formerUnitName.create({ data: { unitId: province.id, name: 'Tỉnh Hà Giang', folded: 'tinh ha giang' } });
  await aField('moi-truong');
  const author = await aPerson({ fullName: 'Nguyễn Thị Ánh' });
  await consentOf(author);
  const silent = await aPerson({ fullName: 'Trần Không Muốn Hiện' });
  await aPublishedIdea({
    slug: 'loc-nuoc',
    ownerId: author.id,
    unitId: province.id,
    text: { title: 'Lọc nước sạch', problem: 'Giếng nhiễm phèn' },
    at: new Date('2026-03-03T00:00:00Z'),
  });
  await aPublishedIdea({
    slug: 'tu-sach',
    ownerId: silent.id,
    text: Object.fromEntries(sections.map((section) => [section, 'Tủ sách cũ'])),
    at: new Date('2025-03-01'),
  });
  await anIdea({ slug: 'bi-mat', text: { title: 'Lọc nước tuyệt mật' } });
  await ideasIndexed();
});

afterAll(async () => {
  await db.$executeRaw`truncate "IdeaSearchDocument", "SearchIndex", "SearchWord", "SearchSending", "EventCursor"`;
});

describe('/api/v1/ideas', () => {
  test('answers as it says it does', async () => {
    const { status, data, headers } = await read('v1/ideas?q=nuoc+sach&perPage=5');
    expect(status).toBe(200);
    const { tookMs, ...answer } = ideasAnswer.parse(data);
    expect(tookMs).toBeGreaterThan(0);
    expect(answer).toEqual({
      items: [
        {
          slug: 'loc-nuoc',
          url: 'http://127.0.0.1:3000/y-tuong/loc-nuoc',
          title: 'Lọc nước sạch',
          abstract: expect.any(String),
          field: 'moi-truong',
          province: { slug: 'tuyen-quang', name: 'Tỉnh Tuyên Quang' },
          unit: 'Tỉnh Tuyên Quang',
          stage: 'idea',
          lookingFor: [],
          authors: ['Nguyễn Thị Ánh'],
          awards: [],
          endorsements: 0,
          publishedAt: '2026-03-03T00:00:00.000Z',
          highlights: {
            title: [
              { text: 'Lọc ', hit: false },
              { text: 'nước sạch', hit: true },
            ],
            abstract: expect.any(Array),
            text: null,
          },
        },
      ],
      total: 1,
      totalMeans: 'exact',
      page: 1,
      pages: 1,
      facets: {
        field: [{ value: 'moi-truong', label: expect.any(String), count: 1 }],
        province: [{ value: 'tuyen-quang', label: 'Tỉnh Tuyên Quang', count: 1 }],
        unit: [],
        stage: [{ value: 'idea', label: 'Ý tưởng', count: 1 }],
        year: [{ value: '2026', label: '2026', count: 1 }],
        contest: [],
        award: [],
        lookingFor: [],
      },
      engine: 'postgres',
      read: { words: 'nuoc sach', cut: false, corrected: null, loose: false },
    });
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=30, stale-while-revalidate=60',
      etag: expect.stringMatching(/^W\/"[\w-]{27}"$/),
      'ratelimit-limit': '600',
      'ratelimit-remaining': '599',
      'ratelimit-reset': '1',
    });
    expect(headers.get('set-cookie')).toBeNull();
  });

  test('the same answer is not sent twice', async () => {
    const first = await read('v1/ideas?q=nuoc');
    const etag = first.headers.get('etag')!;
    const again = await read('v1/ideas?q=nuoc', { 'if-none-match': `"x", ${etag}` });
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await read('v1/ideas?q=sach', { 'if-none-match': etag })).status).toBe(200);
  });

  test('filters go together, a province also by a name it had', async () => {
    expect((await ideas('?province=ha-giang&stage=idea&year=2026')).items.map(({ slug }) => slug)).toEqual([
      'loc-nuoc',
    ]);
    expect((await ideas('?year=2025&year=2026&sort=oldest')).items.map(({ slug }) => slug)).toEqual([
      'tu-sach',
      'loc-nuoc',
    ]);
    expect(await ideas('?q=nuoc+scah&stage=applied')).toMatchObject({ total: 0, didYouMean: 'nước sạch' });
  });

  test('labels and messages come in the language asked for', async () => {
    expect((await ideas('?lang=en')).facets.stage).toEqual([{ value: 'idea', label: 'Idea', count: 2 }]);
    const refused = await read('v1/ideas?lang=en&page=0');
    expect(refused.data).toEqual({
      error: { code: 'not-valid', message: 'Some parameter cannot be used.', fields: { page: 'at least 1' } },
    });
  });

  test('nothing that is not public is in it', async () => {
    const all =
      (await read('v1/ideas')).text +
      (await read('v1/ideas?q=tuyet+mat')).text +
      (await read('v1/ideas?q=tran+khong+muon')).text +
      (await read('v1/ideas/bi-mat')).text +
      (await read('v1/ideas/tu-sach')).text;
    for (const hidden of ['tuyệt mật', 'bi-mat', 'Trần Không Muốn Hiện']) {
      expect(all.includes(hidden) && hidden).toBe(false);
    }
  });

  test.each([
    ['10,000 characters', 'nước sạch '.repeat(1_000)],
    ['punctuation', '?!.,;:-–—…"\'()[]{}<>@#$%^&*_+=|\\/~`'],
    ['emoji', '😀🎉'],
    ['operators', 'nước & | ! ( ) <-> :* sạch'],
    ['quotes', `"nước 'sạch`],
    ['a null', 'nước\u0000sạch'],
    ['SQL', '\'; drop table "Idea"; --'],
  ])('%s as words are answered', async (_, q) => {
    const { status, data } = await read(`v1/ideas?q=${encodeURIComponent(q)}`);
    expect(status).toBe(200);
    expect(ideasAnswer.parse(data).read.cut).toBe(q.length > 400);
  });

  test.each(['%ED%A0%BD', '%ED%A0%BDnuoc', '%FF', '%', '%00'])('broken characters (%s) are answered', async (q) => {
    expect((await read(`v1/ideas?q=${q}`)).status).toBe(200);
  });

  test.each([
    ['page=1000000000', { page: 'lớn nhất là 10000' }],
    ['page=501', { page: 'chỉ xem được 10000 mục đầu: hãy lọc bớt' }],
    ['page=0', { page: 'nhỏ nhất là 1' }],
    ['page=-1', { page: 'nhỏ nhất là 1' }],
    ['page=1.5', { page: 'không đúng dạng' }],
    [`page=${'9'.repeat(400)}`, { page: 'không đúng dạng' }],
    ['page=1&page=2', { page: 'không đúng dạng' }],
    ['q=a&q=b', { q: 'không đúng dạng' }],
    ['perPage=1000', { perPage: 'lớn nhất là 100' }],
    ['sort=best', { sort: 'phải là một trong: relevance, newest, oldest, endorsed' }],
    ['stage=IDEA', { stage: 'phải là một trong: idea, research, development, commercial, applied' }],
    ['field=khong-co', { field: 'không có giá trị “khong-co”' }],
    ['province=dau-do', { province: 'không có giá trị “dau-do”' }],
    ['contest=khong-co', { contest: 'không có giá trị “khong-co”' }],
    ['award=khong-co', { award: 'không có giá trị “khong-co”' }],
    ['unit=%F0%9F%98%80', { unit: 'không có giá trị “😀”' }],
    ['year=20266', { year: 'không đúng dạng' }],
    ['linh-vuc=y-te&foo=1', { 'linh-vuc': 'không có tham số này', foo: 'không có tham số này' }],
    [Array.from({ length: 41 }, (_, i) => `field=f${i}`).join('&'), { field: 'nhiều nhất 40 giá trị' }],
  ])('?%s is refused with its reason', async (query, fields) => {
    const { status, data, headers } = await read(`v1/ideas?${query}`);
    expect(status).toBe(400);
    expect(refusedAnswer.parse(data)).toEqual({
      error: { code: 'not-valid', message: 'Có tham số không dùng được.', fields },
    });
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('3,000 parameters that do not exist are answered shortly', async () => {
    const { status, text } = await read(`v1/ideas?${Array.from({ length: 3_000 }, (_, i) => `p${i}=1`).join('&')}`);
    expect(status).toBe(400);
    expect(text.length).toBeLessThan(2_000);
  });

  test('a page beyond the last is empty, and says how many there are', async () => {
    expect(await ideas('?page=7&perPage=1')).toMatchObject({ items: [], total: 2, page: 7, pages: 2 });
  });
});

describe('the other endpoints', () => {
  test('one idea, whole; none where there is none', async () => {
    expect((await read('v1/ideas/loc-nuoc')).data).toMatchObject({
      slug: 'loc-nuoc',
      problem: 'Giếng nhiễm phèn',
      province: { slug: 'tuyen-quang', name: 'Tỉnh Tuyên Quang' },
      contests: [],
    });
    for (const path of ['v1/ideas/khong-co', 'v1/contests/khong-co/results', 'v2/ideas', 'x']) {
      expect(await read(path)).toMatchObject({
        status: 404,
        data: { error: { code: 'not-found', message: 'Không có gì ở địa chỉ này.' } },
      });
    }
  });

  test('units by a former name; provinces where nothing is asked', async () => {
    const found = (await read('v1/units?q=ha+giang')).data as { items: { slug: string; formerly: string | null }[] };
    expect(found.items.map(({ slug, formerly }) => [slug, formerly])).toEqual([['tuyen-quang', 'Tỉnh Hà Giang']]);
    expect(((await read('v1/units')).data as { total: number }).total).toBeGreaterThan(0);
    expect((await read('v1/contests?phase=open')).data).toEqual({ items: [], total: 0, page: 1, pages: 1 });
  });
});

test('the description is made from the same schemas, in both languages', async () => {
  type Described = {
    openapi: string;
    paths: Record<string, { get: { parameters: { name: string; in: string; description: string }[] } }>;
    components: { schemas: Record<string, object> };
  };
  const described = (await read('openapi.json')).data as Described;
  expect(described.openapi).toBe('3.1.0');
  expect(Object.keys(described.paths)).toEqual(endpoints.map(({ path }) => path));
  for (const { path, query, name } of endpoints) {
    const told = described.paths[path]!.get.parameters;
    expect(told.filter((one) => one.in === 'query').map((one) => one.name)).toEqual(Object.keys(query.shape));
    expect(told.filter(({ description }) => description === '' || description.includes('api:'))).toEqual([]);
    expect(Object.keys(described.components.schemas)).toContain(name);
  }
  const english = (await read('openapi.json?lang=en')).text;
  expect(english).toContain('Only the first 400 characters are read.');
  expect(JSON.stringify(described) + english).not.toContain('"api:');
  // What it promises holds for what is answered.
  const schema = z.fromJSONSchema(described.components.schemas.ideas as Parameters<typeof z.fromJSONSchema>[0]);
  expect(schema.safeParse((await read('v1/ideas?q=nuoc')).data).success).toBe(true);
});

describe('limits', () => {
  test('a flood from one address is told when to come back; others are not held up', async () => {
    const flood = () => get('/api/v1/units?q=zz', { as: null, address: '192.0.2.7' });
    const answers: Awaited<ReturnType<typeof flood>>[] = [];
    // Many at a time: one by one, a slow machine would give the bucket time to fill.
    while (answers.length < 3_000 && answers.every(({ status }) => status !== 429))
      answers.push(...(await Promise.all(Array.from({ length: 200 }, flood))));
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.length - refused.length).toBeGreaterThanOrEqual(600);
    expect(answers.every(({ status }) => status === 200 || status === 429)).toBe(true);
    expect(refused[0]!.data).toEqual({
      error: {
        code: 'too-many',
        message: 'Bạn gọi nhanh quá. Đợi 1 giây rồi gọi lại; về lâu dài tối đa 10 lượt mỗi giây.',
      },
    });
    expect(Object.fromEntries(refused[0]!.headers)).toMatchObject({
      'retry-after': '1',
      'ratelimit-remaining': '0',
      'ratelimit-reset': '60',
      'cache-control': 'no-store',
    });
    expect((await get('/api/v1/units?q=zz', { as: null, address: '192.0.2.8' })).status).toBe(200);
  });

  test('a bucket fills again, and forgets who has not come for long', () => {
    const bucket = new TokenBucket({ burst: 2, perSecond: 1, mostKeys: 2 });
    expect(bucket.take('a', 0)).toEqual({ ok: true, left: 1, wait: 0, full: 1 });
    expect(bucket.take('a', 0)).toEqual({ ok: true, left: 0, wait: 0, full: 2 });
    expect(bucket.take('a', 500)).toEqual({ ok: false, left: 0, wait: 1, full: 2 });
    expect(bucket.take('a', 1_000)).toEqual({ ok: true, left: 0, wait: 0, full: 2 });
    bucket.take('b', 1_000);
    bucket.take('c', 1_000);
    expect(bucket.take('a', 1_000).left).toBe(1);
  });
});
