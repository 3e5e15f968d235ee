import { afterAll, beforeAll, expect, test } from 'vitest';
import { fold } from '#app/domain/vietnamese.ts';
import { db } from '#app/platform/db/db.server.ts';
import { seedReference } from '#prisma/seed/seed.ts';
import { readIdeaDocuments } from '#search/documents/read-ideas.server.ts';
import type { IdeaEngines } from '#search/engines.server.ts';
import { searchIdeas } from '#search/search-ideas.server.ts';
import { countWords } from '#search/vocabulary.server.ts';
import { aPublishedIdea } from '#tests/support/idea-builders.ts';
import { engineNames, only, ownEngines } from '#tests/support/search.ts';

/** The 63 provinces until 30 June 2025, by the province each is in today (Resolution 202/2025/QH15). */
const provinces = `
  An Giang: An Giang, Kiên Giang
  Bắc Ninh: Bắc Ninh, Bắc Giang
  Cà Mau: Cà Mau, Bạc Liêu
  Cần Thơ: Cần Thơ, Sóc Trăng, Hậu Giang
  Cao Bằng: Cao Bằng
  Đà Nẵng: Đà Nẵng, Quảng Nam
  Đắk Lắk: Đắk Lắk, Phú Yên
  Điện Biên: Điện Biên
  Đồng Nai: Đồng Nai, Bình Phước
  Đồng Tháp: Đồng Tháp, Tiền Giang
  Gia Lai: Gia Lai, Bình Định
  Hà Nội: Hà Nội
  Hà Tĩnh: Hà Tĩnh
  Hải Phòng: Hải Phòng, Hải Dương
  Hồ Chí Minh: Hồ Chí Minh, Bình Dương, Bà Rịa - Vũng Tàu
  Huế: Thừa Thiên Huế
  Hưng Yên: Hưng Yên, Thái Bình
  Khánh Hòa: Khánh Hòa, Ninh Thuận
  Lai Châu: Lai Châu
  Lâm Đồng: Lâm Đồng, Đắk Nông, Bình Thuận
  Lạng Sơn: Lạng Sơn
  Lào Cai: Lào Cai, Yên Bái
  Nghệ An: Nghệ An
  Ninh Bình: Ninh Bình, Hà Nam, Nam Định
  Phú Thọ: Phú Thọ, Vĩnh Phúc, Hòa Bình
  Quảng Ngãi: Quảng Ngãi, Kon Tum
  Quảng Ninh: Quảng Ninh
  Quảng Trị: Quảng Trị, Quảng Bình
  Sơn La: Sơn La
  Tây Ninh: Tây Ninh, Long An
  Thái Nguyên: Thái Nguyên, Bắc Kạn
  Thanh Hóa: Thanh Hóa
  Tuyên Quang: Tuyên Quang, Hà Giang
  Vĩnh Long: Vĩnh Long, Bến Tre, Trà Vinh`
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [today, former] = line.split(':').map((part) => part.trim());
    return former!.split(',').map((name) => ({ today: fold(today!), name: name.trim() }));
  });

let engines: IdeaEngines;
/** The idea of a province, and of one commune in seventy with the former places it is made of. */
const ofProvince = new Map<string, string>();
const ofCommunes: { id: string; formerly: string }[] = [];

beforeAll(async () => {
  await seedReference();
  engines = ownEngines();
  const units = await db.unit.findMany({
    where: { endsOn: null, kind: { in: ['PROVINCE', 'COMMUNE'] } },
    select: { id: true, kind: true, name: true, formerNames: { select: { name: true }, orderBy: { name: 'asc' } } },
    orderBy: { id: 'asc' },
  });
  const ids: string[] = [];
  for (const [i, unit] of units.entries()) {
    if (unit.kind === 'COMMUNE' && i % 70 !== 0) continue;
    const { id } = await aPublishedIdea({ unitId: unit.id });
    ids.push(id);
    if (unit.kind === 'PROVINCE') ofProvince.set(fold(unit.name).replace(/^(tinh|thanh pho|tp\.?) /, ''), id);
    for (const { name } of unit.formerNames.slice(0, 2)) ofCommunes.push({ id, formerly: name });
  }
  const documents = await readIdeaDocuments(ids);
  for (const name of engineNames) await engines[name]!.upsert(documents);
  await countWords();
}, 180_000);

afterAll(async () => {
  await engines.meilisearch?.clear();
});

test('there are 63 of them, in 34 of today', () => {
  expect(new Set(provinces.map(({ name }) => name)).size).toBe(63);
  expect([...new Set(provinces.map(({ today }) => today))].sort()).toEqual([...ofProvince.keys()].sort());
});

test.each(engineNames)('%s finds the ideas of today by the names of before', { timeout: 180_000 }, async (name) => {
  const one = only(engines, engines[name]!);
  const missed: string[] = [];
  const ask = async (q: string, id: string | undefined) => {
    const { items, loose } = await searchIdeas({ q, size: 100 }, one);
    if (loose || !items.some((item) => item.id === id)) missed.push(q);
  };
  for (const { today, name } of provinces) {
    for (const q of [name, fold(name), `tỉnh ${name}`.toUpperCase()]) await ask(q, ofProvince.get(today));
  }
  for (const { id, formerly } of ofCommunes) {
    for (const place of formerly.split(',')) await ask(fold(place), id);
    await ask(formerly, id);
  }
  expect(ofCommunes.length).toBeGreaterThan(50);
  expect(missed).toEqual([]);
});
