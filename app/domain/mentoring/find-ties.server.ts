import type { db, Tx } from '#app/platform/db/db.server.ts';

/** Why a mentor and a team must not be brought together. */
export type Tie = 'team' | 'judge' | 'together';

/**
 * Pairs that must not become a mentorship: who is or was on the team; who judged it or anything its people entered, or sits on
 * the panel of a contest it still stands in (judging and mentoring one team exclude each other in either order); who walks with
 * it already. Keyed by idea, then by the mentor's person. Five queries, however many pairs.
 */
export async function findTies(
  reader: Tx | typeof db,
  { ideaIds, personIds }: { ideaIds: readonly string[]; personIds: readonly string[] },
): Promise<Map<string, Map<string, Tie>>> {
  const ties = new Map<string, Map<string, Tie>>(ideaIds.map((id) => [id, new Map()]));
  if (ideaIds.length === 0 || personIds.length === 0) return ties;
  const [ideas, people] = [[...ideaIds], [...personIds]];
  const members = await reader.ideaMember.findMany({
    where: { ideaId: { in: ideas }, personId: { not: null }, confirmedAt: { not: null } },
    select: { ideaId: true, personId: true, leftAt: true },
  });
  const owners = await reader.idea.findMany({ where: { id: { in: ideas } }, select: { id: true, ownerId: true } });
  const judged = await reader.$queryRaw<{ ideaId: string; personId: string }[]>`
    with team as (
      select m."ideaId", m."personId" from "IdeaMember" m
      where m."ideaId" = any(${ideas}::uuid[]) and m."confirmedAt" is not null and m."leftAt" is null and m."personId" is not null
    ), entered as (
      select e."ideaId", e.id as "entryId" from "Entry" e where e."ideaId" = any(${ideas}::uuid[])
      union
      select t."ideaId", em."entryId" from team t join "EntryMember" em on em."personId" = t."personId"
    )
    select en."ideaId", j."personId"
    from entered en
    join "Scoresheet" s on s."entryId" = en."entryId"
    join "Judge" j on j.id = s."judgeId"
    left join "Recusal" r on r."scoresheetId" = s.id
    where j."personId" = any(${people}::uuid[]) and r."scoresheetId" is null
    union
    select en."ideaId", j."personId"
    from entered en
    join "Entry" e on e.id = en."entryId"
    left join "EntryWithdrawal" w on w."entryId" = e.id
    join "Contest" c on c.id = e."contestId" and c.state in ('OPEN', 'CLOSED')
    join "Judge" j on j."contestId" = c.id
    join "RoleGrant" g on g.id = j."roleGrantId" and g."endedAt" is null
    where j."personId" = any(${people}::uuid[]) and w."entryId" is null`;
  const together = await reader.mentorship.findMany({
    where: { ideaId: { in: ideas }, endedAt: null, mentor: { personId: { in: people } } },
    select: { ideaId: true, mentor: { select: { personId: true } } },
  });
  const tie = (ideaId: string, personId: string | null, kind: Tie) => {
    if (personId !== null) ties.get(ideaId)?.set(personId, kind);
  };
  for (const { ideaId, mentor } of together) tie(ideaId, mentor.personId, 'together');
  for (const { ideaId, personId } of judged) tie(ideaId, personId, 'judge');
  for (const { ideaId, personId } of members) tie(ideaId, personId, 'team');
  for (const { id, ownerId } of owners) tie(id, ownerId, 'team');
  return ties;
}

/**
 * Holds every contest a team stands in until the transaction ends, so that nobody is made its judge at the very moment they
 * become its mentor.
 */
export async function lockContestsOf(tx: Tx, ideaId: string): Promise<void> {
  await tx.$queryRaw`
    select 1 from "Contest" where id in (
      select e."contestId" from "Entry" e where e."ideaId" = ${ideaId}::uuid
      union
      select e."contestId" from "IdeaMember" m join "EntryMember" em on em."personId" = m."personId"
      join "Entry" e on e.id = em."entryId"
      where m."ideaId" = ${ideaId}::uuid and m."confirmedAt" is not null and m."leftAt" is null
    ) order by id for update`;
}
