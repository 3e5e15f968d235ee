import { db } from '#app/platform/db/db.server.ts';

/** How many ideas have come how far. Each idea counts once in every step it has reached. */
export type IdeasOnTheWay = {
  proposed: number;
  published: number;
  inContest: number;
  mentored: number;
  applied: number;
};

/**
 * Counts ideas from put forward to applied: sent in at least once and not withdrawn; of these published; of the published,
 * entered in a contest (and not taken out again), given a mentor, applied. Numbers only: nothing here can tell whose they are.
 */
export async function countIdeasOnTheWay(): Promise<IdeasOnTheWay> {
  const [row] = await db.$queryRaw<IdeasOnTheWay[]>`
    select
      count(*)::int as "proposed",
      (count(*) filter (where public))::int as "published",
      (count(*) filter (where public and entered))::int as "inContest",
      (count(*) filter (where public and mentored))::int as "mentored",
      (count(*) filter (where public and stage = 'APPLIED'))::int as "applied"
    from (
      select
        i.stage,
        i."publishedVersionId" is not null as public,
        exists (
          select from "Entry" e join "Contest" c on c.id = e."contestId" and c.state not in ('DRAFT', 'CANCELLED')
          where e."ideaId" = i.id and not exists (select from "EntryWithdrawal" w where w."entryId" = e.id)
        ) as entered,
        exists (select from "Mentorship" m where m."ideaId" = i.id) as mentored
      from "Idea" i
      where i."submittedAt" is not null and i.state not in ('DRAFT', 'WITHDRAWN')
    ) as reached`;
  return row ?? { proposed: 0, published: 0, inContest: 0, mentored: 0, applied: 0 };
}
