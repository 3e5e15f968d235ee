import type { db, Tx } from '#app/platform/db/db.server.ts';
import { type WeakCriterion, weakCriteria } from './weak-criteria.ts';

export type LastResult = { contest: string; round: string; weak: WeakCriterion[] };

/**
 * What the team's last published round says of its weak criteria, against the other entries of its division. Null before any
 * round it stood in was published: marks are nobody's before that. Two queries.
 */
export async function findWeakCriteria(
  reader: Tx | typeof db,
  { ideaId }: { ideaId: string },
): Promise<LastResult | null> {
  const round = await reader.round.findFirst({
    where: {
      state: 'PUBLISHED',
      scoresheets: {
        some: {
          calibration: false,
          submittedAt: { not: null },
          recusal: { is: null },
          entry: { ideaId, withdrawal: null },
        },
      },
    },
    orderBy: [{ closesAt: 'desc' }, { number: 'desc' }],
    select: { id: true, name: true, contest: { select: { name: true } } },
  });
  if (round === null) return null;
  const rows = await reader.$queryRaw<{ name: string; own: number; field: number }[]>`
    with own as (
      select e.id, e."divisionId" from "Entry" e
      join "Round" r on r."contestId" = e."contestId" and r.id = ${round.id}::uuid
      where e."ideaId" = ${ideaId}::uuid
    )
    select c.name,
      avg((m.value - c.min) / (c.max - c.min) * 100) filter (where e.id in (select id from own)) as own,
      avg((m.value - c.min) / (c.max - c.min) * 100) as field
    from "Scoresheet" s
    join "Entry" e on e.id = s."entryId"
    left join "Recusal" x on x."scoresheetId" = s.id
    join "Mark" m on m."scoresheetId" = s.id and m.standing = 'IN_FORCE'
    join "Criterion" c on c.id = m."criterionId"
    where s."roundId" = ${round.id}::uuid and s."submittedAt" is not null and not s.calibration and x."scoresheetId" is null
      and e."divisionId" in (select "divisionId" from own)
    group by c.id, c.name, c.position
    having count(*) filter (where e.id in (select id from own)) > 0
    order by c.position`;
  const results = rows.map(({ name, own, field }) => ({ name, own: round2(own), field: round2(field) }));
  return { contest: round.contest.name, round: round.name, weak: weakCriteria(results) };
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
