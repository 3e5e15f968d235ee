import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { syncIndex } from '#search/sync.server.ts';
import { forgetVocabulary } from '#search/vocabulary.server.ts';
import { aPerson, aUnit } from '#tests/support/builders.ts';
import { countQueries } from '#tests/support/database.ts';
import { aField, anIdea, aPublishedIdea, consentOf } from '#tests/support/idea-builders.ts';
import { ideasIndexed } from '#tests/support/settled-events.ts';
import { get } from '#tests/support/visits.ts';

type Data = {
  search: Record<string, unknown> & { total: { count: number; means: string } };
  items: {
    slug: string;
    authorNames: string[];
    place: string | null;
    marked: { title: { text: string; hit: boolean }[] };
  }[];
  facets: { param: string; values: { value: string; count: number; picked: boolean }[] }[];
};

const open = async (query: string) => {
  const answer = await get(`/y-tuong${query}`, { as: null });
  return { ...answer, data: answer.data as Data };
};
const facetOf = ({ facets }: Data, param: string) =>
  facets.find((facet) => facet.param === param)!.values.map(({ value, count }) => [value, count]);

let province: { id: number; slug: string };
let secret: { slug: string };

beforeAll(async () => {
  forgetVocabulary();
  province = await aUnit({ name: 'Tỉnh Cà Mau', slug: 'ca-mau' });
  const school = await aUnit({ name: 'Trường THPT Bí Mật', parentId: province.id, kind: 'SCHOOL' });
  await aField('moi-truong');
  await aField('giao-duc');
  const author = await aPerson({ fullName: 'Nguyễn Thị Ánh' });
  await consentOf(author);
  const silent = await aPerson({ fullName: 'Trần Không Muốn Hiện' });
  const child = await aPerson({ fullName: 'Lê Bé Nhỏ', birthDate: new Date('2014-01-01') });
  await aPublishedIdea({
    slug: 'loc-nuoc',
    ownerId: author.id,
    unitId: province.id,
    text: { title: 'Lọc nước <b>sạch</b> cho xóm' },
    at: new Date('2026-03-03'),
  });
  await aPublishedIdea({
    slug: 'cua-tre-em',
    ownerId: child.id,
    unitId: school.id,
    text: { title: 'Xe đạp phát điện' },
    at: new Date('2026-03-02'),
  });
  await aPublishedIdea({
    slug: 'tu-sach',
    ownerId: silent.id,
    unitId: province.id,
    fieldId: 'giao-duc',
    stage: 'APPLIED',
    text: { title: 'Tủ sách cũ' },
    at: new Date('2026-03-01'),
  });
  secret = await anIdea({ text: { title: 'Lọc nước tuyệt mật' } });
  for (let i = 0; i < 25; i++)
    await aPublishedIdea({ unitId: null, text: { title: `Vườn rau số ${i}` }, at: new Date(2026, 0, 1 + i) });
  await ideasIndexed();
});

afterAll(async () => {
  await db.$executeRaw`truncate "IdeaSearchDocument", "SearchIndex", "SearchWord", "SearchSending", "EventCursor"`;
});

