import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { db } from '#app/platform/db/db.server.ts';
import { ideaDocument } from '#search/documents/idea-document.ts';
import type { IdeaEngines } from '#search/engines.server.ts';
import { type IdeaSearch, searchIdeas } from '#search/search-ideas.server.ts';
import { countWords } from '#search/vocabulary.server.ts';
import { aPublicIdea } from '#tests/support/public-ideas.ts';
import { engineNames, only, ownEngines } from '#tests/support/search.ts';

const caMau = { id: 2, slug: 'ca-mau', name: 'Tỉnh Cà Mau' };
const laoCai = { id: 3, slug: 'lao-cai', name: 'Tỉnh Lào Cai' };

/** Of each few the one that is meant is the oldest: by age it would come last. */
const ideas = [
  aPublicIdea({ number: 1, title: 'Guồng tre bên suối', abstract: 'Đưa nước lên ruộng', province: caMau }),
  aPublicIdea({ number: 2, title: 'Guồng quay bằng tre già', abstract: 'Ít hỏng', province: laoCai }),
  aPublicIdea({ number: 3, title: 'Thủ công ngày nghỉ', abstract: 'Ghép một guồng tre', province: laoCai }),
  aPublicIdea({ number: 4, title: 'Trại hè', abstract: 'Đóng guồng, vót nan, đan rổ tre', province: caMau }),

  aPublicIdea({ number: 11, title: 'Chuyển đổi số ở chợ', abstract: 'Trả tiền bằng mã' }),
  aPublicIdea({ number: 12, title: 'Ở chợ quê', abstract: 'Một ngày chuyển đổi số' }),
  aPublicIdea({ number: 13, title: 'Chuyển sách cho em', abstract: 'Đổi truyện cũ, ghi số nhà người nhận' }),

  aPublicIdea({ number: 21, title: 'Đèn lồng giấy', abstract: 'Thắp bằng nắng', province: laoCai }),
  aPublicIdea({ number: 22, title: 'Cai thuốc', abstract: 'Giấy nhắn, đèn báo, lồng ngực khỏe, tiếng lào xào' }),
];

let engines: IdeaEngines;

beforeAll(async () => {
  engines = ownEngines();
  for (const name of engineNames) {
    const rebuild = await engines[name]!.rebuild();
    await rebuild.add(ideas.map((idea) => ideaDocument(idea)));
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
  const numbers = async (q: string, more: Partial<IdeaSearch> = {}) =>
    (await searchIdeas({ q, size: 10, ...more }, only(engines, engines[name]!))).items.map(({ id }) =>
      Number.parseInt(id.slice(-12), 16),
    );

  test.each(['guồng tre', 'guong tre', 'GUỒNG TRE'])(
    '%j: side by side in a title, then elsewhere, then apart',
    async (q) => {
      const found = await numbers(q);
      expect(found[0]).toBe(1);
      expect(found.at(-1)).toBe(4);
      expect(found.toSorted()).toEqual([1, 2, 3, 4]);
    },
  );

  test.each(['guồng tre', 'guong tre', 'cds', 'den long lao cai'])('%j: the pages joined are the list', async (q) => {
    const whole = await numbers(q);
    const pages = await Promise.all(whole.map((_, at) => numbers(q, { page: at + 1, size: 1 })));
    expect(pages.flat()).toEqual(whole);
  });

  test('side by side while the second is still being typed', async () => {
    expect((await numbers('guong tr', { typing: true }))[0]).toBe(1);
    expect((await numbers('guong tr', { typing: true })).toSorted()).toEqual([1, 2, 3, 4]);
  });

  test('a short form stands for its words side by side, not apart', async () => {
    expect(await numbers('cds')).toEqual([11, 12]);
    expect(await numbers('cds o cho')).toEqual([11, 12]);
    expect((await numbers('chuyen doi so')).toSorted()).toEqual([11, 12, 13]);
  });

  test('a thing and its place: each side by side', async () => {
    expect(await numbers('den long lao cai')).toEqual([21, 22]);
  });
});
