import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fold } from '#app/domain/vietnamese.ts';
import { db } from '#app/platform/db/db.server.ts';
import { ideaDocument } from '#search/documents/idea-document.ts';
import type { Filters, SearchRequest, Sort } from '#search/engine.ts';
import type { IdeaEngine, IdeaEngines } from '#search/engines.server.ts';
import { type IdeaSearch, searchIdeas } from '#search/search-ideas.server.ts';
import { readQuery } from '#search/text/query.ts';
import { countWords } from '#search/vocabulary.server.ts';
import { aPublicIdea, ideaId } from '#tests/support/public-ideas.ts';
import { engineNames, only, ownEngines } from '#tests/support/search.ts';

const haNoi = { id: 1, slug: 'ha-noi', name: 'Thành phố Hà Nội' };
const caMau = { id: 2, slug: 'ca-mau', name: 'Tỉnh Cà Mau' };
const tuyenQuang = { id: 3, slug: 'tuyen-quang', name: 'Tỉnh Tuyên Quang' };
const contest = '01900000-0000-7000-9000-000000000001';

/** The bank of these tests. Hundreds of plain ideas stand around, so that nothing is found for want of others. */
const ideas = [
  aPublicIdea({
    number: 1,
    title: 'Lọc nước sạch cho trường học vùng Đồng bằng sông Cửu Long',
    abstract: 'Bộ lọc gốm rẻ tiền, lắp trong một buổi.',
    problem: 'Nước giếng nhiễm phèn, học sinh uống nước chưa đun.',
    fieldId: 'moi-truong',
    province: caMau,
    unitIds: [100, 2, 21],
    unit: { id: 21, slug: 'xa-nam-can', name: 'Xã Năm Căn' },
    stage: 'RESEARCH',
    lookingFor: ['SPONSOR', 'MENTOR'],
    authorNames: ['Nguyễn Thị Ánh'],
    endorsements: 7,
  }),
  aPublicIdea({
    number: 2,
    title: 'Tủ sách lưu động',
    abstract: 'Sách cũ đến với bản xa',
    fieldId: 'giao-duc',
    province: haNoi,
    unitIds: [100, 1],
    stage: 'APPLIED',
    lookingFor: ['MEMBER'],
    endorsements: 7,
  }),
  aPublicIdea({
    number: 3,
    title: 'Chuyển đổi số cho hợp tác xã',
    abstract: 'Sổ sách trên điện thoại',
    fieldId: 'chuyen-doi-so',
    province: caMau,
    unitIds: [100, 2],
    contestIds: [contest],
  }),
  aPublicIdea({
    number: 4,
    title: 'CĐS ở thư viện xã',
    abstract: 'Mượn sách bằng mã QR',
    fieldId: 'chuyen-doi-so',
    province: tuyenQuang,
    unitIds: [100, 3],
  }),
  aPublicIdea({
    number: 5,
    title: 'Đường hoa nông thôn',
    abstract: 'Trồng hoa hai bên đường làng',
    fieldId: 'moi-truong',
    province: haNoi,
    unitIds: [100, 1],
  }),
  aPublicIdea({
    number: 6,
    title: 'Dòng họ Dương gìn giữ nghề rèn',
    abstract: 'Làng nghề của họ Dương',
    fieldId: 'van-hoa',
    province: haNoi,
    unitIds: [100, 1],
  }),
  aPublicIdea({
    number: 7,
    title: 'Bản đồ hoà bình',
    abstract: 'Trò chơi kể chuyện hoà bình',
    fieldId: 'van-hoa',
    publishedAt: new Date('2025-12-31T17:30:00Z'),
  }),
  aPublicIdea({
    number: 8,
    title: 'Câu lạc bộ hòa bình',
    abstract: 'Sinh hoạt cuối tuần',
    fieldId: 'van-hoa',
    publishedAt: new Date('2025-12-31T16:30:00Z'),
  }),
  aPublicIdea({
    number: 9,
    title: 'Ứng dụng nhắc lịch tiêm COVID-19',
    abstract: 'Cho 3.000 hộ dân',
    solution: 'Tin nhắn tự động gửi tới từng hộ; ai bận thì được nhắc lại.',
  }),
  aPublicIdea({ number: 10, title: '<script>alert(1)</script> & "dấu nháy"', abstract: '\'; drop table "Idea"; --' }),
  // A space from Word, arrows, a currency sign, a picture between words.
  aPublicIdea({ number: 11, title: 'Ghế\u00a0đa→năng', abstract: 'Giá 150000₫=150000 đồng', problem: 'Xoong🍲chảo' }),
  ...Array.from({ length: 60 }, (_, i) =>
    aPublicIdea({
      number: 100 + i,
      title: `Vườn rau mẫu ${i}`,
      abstract: 'Rau trồng trong thùng xốp',
      fieldId: i % 2 === 0 ? 'nong-nghiep' : 'moi-truong',
      province: haNoi,
      unitIds: [100, 1],
      endorsements: i % 3,
    }),
  ),
  // Published in the same millisecond: the order must still be one.
  ...Array.from({ length: 5 }, (_, i) =>
    aPublicIdea({ number: 200 + i, title: `Đèn ngủ ${i}`, publishedAt: new Date('2026-05-05T05:05:05.555Z') }),
  ),
];
const newestFirst = [...ideas]
  .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || (a.id < b.id ? -1 : 1))
  .map(({ id }) => id);

