import { db } from '#app/platform/db/db.server.ts';
import { sharedRead } from '#app/platform/shared-reads.server.ts';
import type { IdeaMarks } from './idea-marks.ts';
import { publishedMark } from './scoring.ts';

/** What everybody may know of how an idea was judged: published rounds only. At most two queries, once for all who ask. */
export async function findIdeaMarks({ ideaId }: { ideaId: string }): Promise<IdeaMarks[]> {
  return sharedRead(`marks of idea ${ideaId}`, () => readMarks(ideaId));
}

async function readMarks(ideaId: string): Promise<IdeaMarks[]> {
  const rows = await db.$queryRaw<
    {
      entryId: string;
      roundId: string;
      divisionId: string;
      slug: string;
      contestName: string;
      round: string;
      division: string;
      number: number;
      sheets: number;
      mean: number;
      sd: number | null;
      adjusted: number | null;
      rank: number;
      rankLow: number | null;
      rankHigh: number | null;
      among: number;
    }[]
  >`
    select e.id as "entryId", r.id as "roundId", d.id as "divisionId", c.slug, c.name as "contestName", r.name as round,
      d.name as division, e.number, s.sheets, s.mean, s.sd, s.adjusted, s.rank, s."rankLow", s."rankHigh",
      (select count(*)::int from "Standing" o join "Entry" oe on oe.id = o."entryId"
        where o."rankingId" = s."rankingId" and o.component = s.component and oe."divisionId" = e."divisionId") as among
    from "Entry" e
    join "Contest" c on c.id = e."contestId"
    join "Division" d on d.id = e."divisionId"
    join "Round" r on r."contestId" = c.id and r.state = 'PUBLISHED'
    join lateral (
      select k.id from "Ranking" k where k."roundId" = r.id order by k."computedAt" desc limit 1
    ) newest on true
    join "Standing" s on s."rankingId" = newest.id and s."entryId" = e.id
    where e."ideaId" = ${ideaId}::uuid
      and not exists (select 1 from "EntryWithdrawal" w where w."entryId" = e.id)
    order by c."publishedAt" desc nulls first, r.number desc`;
  if (rows.length === 0) return [];
  const criteria = await db.$queryRaw<
    { entryId: string; roundId: string; name: string; min: number; max: number; mean: number }[]
  >`
    select s."entryId", s."roundId", c.name, c.min, c.max, avg(m.value) as mean
    from "Scoresheet" s
    join "Mark" m on m."scoresheetId" = s.id and m.standing = 'IN_FORCE'
    join "Criterion" c on c.id = m."criterionId"
    where s."entryId" = any(${rows.map(({ entryId }) => entryId)}::uuid[]) and s."submittedAt" is not null and not s.calibration
      and s."roundId" = any(${rows.map(({ roundId }) => roundId)}::uuid[])
      and not exists (select 1 from "Recusal" x where x."scoresheetId" = s.id)
    group by s."entryId", s."roundId", c.id
    order by c.position`;
  return rows.map(({ entryId, roundId, divisionId: _, slug, contestName, ...row }) => ({
    ...row,
    contest: { slug, name: contestName },
    mean: publishedMark(row.mean),
    adjusted: row.adjusted === null ? null : publishedMark(row.adjusted),
    criteria: criteria
      .filter((one) => one.entryId === entryId && one.roundId === roundId)
      .map(({ name, min, max, mean }) => ({ name, min, max, mean: publishedMark(mean) })),
  }));
}
