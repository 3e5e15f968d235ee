import { afterAll, beforeAll, expect, test } from 'vitest';
import { sections } from '#app/domain/ideas/idea-text.ts';
import { fold } from '#app/domain/vietnamese.ts';
import { db } from '#app/platform/db/db.server.ts';
import { forgetVocabulary } from '#search/vocabulary.server.ts';
import { aPerson, aUnit } from '#tests/support/builders.ts';
import { aContest, anEntry } from '#tests/support/contest-builders.ts';
import { aPublishedIdea, consentOf } from '#tests/support/idea-builders.ts';
import { aMentor } from '#tests/support/mentoring-builders.ts';
import { ideasIndexed } from '#tests/support/settled-events.ts';
import { get } from '#tests/support/visits.ts';

type Data = {
  search: { total: { count: number }; filtered: boolean; unknown: string[]; moved: { from: string; to: string }[] };
  items: { slug: string }[];
  facets: { param: string; values: { value: string; label: string | null; count: number; picked: boolean }[] }[];
  also: {
    units: { slug: string; formerly: string | null }[];
    contests: { slug: string; phase: string }[];
    mentors: { name: string }[];
  };
};

const open = async (query: string, as: { id: string } | null = null) =>
  (await get(`/y-tuong${query}`, { as })).data as Data;
const facetOf = ({ facets }: Data, param: string) =>
  facets.find((facet) => facet.param === param)?.values.map(({ value, count }) => [value, count]);
/** A text that says nothing else. */
const only = (words: string) => Object.fromEntries(sections.map((section) => [section, words]));
const slugs = ({ items }: Data) => items.map(({ slug }) => slug);

let commune: { id: number; slug: string };
let contest: { slug: string; name: string };
let secretContest: { name: string };

beforeAll(async () => {
  forgetVocabulary();
  const province = await aUnit({ name: 'Tỉnh Cà Mau', slug: 'ca-mau' });
  await db.formerUnitName.create({ data: { unitId: province.id, name: 'Tỉnh Bạc Liêu', folded: 'tinh bac lieu' } });
  commune = await aUnit({ name: 'Xã Năm Căn', slug: 'xa-nam-can', kind: 'COMMUNE', parentId: province.id });
  const author = await aPerson();
  await consentOf(author);
  const idea = (slug: string, title: string, year: number, unitId: number) =>
    aPublishedIdea({
      slug,
      ownerId: author.id,
      unitId,
      text: { ...only(title), title },
      at: new Date(`${year}-03-01T00:00:00Z`),
    });
  const awarded = await idea('loc-nuoc', 'Lọc nước sạch', 2026, commune.id);
  await idea('tu-sach', 'Tủ sách cũ', 2025, province.id);
  const made = await aContest({ state: 'PUBLISHED', rounds: [{ state: 'PUBLISHED', blind: false }] });
  contest = await db.contest.update({ where: { id: made.id }, data: { name: 'Sáng tạo trẻ Đất Mũi' } });
  const drafted = await aContest({ state: 'DRAFT' });
  secretContest = await db.contest.update({ where: { id: drafted.id }, data: { name: 'Cuộc thi chưa công bố' } });
  const entry = await anEntry(made, { ideaId: awarded.id });
  const outcome = {
    roundId: made.round.id,
    entryId: entry.id,
    place: 1,
    rulePassed: true,
    passed: true,
    at: new Date(),
  };
  await db.outcome.create({ data: { ...outcome, award: 1, awardName: 'Giải Khuyến khích' } });
  // An appeal was upheld: the last edition counts.
  await db.outcome.create({ data: { ...outcome, edition: 2, award: 1, awardName: 'Giải Nhất' } });
  await ideasIndexed();
});

afterAll(async () => {
  await db.$executeRaw`truncate "IdeaSearchDocument", "SearchIndex", "SearchWord", "SearchSending", "EventCursor"`;
});