let engines: IdeaEngines;

beforeAll(async () => {
  engines = ownEngines();
  const documents = ideas.map((idea) => ideaDocument(idea, idea.province === tuyenQuang ? ['Tỉnh Hà Giang'] : []));
  for (const name of engineNames) {
    const rebuild = await engines[name]!.rebuild();
    await rebuild.add(documents);
    await rebuild.drain();
    await rebuild.swap();
  }
  await countWords();
});

afterAll(async () => {
  await engines.meilisearch?.clear();
  await db.ideaSearchDocument.deleteMany();
});

describe.each(engineNames)('%s', (name) => {
  let engine: IdeaEngine;
  beforeAll(() => {
    engine = engines[name]!;
  });

  const find = (q: string, more: Partial<IdeaSearch> = {}) =>
    searchIdeas({ q, size: 10, ...more }, only(engines, engine));
  const numbers = async (q: string, more: Partial<IdeaSearch> = {}) =>
    (await find(q, more)).items.map(({ id }) => Number.parseInt(id.slice(-12), 16));
  const request = (more: Partial<SearchRequest> = {}): SearchRequest => ({
    words: [],
    open: false,
    filters: {},
    sort: 'newest',
    page: 1,
    size: 100,
    facets: [],
    ...more,
  });

  describe('lists without a query', () => {
    test('newest first, ties broken the same way, counted exactly', async () => {
      const answer = await engine.search(request());
      expect(answer.hits.map(({ document }) => document.id)).toEqual(newestFirst);
      expect(answer.total).toEqual({ count: 76, means: 'exact' });
    });

    test('page by page nothing is shown twice or left out', async () => {
      const pages = await Promise.all([1, 2, 3, 4, 5].map((page) => find('', { page, size: 20 })));
      expect(pages.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(newestFirst);
      expect(pages.map(({ pages }) => pages)).toEqual([4, 4, 4, 4, 4]);
    });

    test('oldest first is the same list backwards, but for ties', async () => {
      const answer = await engine.search(request({ sort: 'oldest', size: 3 }));
      expect(answer.hits.map(({ document }) => document.id)).toEqual([8, 7, 1].map(ideaId));
    });

    test('most endorsed first, then the newest', async () => {
      const answer = await engine.search(request({ sort: 'endorsed', size: 3 }));
      expect(answer.hits.map(({ document }) => document.id)).toEqual([2, 1, 159].map(ideaId));
    });

    test('a document comes back whole, as it went in', async () => {
      const whole = ideaDocument(ideas[0]!);
      const answer = await engine.search(request({ filters: { unit: ['21'] } }));
      expect(answer.hits.map(({ document }) => document)).toEqual([whole]);
    });
  });

  describe('filters', () => {
    const matching = async (filters: Filters) => {
      const answer = await engine.search(request({ filters }));
      expect(answer.total.count).toBe(answer.hits.length);
      return answer.hits.map(({ document }) => Number.parseInt(document.id.slice(-12), 16)).sort((a, b) => a - b);
    };

    test.each<[Filters, number[]]>([
      [{ field: ['chuyen-doi-so'] }, [3, 4]],
      [{ field: ['chuyen-doi-so', 'giao-duc'] }, [2, 3, 4]],
      [{ field: ['chuyen-doi-so'], province: ['ca-mau'] }, [3]],
      [{ province: ['ca-mau'] }, [1, 3]],
      [{ unit: ['2'] }, [1, 3]],
      [{ unit: ['21'] }, [1]],
      [{ stage: ['APPLIED', 'RESEARCH'] }, [1, 2]],
      [{ year: ['2025'] }, [8]],
      [{ contest: [contest] }, [3]],
      [{ lookingFor: ['MENTOR'] }, [1]],
      [{ lookingFor: ['MENTOR', 'MEMBER'] }, [1, 2]],
      [{ field: [], province: ['ca-mau'] }, [1, 3]],
    ])('%j', async (filters, found) => {
      expect(await matching(filters)).toEqual(found);
    });

    test.each<[Filters]>([
      [{ field: ['khong-co'] }],
      [{ field: ['Môi trường'] }],
      [{ field: ['moi-truong" OR stage = "IDEA'] }],
      [{ field: ["moi-truong' or 1=1 --"] }],
      [{ unit: ['mot'] }],
      [{ unit: ['99999999999999999999'] }],
      [{ unit: ['1.5'] }],
      [{ year: ['-1'] }],
      [{ province: ['\ud83d'] }],
      [{ contest: [''] }],
    ])('%j finds nothing and harms nothing', async (filters) => {
      expect(await matching(filters)).toEqual([]);
    });
  });

  describe('facets', () => {
    test('count what the list holds, most first', async () => {
      const counted = await engine.facets({
        words: [],
        open: false,
        filters: {},
        facets: ['field', 'province', 'stage', 'lookingFor', 'year', 'contest'],
      });
      expect(counted).toEqual({
        field: [
          { value: 'moi-truong', count: 32 },
          { value: 'nong-nghiep', count: 30 },
          { value: 'van-hoa', count: 3 },
          { value: 'chuyen-doi-so', count: 2 },
          { value: 'giao-duc', count: 1 },
        ],
        province: [
          { value: 'ha-noi', count: 63 },
          { value: 'ca-mau', count: 2 },
          { value: 'tuyen-quang', count: 1 },
        ],
        stage: [
          { value: 'IDEA', count: 74 },
          { value: 'APPLIED', count: 1 },
          { value: 'RESEARCH', count: 1 },
        ],
        lookingFor: [
          { value: 'MEMBER', count: 1 },
          { value: 'MENTOR', count: 1 },
          { value: 'SPONSOR', count: 1 },
        ],
        year: [
          { value: '2026', count: 75 },
          { value: '2025', count: 1 },
        ],
        contest: [{ value: contest, count: 1 }],
      });
    });

    test('what is chosen in one facet narrows the others, not itself', async () => {
      const { facets, total } = await find('', { filters: { province: ['ca-mau'] }, facets: ['province', 'field'] });
      expect(total.count).toBe(2);
      expect(facets.field).toEqual([
        { value: 'chuyen-doi-so', count: 1 },
        { value: 'moi-truong', count: 1 },
      ]);
      expect(facets.province?.map(({ value }) => value)).toEqual(['ha-noi', 'ca-mau', 'tuyen-quang']);
    });

    test('with words they count what the words match', async () => {
      const { facets } = await find('rau', { filters: { field: ['nong-nghiep'] }, facets: ['field', 'stage'] });
      expect(facets).toEqual({
        field: [
          { value: 'moi-truong', count: 30 },
          { value: 'nong-nghiep', count: 30 },
        ],
        stage: [{ value: 'IDEA', count: 30 }],
      });
    });
  });

  describe('words', () => {
    test.each([
      ['nước sạch', [1]],
      ['nuoc sach', [1]],
      ['NUOC SACH', [1]],
      ['sạch nước', [1]],
      ['nước sạch'.normalize('NFD'), [1]],
      ['  nước,,, sạch!!! ', [1]],
      ['"nước" -sạch', [1]],
      ['y tuong nuoc sach dbscl', [1]],
      ['nuoc sach dbscl', [1]],
      ['nuowcs sachj', [1]],
      ['nuocsach', [1]],
      ['nguyen thi anh', [1]],
      ['năm căn', [1]],
      ['hà giang', [4]],
      ['covid 19', [9]],
      ['COVID-19', [9]],
      ['3.000 hộ', [9]],
      ['script alert', [10]],
      ['drop table', [10]],
      ['ghe da nang', [11]],
      ['150000 dong', [11]],
      ['xoong chao', [11]],
      ['nhắc lại', [9]],
    ])('%j', async (q, found) => {
      const results = await find(q);
      if (found.length > 0) expect(results.items.map(({ id }) => id)).toEqual(found.map(ideaId));
      else expect(results).toMatchObject({ loose: true, total: { means: 'candidates' } });
    });

    test('what means the same is found either way', async () => {
      expect((await numbers('chuyển đổi số')).sort()).toEqual([3, 4]);
      expect((await numbers('cds')).sort()).toEqual([3, 4]);
      expect((await numbers('CĐS hợp tác xã')).sort()).toEqual([3]);
      expect(await numbers('chuyen doi so thu vien')).toEqual([4]);
    });

    test('the very tones come first, nothing is lost', async () => {
      expect(await numbers('đường')).toEqual([5, 6]);
      expect(await numbers('Dương')).toEqual([6, 5]);
      expect((await numbers('duong')).sort()).toEqual([5, 6]);
      expect((await numbers('hòa bình')).sort()).toEqual([7, 8]);
      expect((await numbers('hoà bình')).sort()).toEqual([7, 8]);
    });

    test('totals with words are exact, and pages join up', async () => {
      const pages = await Promise.all([1, 2, 3].map((page) => find('vườn rau', { page, size: 25 })));
      expect(pages.map(({ total, items }) => [total, items.length])).toEqual([
        [{ count: 60, means: 'exact' }, 25],
        [{ count: 60, means: 'exact' }, 25],
        [{ count: 60, means: 'exact' }, 10],
      ]);
      expect(new Set(pages.flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(60);
    });

    test.each<[Sort, number[]]>([
      ['newest', [159, 158, 157]],
      ['oldest', [100, 101, 102]],
      ['endorsed', [159, 156, 153]],
    ])('sorted %s when asked, whatever the words', async (sort, first) => {
      expect(await numbers('rau', { sort, size: 3 })).toEqual(first);
    });

    test('whole words only, unless one is being typed', async () => {
      expect(await numbers('nuoc sac', { typing: true })).toEqual([1]);
      expect(await numbers('nước sạ', { typing: true })).toEqual([1]);
      expect(await numbers('nuoc sach ', { typing: true })).toEqual([1]);
      // "đường" and "Dương" stand equally often in what is found.
      const whole = await find('duon');
      expect(fold(whole.corrected!)).toBe('duong');
    });

    test('one slip is mended, and said', async () => {
      const results = await find('nuoc scah');
      expect(results).toMatchObject({ corrected: 'nước sạch', total: { count: 1, means: 'exact' }, loose: false });
      expect(results.items.map(({ id }) => id)).toEqual([ideaId(1)]);
      expect((await find('hợp tc xã')).corrected).toBe('hợp tác xã');
    });

    test('a whole question finds its answer', async () => {
      const results = await find('Làm thế nào để học sinh ở đồng bằng sông Cửu Long có nước sạch để uống tại trường?');
      expect(results.items[0]!.id).toBe(ideaId(1));
      expect(results.total.means).toBe('candidates');
    });

    test.each(['zzzzz qqqqq', 'xyzxyz', '中文 한국어'])('%j finds nothing and says so', async (q) => {
      expect(await find(q)).toMatchObject({ items: [], total: { count: 0 }, corrected: null });
    });
  });

  describe('whatever is typed is answered', () => {
    test.each([
      ['nothing', ''],
      ['spaces', '   \t\n '],
      ['punctuation', '?!.,;:-–—…"\'()[]{}<>@#$%^&*_+=|\\/~`'],
      ['emoji', '😀🎉'],
      ['half a character', '\ud83d'],
    ])('%s is no word: the plain list', async (_, q) => {
      const results = await find(q);
      expect(results.read.empty).toBe(true);
      expect(results.items.map(({ id }) => id)).toEqual(newestFirst.slice(0, 10));
    });

    test.each([
      ['10,000 characters', 'nước sạch '.repeat(1_000)],
      ['10,000 letters', 'a'.repeat(10_000)],
      ['a megabyte', 'x y '.repeat(250_000)],
      ['operators', 'nước & | ! ( ) <-> :* sạch'],
      ['quotes', `"nước 'sạch`],
      ['a backslash', 'nước\\ sạch\\'],
      ['half a character in a word', 'nước\ud83d sạch\ude00'],
      ['a null', 'nước\u0000 sạch'],
      ['marks without letters', '\u0301\u0302\u0303'],
      ['a thousand marks', `e${'\u0301'.repeat(1_000)}`],
      ['SQL', '\'; drop table "Idea"; --'],
      ['a filter', 'nước fieldId = "x"'],
    ])('%s', async (_, q) => {
      const results = await find(q);
      expect(results.page).toBe(1);
    });

    test('what is beyond the longest query is cut, and said', async () => {
      expect((await find('nước sạch '.repeat(1_000))).read.cut).toBe(true);
      expect((await find('nước sạch')).read.cut).toBe(false);
    });

    test.each([0, -1, 1.5, Number.NaN, 1e9, Number.POSITIVE_INFINITY])(
      'page %d is empty, and how many there are is said',
      async (page) => {
        expect(await find('', { page })).toMatchObject({ items: [], pages: 8, total: { count: 76 } });
      },
    );
  });

  test('suggests titles by what is being typed', async () => {
    const suggest = async (q: string) => {
      const { words, open } = readQuery(q, { typing: true });
      return (await engine.suggest({ words, open, limit: 5 })).map(({ title }) => title);
    };
    expect(await suggest('loc nu')).toEqual(['Lọc nước sạch cho trường học vùng Đồng bằng sông Cửu Long']);
    expect(await suggest('ban do hoa')).toEqual(['Bản đồ hoà bình']);
    expect(await suggest('phèn')).toEqual([]);
    expect(await suggest('')).toEqual([]);
  });

  test('similar ideas: the likest first, not itself', async () => {
    const like = await engine.similar({
      title: 'Bộ lọc nước sạch ở trường học',
      body: 'Nước giếng nhiễm phèn',
      except: ideaId(2),
      limit: 3,
    });
    expect(like[0]!.document.id).toBe(ideaId(1));
    expect(like[0]!.score).toBeGreaterThan(0.3);
    expect(like.every(({ score }, i) => i === 0 || score <= like[i - 1]!.score)).toBe(true);
    const self = await engine.similar({ title: ideas[0]!.title, body: ideas[0]!.problem, except: ideaId(1), limit: 3 });
    expect(self.map(({ document }) => document.id)).not.toContain(ideaId(1));
    expect(await engine.similar({ title: '', body: '', limit: 3 })).toEqual([]);
  });

  test('marks whole words in title, abstract and the section that tells why', async () => {
    const [found] = (await find('nuoc phen')).items;
    expect(found!.marked).toEqual({
      title: [
        { text: 'Lọc ', hit: false },
        { text: 'nước', hit: true },
        { text: ' sạch cho trường học vùng Đồng bằng sông Cửu Long', hit: false },
      ],
      abstract: [{ text: 'Bộ lọc gốm rẻ tiền, lắp trong một buổi.', hit: false }],
      body: [
        { text: 'Nước', hit: true },
        { text: ' giếng nhiễm ', hit: false },
        { text: 'phèn', hit: true },
        { text: ', học sinh uống ', hit: false },
        { text: 'nước', hit: true },
        { text: ' chưa đun.', hit: false },
      ],
    });
  });

  describe('writing', () => {
    const fresh = aPublicIdea({ number: 900, title: 'Xe lăn leo cầu thang' });

    test('a document can be found as soon as it was taken in, replaced as a whole, and taken out', async () => {
      await engine.upsert([ideaDocument(fresh)]);
      expect(await numbers('xe lăn')).toEqual([900]);
      await engine.upsert([ideaDocument({ ...fresh, title: 'Ghế đẩy', fieldId: 'y-te' })]);
      expect(await numbers('ghế đẩy')).toEqual([900]);
      expect((await find('xe lăn leo')).total.count).toBe(0);
      expect((await engine.search(request({ filters: { field: ['y-te'] } }))).total.count).toBe(1);
      await engine.remove([fresh.id, ideaId(12_345)]);
      expect((await engine.search(request({ filters: { field: ['y-te'] } }))).total.count).toBe(0);
      expect((await engine.search(request())).total.count).toBe(76);
    });

    test('tells what it holds', async () => {
      const all = new Map<string, string>();
      for await (const some of engine.everything()) for (const [id, hash] of some) all.set(id, hash);
      expect([...all.keys()].sort()).toEqual(ideas.map(({ id }) => id).sort());
      expect(await engine.held([ideaId(5), ideaId(9_999)])).toEqual(new Map([[ideaId(5), all.get(ideaId(5))!]]));
      expect(await engine.health()).toEqual({ ok: true, version: expect.stringMatching(/^\d+\.\d+/), documents: 76 });
    });

    test('a rebuild answers with the old until the swap, then with the new alone', async () => {
      const documents = ideas
        .slice(0, 71)
        .map((idea) => ideaDocument(idea, idea.province === tuyenQuang ? ['Tỉnh Hà Giang'] : []));
      const rebuild = await engine.rebuild();
      await rebuild.add(documents);
      await rebuild.drain();
      expect((await engine.search(request())).total.count).toBe(76);
      await rebuild.swap();
      expect((await engine.search(request())).total.count).toBe(71);
      await engine.upsert(ideas.slice(71).map((idea) => ideaDocument(idea)));
      expect((await engine.search(request())).hits.map(({ document }) => document.id)).toEqual(newestFirst);
    });

    test('an odd text is taken in: 100,000 letters without a space, other scripts, no text at all', async () => {
      const odd = [
        aPublicIdea({
          number: 901,
          title: 'a'.repeat(100_000),
          abstract: '한국어 中文 ไทย العربية',
          problem: 'b\u0000\ud83d c',
        }),
        aPublicIdea({ number: 902, title: '', abstract: '' }),
        aPublicIdea({ number: 903, title: 'Rất dài', solution: 'từ nào cũng dài '.repeat(6_000) }),
      ];
      await engine.upsert(odd.map((idea) => ideaDocument(idea)));
      expect(await numbers('한국어')).toEqual([901]);
      expect(await numbers('rat dai')).toEqual([903]);
      await engine.remove(odd.map(({ id }) => id));
    });
  });
});

test.runIf(engineNames.length === 2)('both engines count the same for the same words and filters', async () => {
  for (const q of [
    '',
    'rau',
    'nuoc',
    'sach',
    'hoa',
    'duong',
    'cds',
    'vuon rau',
    'tinh',
    'thanh pho',
    'covid',
    'hop tac xa',
    'trong',
    'tuong so',
    'a',
    '19',
  ]) {
    for (const filters of [{}, { field: ['moi-truong'] }, { province: ['ha-noi'], stage: ['IDEA'] }] as Filters[]) {
      const [one, other] = await Promise.all(
        engineNames.map(async (name) => {
          const { words } = readQuery(q);
          const { total, facets } = await engines[name]!.search({
            words,
            open: false,
            filters,
            sort: 'newest',
            page: 1,
            size: 0,
            facets: ['field', 'province', 'stage', 'unit', 'year'],
          });
          return { q, filters, total, facets };
        }),
      );
      expect(one).toEqual(other);
      expect(fold(q)).toBe(q);
    }
  }
});
