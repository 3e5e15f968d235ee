import { dateOfDay, dayOf } from '#app/domain/people/day.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { foldedName, type UnitKind } from './unit.ts';

export type UnitFound = {
  id: number;
  slug: string;
  name: string;
  kind: UnitKind;
  code: string | null;
  province: { id: number; slug: string; name: string } | null;
  /** The former name it was found by, where its own name does not say it. */
  formerly: string | null;
};

/**
 * Units that are there today, by their name, their province's, or a name that a place they are made of used to have; tones,
 * case and order of words do not matter, and the last word may be unfinished. Those whose whole name was typed come first,
 * then higher units before lower, in Vietnamese order. At most `limit`; nothing for a text without a letter or a digit.
 */
export async function findUnits({ text, limit = 20 }: { text: string; limit?: number }): Promise<UnitFound[]> {
  const asked = foldedName(text.slice(0, 200))
    .replace(/^(tp ?hcm|hcm)$/, 'ho chi minh')
    .replace(/^(tinh|thanh) doan (?=.)/, '');
  if (asked === '') return [];
  const found = await matching(asked, limit);
  if (found.length > 0) return found;
  const bare = asked.replace(/^(doan|tinh|thanh pho|tp) /, '').replace(/ (tinh|thanh pho|tp) /, ' ');
  return bare === asked ? [] : matching(bare, limit);
}

async function matching(asked: string, limit: number): Promise<UnitFound[]> {
  const words = asked.split(' ').slice(0, 12);
  const patterns = words.map((word, index) => (index < words.length - 1 ? `% ${word} %` : `% ${word}%`));
  const today = dateOfDay(dayOf(now()));
  const rows = await db.$queryRaw<Row[]>`
    with hits as (
      select u."id", null::text as formerly, case
          when ${asked} in (u."folded", regexp_replace(u."folded", '^(tinh|thanh pho|phuong|xa|dac khu|thi tran|truong) ', '')) then 0
          when u."folded" like ${`${asked}%`} or regexp_replace(u."folded", '^(tinh|thanh pho|phuong|xa|dac khu|thi tran|truong) ', '') like ${`${asked}%`} then 2
          when ' ' || u."folded" like ${`% ${asked}%`} then 3
          else 5 end as rank
      from "Unit" u left join "Unit" p on p."id" = u."provinceId"
      where ' ' || u."folded" || ' ' || coalesce(p."folded", '') || ' ' like all (${patterns}::text[])
      union all
      select f."unitId", f."name", case
          when ${asked} in (f."folded", regexp_replace(f."folded", '^(tinh|thanh pho|phuong|xa|dac khu|thi tran|truong) ', '')) then 1
          when f."folded" like ${`${asked}%`} or regexp_replace(f."folded", '^(tinh|thanh pho|phuong|xa|dac khu|thi tran|truong) ', '') like ${`${asked}%`} then 4
          else 6 end
      from "FormerUnitName" f
      where ' ' || f."folded" || ' ' like all (${patterns}::text[])
    ),
    best as (select distinct on ("id") "id", rank, formerly from hits order by "id", rank, formerly)
    select u."id", u."slug", u."name", u."kind"::text, u."code", best.formerly,
      p."id" as "provinceId", p."slug" as "provinceSlug", p."name" as "provinceName"
    from best
    join "Unit" u on u."id" = best."id"
    left join "Unit" p on p."id" = u."provinceId"
    where (u."startsOn" is null or u."startsOn" <= ${today}) and (u."endsOn" is null or u."endsOn" > ${today})
    order by best.rank, u."kind", u."name" collate "vi-x-icu", p."name" collate "vi-x-icu", u."id"
    limit ${limit}`;
  return rows.map(({ provinceId, provinceSlug, provinceName, ...unit }) => ({
    ...unit,
    province: provinceId === null ? null : { id: provinceId, slug: provinceSlug!, name: provinceName! },
  }));
}

type Row = Omit<UnitFound, 'province'> & {
  provinceId: number | null;
  provinceSlug: string | null;
  provinceName: string | null;
};
