import { findAwardNames } from '#app/domain/contests/find-award-names.server.ts';
import { findContestNames } from '#app/domain/contests/find-contest-names.server.ts';
import { type FieldRow, findFields } from '#app/domain/ideas/find-fields.server.ts';
import { ideaStages, lookingFors } from '#app/domain/ideas/idea.ts';
import { findLesserUnits } from '#app/domain/units/find-lesser-units.server.ts';
import { findUnitNames } from '#app/domain/units/find-unit-names.server.ts';
import { findUnits } from '#app/domain/units/find-units.server.ts';
import type { Locale } from '#app/words/locales.ts';
import type { Facets, FilterName, Filters } from '#search/engine.ts';

/** What a list of ideas may be narrowed by, and what it is called in the page's address. */
export const listParams = {
  field: 'linh-vuc',
  province: 'tinh',
  unit: 'don-vi',
  stage: 'chang',
  lookingFor: 'can',
  contest: 'cuoc-thi',
  award: 'giai',
  year: 'nam',
} as const satisfies Record<FilterName, string>;

export const filterNames = Object.keys(listParams) as FilterName[];

/** Nobody picks more values than these; a longer address is somebody's experiment. */
export const mostPicked = 40;

/** A value as addresses have it, and its name where the words do not know it. */
type Named = { value: string; label: string | null };

export type Listing = {
  filters: Filters;
  /** The values that are there, as the address has them. */
  picked: Record<FilterName, string[]>;
  unknown: { name: FilterName; value: string }[];
  /** Provinces that were asked for by a name they had: the name as asked, and what it is part of now. */
  moved: { from: string; to: string }[];
  names: Pick<Record<FilterName, Named[]>, 'field' | 'province' | 'unit' | 'contest' | 'award'>;
};

/** The values of each filter in a query, each once. */
export function valuesIn(params: URLSearchParams, names: Record<FilterName, string>) {
  return Object.fromEntries(
    filterNames.map((name) => [name, [...new Set(params.getAll(names[name]))].filter(Boolean).slice(0, mostPicked)]),
  ) as Record<FilterName, string[]>;
}

const inWords = (slug: string) => slug.slice(0, 100).replaceAll('-', ' ');

/** A province that is no more, or was called otherwise: the one it is part of. */
async function successorOf(slug: string): Promise<{ slug: string; from: string } | null> {
  const found = await findUnits({ text: inWords(slug), limit: 5 });
  const province = found.find(({ kind, formerly }) => kind === 'PROVINCE' && formerly !== null);
  return province === undefined ? null : { slug: province.slug, from: province.formerly! };
}

