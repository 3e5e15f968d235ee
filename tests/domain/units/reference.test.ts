import { beforeAll, describe, expect, test } from 'vitest';
import { chooseUnit } from '#app/domain/units/choose-unit.server.ts';
import { findProvinces } from '#app/domain/units/find-provinces.server.ts';
import { findUnit } from '#app/domain/units/find-unit.server.ts';
import { findUnits } from '#app/domain/units/find-units.server.ts';
import { unitLabel, unitTitle } from '#app/domain/units/unit.ts';
import { db } from '#app/platform/db/db.server.ts';
import { seedUnits } from '#prisma/seed/reference/units.ts';
import { countQueries } from '#tests/support/database.ts';

let statements = 0;
beforeAll(async () => {
  statements = (await countQueries(() => seedUnits())).queries;
});

const labels = async (text: string, limit = 3) => (await findUnits({ text, limit })).map(unitLabel);

describe('the tree of units', () => {
  test('holds the centre, 34 provinces, 3,321 communes and 29 provinces that are no more, laid by a handful of statements', async () => {
    const counts = await db.unit.groupBy({ by: ['kind'], where: { endsOn: null }, _count: true });
    const count = (kind: string) => counts.find((one) => one.kind === kind)?._count;
    expect({
      centre: count('CENTRE'),
      provinces: count('PROVINCE'),
      communes: count('COMMUNE'),
      ended: await db.unit.count({ where: { endsOn: { not: null } } }),
      successions: await db.unitSuccession.count(),
    }).toEqual({ centre: 1, provinces: 34, communes: 3321, ended: 29, successions: 29 });
    expect(statements).toBeLessThan(10);
  });

  test('every path is the path of the unit above and its own id, every province the one on that path', async () => {
    const wrong = await db.$queryRaw`
      select u."slug" from "Unit" u left join "Unit" p on p."id" = u."parentId"
      where u."path" <> coalesce(p."path", '/') || u."id" || '/'
        or (u."kind" = 'COMMUNE' and u."provinceId" is distinct from u."parentId")
        or (u."kind" = 'PROVINCE' and u."provinceId" is distinct from u."id")`;
    expect(wrong).toEqual([]);
  });

  test('addresses are clean', async () => {
    const slugs = (await db.unit.findMany({ select: { slug: true } })).map((unit) => unit.slug);
    expect(slugs.filter((slug) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toEqual([]);
    expect(slugs).toEqual(expect.arrayContaining(['can-tho', 'phuong-ninh-kieu-can-tho', 'dac-khu-hoang-sa-da-nang']));
  });

  test('laying it again changes nothing, and a new unit gets a number of its own', async () => {
    const before = await db.unit.count();
    await seedUnits();
    expect(await db.unit.count()).toBe(before);
    const made = await db.unit.create({
      data: { slug: 'moi', name: 'Mới', folded: 'moi', kind: 'SCHOOL', path: '/1/moi/' },
    });
    expect(made.id).toBe(10_001);
    await db.unit.delete({ where: { id: made.id } });
  });

  test('34 provinces in Vietnamese order, in one query', async () => {
    const { queries, result } = await countQueries(() => findProvinces());
    expect(queries).toBe(1);
    expect(result.map((one) => one.name)).toEqual([
      'An Giang',
      'Bắc Ninh',
      'Cà Mau',
      'Cao Bằng',
      'Cần Thơ',
      'Đà Nẵng',
      'Đắk Lắk',
      'Điện Biên',
      'Đồng Nai',
      'Đồng Tháp',
      'Gia Lai',
      'Hà Nội',
      'Hà Tĩnh',
      'Hải Phòng',
      'Huế',
      'Hưng Yên',
      'Khánh Hòa',
      'Lai Châu',
      'Lạng Sơn',
      'Lào Cai',
      'Lâm Đồng',
      'Nghệ An',
      'Ninh Bình',
      'Phú Thọ',
      'Quảng Ngãi',
      'Quảng Ninh',
      'Quảng Trị',
      'Sơn La',
      'Tây Ninh',
      'Thái Nguyên',
      'Thanh Hóa',
      'TP. Hồ Chí Minh',
      'Tuyên Quang',
      'Vĩnh Long',
    ]);
    expect(result.reduce((sum, one) => sum + one.communes, 0)).toBe(3321);
  });

  test('what the Youth Union of a place is called', async () => {
    const title = async (slug: string) => unitTitle(await db.unit.findUniqueOrThrow({ where: { slug } }));
    expect(await title('can-tho')).toBe('Thành Đoàn Cần Thơ');
    expect(await title('an-giang')).toBe('Tỉnh Đoàn An Giang');
    expect(await title('phuong-ninh-kieu-can-tho')).toBe('Đoàn phường Ninh Kiều');
    expect(await title('dac-khu-phu-quoc-an-giang')).toBe('Đoàn đặc khu Phú Quốc');
    expect(await title('dai-hoc-can-tho')).toBe('Đại học Cần Thơ');
  });
});

describe('finding a unit', () => {
  test.each([
    ['Cần Thơ', 'Cần Thơ'],
    ['can tho', 'Cần Thơ'],
    ['thanh pho can tho', 'Cần Thơ'],
    ['Thành Đoàn Cần Thơ', 'Cần Thơ'],
    ['tỉnh đoàn an giang', 'An Giang'],
    ['ninh kieu', 'Phường Ninh Kiều, Cần Thơ'],
    ['phuong ninh ki', 'Phường Ninh Kiều, Cần Thơ'],
    ['Phường Ninh Kiều, Cần Thơ', 'Phường Ninh Kiều, Cần Thơ'],
    ['can tho ninh kieu', 'Phường Ninh Kiều, Cần Thơ'],
    ['Đoàn phường Ninh Kiều', 'Phường Ninh Kiều, Cần Thơ'],
    ['Cần Thơ'.normalize('NFD'), 'Cần Thơ'],
    ['tphcm', 'TP. Hồ Chí Minh'],
    ['dai hoc can tho', 'Đại học Cần Thơ, Cần Thơ'],
    ['chau van liem', 'Trường THPT Châu Văn Liêm, Cần Thơ'],
  ])('%s → %s', async (text, first) => {
    expect((await labels(text, 1))[0]).toBe(first);
  });

  test('a name that is no more finds what it became, and says so', async () => {
    expect((await findUnits({ text: 'Hà Giang', limit: 1 })).map((one) => [one.name, one.formerly])).toEqual([
      ['Tuyên Quang', 'Tỉnh Hà Giang'],
    ]);
    expect((await findUnits({ text: 'tinh hau giang', limit: 1 })).map((one) => [one.name, one.formerly])).toEqual([
      ['Cần Thơ', 'Tỉnh Hậu Giang'],
    ]);
    expect(
      (await findUnits({ text: 'phường an cư ninh kiều', limit: 1 })).map((one) => [one.name, one.formerly]),
    ).toEqual([['Phường Ninh Kiều', 'Phường An Cư, Quận Ninh Kiều, Cần Thơ']]);
    expect((await findUnits({ text: 'sai gon', limit: 2 })).map((one) => [one.name, one.formerly])).toEqual([
      ['Phường Sài Gòn', null],
      ['TP. Hồ Chí Minh', 'Sài Gòn'],
    ]);
  });

  test('what has ended is never offered', async () => {
    const found = await findUnits({ text: 'ha giang', limit: 50 });
    expect(found.map((one) => one.slug)).not.toContain('tinh-ha-giang');
  });

  test.each([
    ['no words', ''],
    ['spaces', '   '],
    ['signs', '!!!'],
    ['a pattern', '%'],
    ['another pattern', '_'],
    ['a quote', "'; drop table"],
    ['100,000 characters', 'x'.repeat(100_000)],
    ['a picture', '\u{1F600}'],
  ])('nothing is found, and nothing breaks: %s', async (_, text) => {
    expect(await findUnits({ text })).toEqual([]);
  });

  test('one query, whatever is asked', async () => {
    expect((await countQueries(() => findUnits({ text: 'xa', limit: 30 }))).queries).toBe(1);
  });
});

describe('the unit a form means', () => {
  test('the one picked', async () => {
    const { id } = await db.unit.findUniqueOrThrow({ where: { slug: 'can-tho' } });
    expect(await chooseUnit({ unit: id, unitText: 'gì cũng được' })).toEqual({ id, slug: 'can-tho' });
  });

  test('the only one the words can mean', async () => {
    expect((await chooseUnit({ unit: null, unitText: 'phuong ninh kieu can tho' }))?.slug).toBe(
      'phuong-ninh-kieu-can-tho',
    );
  });

  test('none', async () => {
    expect(await chooseUnit({ unit: null, unitText: '' })).toBeNull();
  });

  test('several: they are offered', async () => {
    const refusal = await chooseUnit({ unit: null, unitText: 'tan hoa' }).catch((error) => error);
    expect(refusal.kind).toBe('not-valid');
    const [reason] = refusal.fields.unit;
    expect(reason.key).toBe('units:problems.several');
    const choices = JSON.parse(reason.values.choices);
    expect(choices.length).toBeGreaterThan(2);
    expect(choices[0]).toEqual({ id: expect.any(Number), label: expect.stringContaining('Tân Hòa'), formerly: null });
  });

  test.each([
    ['an id nobody has', { unit: 999_999_999, unitText: '' }],
    ['words no unit has', { unit: null, unitText: 'zzzz' }],
  ])('unknown: %s', async (_, asked) => {
    await expect(chooseUnit(asked)).rejects.toMatchObject({ fields: { unit: [{ key: 'units:problems.unknown' }] } });
  });

  test('not one that has ended', async () => {
    const { id } = await db.unit.findUniqueOrThrow({ where: { slug: 'tinh-ha-giang' } });
    await expect(chooseUnit({ unit: id, unitText: '' })).rejects.toMatchObject({
      fields: { unit: [{ key: 'units:problems.unknown' }] },
    });
  });
});

describe('the page of a unit', () => {
  test('a former province tells what it became', async () => {
    const page = (await findUnit({ slug: 'tinh-ha-giang' }))!;
    expect(page.unit).toMatchObject({ name: 'Hà Giang', kind: 'PROVINCE', current: false });
    expect(page.successors.map((one) => [one.slug, one.on])).toEqual([['tuyen-quang', '2025-07-01']]);
  });

  test('a province tells what it is made of', async () => {
    const page = (await findUnit({ slug: 'can-tho' }))!;
    expect(page.above.map((one) => one.slug)).toEqual(['trung-uong-doan']);
    expect(page.predecessors.map((one) => one.name).toSorted()).toEqual(['Hậu Giang', 'Sóc Trăng']);
    expect(page.below.filter((one) => one.kind === 'COMMUNE').length).toBe(103);
    expect([...new Set(page.below.map((one) => one.kind))]).toEqual(['COMMUNE', 'UNIVERSITY', 'SCHOOL', 'ENTERPRISE']);
    expect({ ideas: page.ideas, contests: page.contests, staff: page.staff }).toEqual({
      ideas: 0,
      contests: 0,
      staff: [],
    });
  });

  test('nobody there', async () => {
    expect(await findUnit({ slug: 'khong-co' })).toBeNull();
  });
});