test('years, contests and awards are counted and narrow the list; the last edition of a result counts', async () => {
  const all = await open('');
  expect(facetOf(all, 'nam')).toEqual([
    ['2026', 1],
    ['2025', 1],
  ]);
  expect(facetOf(all, 'cuoc-thi')).toEqual([[contest.slug, 1]]);
  expect(facetOf(all, 'giai')).toEqual([['giai-nhat', 1]]);
  expect(all.facets.find(({ param }) => param === 'giai')!.values[0]!.label).toBe('Giải Nhất');
  for (const query of ['?giai=giai-nhat', `?cuoc-thi=${contest.slug}`, '?nam=2026', '?giai=giai-nhat&nam=2026']) {
    expect(slugs(await open(query))).toEqual(['loc-nuoc']);
  }
  expect((await open('?giai=giai-khuyen-khich')).search).toMatchObject({ total: { count: 0 }, filtered: true });
  expect((await open('?nam=2024')).search).toMatchObject({ total: { count: 0 }, filtered: true });
});

test('units are told apart once a province or words have narrowed the list', async () => {
  expect(facetOf(await open(''), 'don-vi')).toBeUndefined();
  expect(facetOf(await open('?tinh=ca-mau'), 'don-vi')).toEqual([[commune.slug, 1]]);
  expect(facetOf(await open('?q=loc+nuoc'), 'don-vi')).toEqual([[commune.slug, 1]]);
  const picked = await open(`?don-vi=${commune.slug}`);
  expect(slugs(picked)).toEqual(['loc-nuoc']);
  expect(picked.facets.find(({ param }) => param === 'don-vi')!.values).toEqual([
    { value: commune.slug, label: 'Xã Năm Căn', count: 1, picked: true },
  ]);
});

test('a province by a name it had, and its ideas by that name', async () => {
  const { search, facets } = await open('?tinh=bac-lieu');
  expect(search).toMatchObject({
    total: { count: 2 },
    unknown: [],
    moved: [{ from: 'Tỉnh Bạc Liêu', to: 'Tỉnh Cà Mau' }],
  });
  expect(facets.find(({ param }) => param === 'tinh')!.values).toMatchObject([{ value: 'ca-mau', picked: true }]);
  expect((await open('?q=tu+sach+bac+lieu')).search.total.count).toBe(1);
});

test('the name of a place without ideas is not taken for a slip', async () => {
  await aUnit({ name: 'Xã Lọc Nưa', folded: 'xa loc nua' });
  const { items, also, search } = await open('?q=loc+nua');
  expect(items).toEqual([]);
  expect(also.units).toHaveLength(1);
  expect(search).toMatchObject({ total: { count: 0 }, corrected: null, loose: false });
  expect((await open('?q=loc+nuax')).items.length).toBeGreaterThan(0);
});

test('units, contests and mentors are found from the same box; mentors by those who are signed in', async () => {
  const { person } = await aMentor();
  await db.person.update({ where: { id: person.id }, data: { fullName: 'Phạm Văn Sông Hậu' } });
  const also = async (q: string, as: { id: string } | null = null) =>
    (await open(`?q=${encodeURIComponent(q)}`, as)).also;
  expect((await also('bạc liêu')).units).toMatchObject([{ slug: 'ca-mau', formerly: 'Tỉnh Bạc Liêu' }]);
  expect((await also('đất mũi')).contests).toMatchObject([{ slug: contest.slug, phase: 'published' }]);
  expect((await also('sang tao tr')).contests).toHaveLength(1);
  expect((await also(fold(secretContest.name))).contests).toEqual([]);
  expect((await also('song hau')).mentors).toEqual([]);
  expect((await also('song hau', person)).mentors).toMatchObject([{ name: 'Phạm Văn Sông Hậu' }]);
  for (const q of ['', '😀', '!!!', "' | & :*"])
    expect(await also(q)).toEqual({ units: [], contests: [], mentors: [] });
});

test('what stands before the words is no search word, unless a title says it', async () => {
  for (const q of [
    'ý tưởng lọc nước sạch',
    'y tuong ve loc nuoc sach',
    'Tìm "lọc nước sạch"?',
    'tim cac y tuong loc nuoc sach',
  ]) {
    expect([q, slugs(await open(`?q=${encodeURIComponent(q)}`))]).toEqual([q, ['loc-nuoc']]);
  }
});

test('a word that nothing holds is read by its neighbours', async () => {
  const { search, items } = (await open('?q=loc+nuoz+sach')) as Data & { search: { corrected: string } };
  expect(items.map(({ slug }) => slug)).toEqual(['loc-nuoc']);
  expect(search).toMatchObject({ corrected: 'lọc nước sạch' });
});