/** Reads what a list is to be narrowed by: addresses become ids, what is not there is set aside. */
export async function readListing(asked: Record<FilterName, string[]>, locale: Locale): Promise<Listing> {
  const [fields, { provinces, units }, contests, awards] = await Promise.all([
    findFields(),
    findUnitNames({ slugs: asked.unit }),
    findContestNames({ slugs: asked.contest }),
    findAwardNames({ slugs: asked.award }),
  ]);
  const moved: Listing['moved'] = [];
  const provinceSlugs = new Set(provinces.map(({ slug }) => slug));
  const askedProvinces: string[] = [];
  for (const slug of asked.province) {
    const now = provinceSlugs.has(slug) || moved.length >= 5 ? null : await successorOf(slug);
    askedProvinces.push(now?.slug ?? slug);
    if (now !== null) moved.push({ from: now.from, to: provinces.find((one) => one.slug === now.slug)!.name });
  }
  const known: Record<FilterName, Set<string>> = {
    field: new Set(fields.map(({ id }) => id)),
    province: provinceSlugs,
    unit: new Set(units.map(({ slug }) => slug)),
    stage: new Set(ideaStages.map((stage) => stage.toLowerCase())),
    lookingFor: new Set(lookingFors.map((one) => one.toLowerCase())),
    contest: new Set(contests.map(({ slug }) => slug)),
    award: new Set(awards.keys()),
    year: new Set(asked.year.filter((year) => /^(19|20)\d\d$/.test(year))),
  };
  const all = { ...asked, province: [...new Set(askedProvinces)] };
  const picked = Object.fromEntries(
    filterNames.map((name) => [name, all[name].filter((value) => known[name].has(value))]),
  ) as Record<FilterName, string[]>;
  return {
    picked,
    unknown: filterNames.flatMap((name) =>
      all[name].filter((value) => !known[name].has(value)).map((value) => ({ name, value })),
    ),
    moved,
    filters: {
      ...picked,
      stage: picked.stage.map((stage) => stage.toUpperCase()),
      lookingFor: picked.lookingFor.map((one) => one.toUpperCase()),
      unit: units.filter(({ slug }) => picked.unit.includes(slug)).map(({ id }) => String(id)),
      contest: contests.filter(({ slug }) => picked.contest.includes(slug)).map(({ id }) => id),
    },
    names: {
      field: fields.map((field) => ({ value: field.id, label: nameOfField(field, locale) })),
      province: provinces.map(({ slug, name }) => ({ value: slug, label: name })),
      unit: units.map(({ slug, name }) => ({ value: slug, label: name })),
      contest: contests.map(({ slug, name }) => ({ value: slug, label: name })),
      award: [...awards].map(([value, label]) => ({ value, label })),
    },
  };
}

const nameOfField = (field: FieldRow, locale: Locale) => (locale === 'en' ? field.nameEn : field.nameVi);

export type ListFacetValue = Named & { count: number; picked: boolean };
export type ListFacets = Partial<Record<FilterName, ListFacetValue[]>>;

/** Facets as people read them: ids have become addresses and names; what is picked is there even where nothing is left of it. */
export async function nameFacets(facets: Facets, { picked, names, filters }: Listing): Promise<ListFacets> {
  const counted = (name: FilterName) => facets[name]?.map(({ value }) => value) ?? [];
  const [units, contests, awards] = await Promise.all([
    findLesserUnits({ ids: counted('unit').map(Number) }),
    findContestNames({ ids: counted('contest') }),
    findAwardNames({ slugs: counted('award') }),
  ]);
  const unitOf = new Map<string, Named>([
    ...units.map(({ id, slug, name }) => [String(id), { value: slug, label: name }] as const),
    ...names.unit.map((unit, at) => [filters.unit![at]!, unit] as const),
  ]);
  const contestOf = new Map(contests.map(({ id, slug, name }) => [id, { value: slug, label: name }]));
  const labelled = (list: Named[]) => new Map(list.map((one) => [one.value, one]));
  const [fieldOf, provinceOf] = [labelled(names.field), labelled(names.province)];
  const plain = (value: string) => ({ value: value.toLowerCase(), label: null });
  const nameOf: Record<FilterName, (value: string) => Named | undefined> = {
    field: (value) => fieldOf.get(value),
    province: (value) => provinceOf.get(value),
    unit: (value) => unitOf.get(value),
    contest: (value) => contestOf.get(value),
    award: (value) => (awards.has(value) ? { value, label: awards.get(value)! } : undefined),
    stage: plain,
    lookingFor: plain,
    year: (value) => ({ value, label: value }),
  };
  const found: ListFacets = {};
  for (const name of filterNames) {
    const counts = facets[name];
    if (counts === undefined) continue;
    const values = counts.flatMap(({ value, count }) => {
      const named = nameOf[name](value);
      return named === undefined ? [] : [{ ...named, count, picked: picked[name].includes(named.value) }];
    });
    const missing = picked[name].filter((value) => !values.some((one) => one.value === value));
    const labels = name in names ? names[name as keyof typeof names] : [];
    found[name] = [
      ...values,
      ...missing.map((value) => ({
        value,
        label: labels.find((one) => one.value === value)?.label ?? (name === 'year' ? value : null),
        count: 0,
        picked: true,
      })),
    ];
  }
  return found;
}
