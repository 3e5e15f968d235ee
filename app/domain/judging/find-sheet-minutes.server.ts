import type { db, Tx } from '#app/platform/db/db.server.ts';
import { minutesFor } from './scoresheet.ts';

/** Before there is anything to read: a text of two pages and five criteria. */
const usual = { characters: 6_000, criteria: 5 };

/** Minutes a sheet of this contest takes on average, about: the texts entered so far and the criteria of the first round. */
export async function findSheetMinutes(reader: Tx | typeof db, { contestId }: { contestId: string }): Promise<number> {
  const [row] = await reader.$queryRaw<{ characters: number | null; criteria: number | null }[]>`
    select
      (select avg(length(v.abstract) + length(v.problem) + length(v.solution) + length(v.novelty) + length(v.method)
          + length(v.beneficiaries) + length(v.progress) + length(v.needs))::float8
        from "Entry" e join "IdeaVersion" v on v.id = e."versionId"
        where e."contestId" = ${contestId}::uuid) as characters,
      (select max(of.criteria)::int from (
        select count(*) as criteria
        from "Round" r join "Rubric" b on b."roundId" = r.id join "Criterion" k on k."rubricId" = b.id
        where r."contestId" = ${contestId}::uuid and r.number = 1 group by b.id) of) as criteria`;
  return minutesFor({ characters: row?.characters ?? usual.characters, criteria: row?.criteria ?? usual.criteria });
}