describe('the list of ideas', () => {
  test('shows the newest with an honest total and facets', async () => {
    const { status, data } = await open('');
    expect(status).toBe(200);
    expect(data.items.slice(0, 3).map(({ slug }) => slug)).toEqual(['loc-nuoc', 'cua-tre-em', 'tu-sach']);
    expect(data.search).toMatchObject({
      total: { count: 28, means: 'exact' },
      pages: 2,
      page: 1,
      beyond: false,
      standIn: false,
      engine: 'postgres',
    });
    expect(facetOf(data, 'tinh')).toEqual([['ca-mau', 3]]);
    expect(facetOf(data, 'linh-vuc')).toEqual([
      ['moi-truong', 27],
      ['giao-duc', 1],
    ]);
    expect(facetOf(data, 'chang')).toEqual([
      ['idea', 27],
      ['applied', 1],
    ]);
  });

  test('names, schools and drafts that may not be shown are nowhere in it', async () => {
    const whole =
      (await open('')).text +
      (await open('?q=nguyen')).text +
      (await open('?q=loc+nuoc')).text +
      (await open('?q=truong+thpt+bi+mat')).text +
      (await open('?q=le+be+nho')).text;
    expect(whole).toContain('Nguyễn Thị Ánh');
    for (const hidden of ['Trần Không Muốn Hiện', 'Lê Bé Nhỏ', 'Bí Mật', 'tuyệt mật', secret.slug]) {
      expect(whole.includes(hidden) && hidden).toBe(false);
    }
  });

  test('words, filters and order come from the address and go together', async () => {
    const { data } = await open('?q=nuoc+sach&linh-vuc=moi-truong&tinh=ca-mau&chang=idea&xep=cu');
    expect(data.items.map(({ slug }) => slug)).toEqual(['loc-nuoc']);
    expect(data.items[0]!.marked.title).toEqual([
      { text: 'Lọc ', hit: false },
      { text: 'nước', hit: true },
      { text: ' <b>', hit: false },
      { text: 'sạch', hit: true },
      { text: '</b> cho xóm', hit: false },
    ]);
    expect((await open('?xep=cu')).data.items[0]!.slug).not.toBe('loc-nuoc');
    expect((await open('?linh-vuc=giao-duc&linh-vuc=moi-truong&tinh=ca-mau')).data.search.total.count).toBe(3);
  });

  test('a unit’s address narrows to everything below it', async () => {
    expect((await open(`?don-vi=${province.slug}`)).data.search.total.count).toBe(3);
  });

  test('pages are links, and join up', async () => {
    const [one, two] = [await open('?trang=1'), await open('?trang=2')];
    expect(new Set([...one.data.items, ...two.data.items].map(({ slug }) => slug)).size).toBe(28);
  });

  test.each([
    ['?trang=3', 404],
    ['?trang=1000000000', 404],
    [`?trang=${'9'.repeat(400)}`, 404],
    ['?trang=0', 404],
    ['?trang=-1', 200],
    ['?trang=hai', 200],
  ])('%s is a clear page', async (query, status) => {
    const answer = await open(query);
    expect(answer.status).toBe(status);
    expect(answer.data.search).toMatchObject({ beyond: status === 404, pages: 2, total: { count: 28 } });
  });

  test('filters that do not exist are left out, and said', async () => {
    const { data } = await open('?linh-vuc=khong-co&tinh=dau-do&chang=IDEA&can=%F0%9F%98%80&don-vi=nowhere&la=1');
    expect(data.search).toMatchObject({
      unknown: ['khong-co', 'dau-do', 'nowhere', 'IDEA', '😀'],
      filtered: false,
      total: { count: 28 },
    });
    expect((await open(`?${'tinh=x&'.repeat(5_000)}`)).status).toBe(200);
    expect(
      (await open(`?${Array.from({ length: 3_000 }, (_, i) => `linh-vuc=f${i}`).join('&')}`)).data.search.unknown,
    ).toHaveLength(5);
  });

  test.each([
    ['10,000 characters', 'nước sạch '.repeat(1_000)],
    ['punctuation', '?!"(){}'],
    ['emoji', '😀'],
    ['a half character', '%ED%A0%BD'],
    ['a null', 'a%00b'],
    ['operators', 'a & | ! <-> :*'],
  ])('%s as words are answered', async (_, q) => {
    const { status, data } = await open(`?q=${q.includes('%') ? q : encodeURIComponent(q)}`);
    expect(status).toBe(200);
    expect(data.search.typed).toBeTypeOf('string');
  });

  test('what was meant is found, and said', async () => {
    expect((await open('?q=nuoc+scah')).data.search).toMatchObject({ corrected: 'nước sạch', total: { count: 2 } });
    expect((await open('?q=nuowcs')).data.search).toMatchObject({ repairs: [{ from: 'nuowcs', to: 'nước' }] });
    expect((await open('?q=zzzz')).data).toMatchObject({ items: [], search: { total: { count: 0 }, filtered: false } });
    expect((await open('?q=nuoc+scah&chang=commercial')).data.search).toMatchObject({
      didYouMean: 'nước sạch',
      filtered: true,
    });
  });

  test('as one types, the last word may be unfinished', async () => {
    expect((await open('?q=vuon+ra')).data.search.corrected).not.toBeNull();
    expect((await open('?q=vuon+ra&go=1')).data.search).toMatchObject({ corrected: null, total: { count: 25 } });
  });

  test('one more idea is not one more query', async () => {
    const few = await countQueries(() => open('?q=xe+dap+phat+dien'));
    const many = await countQueries(() => open('?q=vuon+rau'));
    expect(few.result.data.items.length).toBe(1);
    expect(many.result.data.items.length).toBe(20);
    // One less where no unit below a province has to be named.
    expect(many.queries).toBeLessThanOrEqual(few.queries);
  });
});

test('what happens is in the list once the worker has been', async () => {
  const idea = await aPublishedIdea({ slug: 'moi-tinh', text: { title: 'Cầu tre mới tinh' } });
  await db.$transaction((tx) => recordEvent(tx, { kind: 'idea.published', by: null, ideaId: idea.id }));
  await expect
    .poll(async () => {
      await syncIndex('postgres');
      return (await open('?q=cau+tre')).data.items.map(({ slug }) => slug);
    })
    .toContain('moi-tinh');
});
