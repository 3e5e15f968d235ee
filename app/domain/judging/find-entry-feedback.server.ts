import { db } from '#app/platform/db/db.server.ts';
import { publishedMark } from './scoring.ts';

export type EntryFeedback = {
  number: number;
  round: string;
  rank: number;
  mean: number;
  adjusted: number | null;
  sheets: number;
  /** Mean of the entry's marks, and of all entries in its division, on the criterion's own scale. */
  criteria: { name: string; min: number; max: number; own: number; field: number }[];
  /** What judges wrote to the team; nobody is named. */
  notes: string[];
};

/** What a team learns of each published round: marks per criterion against the field, and the notes. Three queries. */
export async function findEntryFeedback({ entryId }: { entryId: string }): Promise<EntryFeedback[]> {
  const rounds = await db.$queryRaw<
    {
      roundId: string;
      number: number;
      round: string;
      rank: number;
      mean: number;
      adjusted: number | null;
      sheets: number;
    }[]
  >`
    select r.id as "roundId", r.number, r.name as round, s.rank, s.mean, s.adjusted, s.sheets
    from "Round" r
    join "Entry" e on e."contestId" = r."contestId" and e.id = ${entryId}::uuid
    join lateral (
      select k.id from "Ranking" k where k."roundId" = r.id order by k."computedAt" desc limit 1
    ) newest on true
    join "Standing" s on s."rankingId" = newest.id and s."entryId" = e.id
    where r.state = 'PUBLISHED'
    order by r.number`;
  if (rounds.length === 0) return [];
  const ids = rounds.map(({ roundId }) => roundId);
  const criteria = await db.$queryRaw<
    { roundId: string; name: string; min: number; max: number; own: number | null; field: number }[]
  >`
    select s."roundId", c.name, c.min, c.max,
      avg(m.value) filter (where s."entryId" = ${entryId}::uuid) as own, avg(m.value) as field
    from "Scoresheet" s
    join "Entry" e on e.id = s."entryId"
    join "Mark" m on m."scoresheetId" = s.id and m.standing = 'IN_FORCE'
    join "Criterion" c on c.id = m."criterionId"
    where s."roundId" = any(${ids}::uuid[]) and s."submittedAt" is not null and not s.calibration
      and e."divisionId" = (select "divisionId" from "Entry" where id = ${entryId}::uuid)
      and not exists (select 1 from "Recusal" x where x."scoresheetId" = s.id)
    group by s."roundId", c.id
    order by c.position`;
  const notes = await db.scoresheet.findMany({
    where: {
      entryId,
      roundId: { in: ids },
      calibration: false,
      submittedAt: { not: null },
      recusal: null,
      noteToTeam: { not: '' },
    },
    // By the sheet's own id, which says nothing of who wrote it.
    orderBy: { id: 'asc' },
    select: { roundId: true, noteToTeam: true },
  });
  return rounds.map(({ roundId, mean, adjusted, ...round }) => ({
    ...round,
    mean: publishedMark(mean),
    adjusted: adjusted === null ? null : publishedMark(adjusted),
    criteria: criteria
      .filter((one) => one.roundId === roundId && one.own !== null)
      .map(({ name, min, max, own, field }) => ({
        name,
        min,
        max,
        own: publishedMark(own!),
        field: publishedMark(field),
      })),
    notes: notes.filter((note) => note.roundId === roundId).map(({ noteToTeam }) => noteToTeam),
  }));
}
