import type { Actor } from '#app/domain/people/actor.ts';
import { db } from '#app/platform/db/db.server.ts';
import { byPair, pairKey } from './conflict.ts';
import { findConflicts } from './find-conflicts.server.ts';
import { minutesFor, type SheetState, sheetState } from './scoresheet.ts';

export type DeskSheet = {
  id: string;
  number: number;
  title: string;
  division: string;
  state: SheetState;
  marks: number;
  criteria: number;
  /** Marks that wait for a choice. */
  asides: number;
  minutes: number;
  /** All judges mark this one first; it counts nowhere. */
  calibration: boolean;
  /** Opens once that one is handed in. */
  locked: boolean;
};

export type DeskRound = {
  contest: { slug: string; name: string };
  number: number;
  name: string;
  state: 'OPEN' | 'CLOSED' | 'PUBLISHED';
  closesAt: Date;
  /** The contest is put off until further notice: no time runs out. */
  suspended: boolean;
  sheets: DeskSheet[];
  /** Sheets that can still be marked and are not handed in, and the minutes they will take, about. */
  left: number;
  minutesLeft: number;
  /** Totals of the judge's own sheets handed in, on 0–100. */
  totals: number[];
};

/**
 * What a judge has to read, round by round, the one that closes first on top: the number of an entry, its title and its
 * division, and nothing of who wrote it. Rounds the judge was not let into yet are not told of.
 */
export async function findDesk({ by }: { by: Actor }): Promise<DeskRound[]> {
  const rows = await db.$queryRaw<
    {
      id: string;
      roundId: string;
      roundNumber: number;
      roundName: string;
      roundState: DeskRound['state'];
      closesAt: Date;
      suspended: boolean;
      contestId: string;
      slug: string;
      contestName: string;
      judgeId: string;
      entryId: string;
      number: number;
      title: string;
      division: string;
      submittedAt: Date | null;
      recused: boolean;
      withdrawn: boolean;
      calibration: boolean;
      marks: number;
      asides: number;
      criteria: number;
      characters: number;
    }[]
  >`
    select s.id, r.id as "roundId", r.number as "roundNumber", r.name as "roundName", r.state::text as "roundState",
      r."closesAt", c."suspendedAt" is not null as suspended, c.id as "contestId", c.slug, c.name as "contestName", s."judgeId", s."entryId", e.number, v.title,
      d.name as division, s."submittedAt", s.calibration, x."scoresheetId" is not null as recused, w."entryId" is not null as withdrawn,
      (select count(*)::int from "Mark" m where m."scoresheetId" = s.id and m.standing = 'IN_FORCE') as marks,
      (select count(*)::int from "Mark" m where m."scoresheetId" = s.id and m.standing = 'ASIDE') as asides,
      (select count(*)::int from "Criterion" k join "Rubric" b on b.id = k."rubricId" where b.id = coalesce(
        (select id from "Rubric" where "roundId" = r.id and "divisionId" = e."divisionId"),
        (select id from "Rubric" where "roundId" = r.id and "divisionId" is null))) as criteria,
      length(v.abstract) + length(v.problem) + length(v.solution) + length(v.novelty) + length(v.method)
        + length(v.beneficiaries) + length(v.progress) + length(v.needs) as characters
    from "Judge" j
    join "RoleGrant" g on g.id = j."roleGrantId" and g."endedAt" is null
    join "Scoresheet" s on s."judgeId" = j.id
    join "Round" r on r.id = s."roundId" and r.state <> 'PLANNED'
    join "Contest" c on c.id = r."contestId" and c.state <> 'CANCELLED'
    join "Entry" e on e.id = s."entryId"
    join "Division" d on d.id = e."divisionId"
    join "IdeaVersion" v on v.id = e."versionId"
    left join "Recusal" x on x."scoresheetId" = s.id
    left join "EntryWithdrawal" w on w."entryId" = e.id
    where j."personId" = ${by.id}::uuid
    order by (r.state <> 'OPEN'), r."closesAt", r.id, s.calibration desc, e.number, s.reading`;

  const conflicts = new Set<string>();
  const judging = new Map(
    rows.filter(({ roundState }) => roundState !== 'PUBLISHED').map((row) => [row.roundId, row] as const),
  );
  for (const { contestId, roundId, judgeId } of judging.values()) {
    const found = await findConflicts(db, { contestId, roundId, judgeIds: [judgeId] });
    for (const key of byPair(found).keys()) conflicts.add(`${roundId} ${key}`);
  }

  const totals = await findOwnTotals(by.id);
  const rounds = new Map<string, DeskRound>();
  for (const row of rows) {
    if (row.withdrawn) continue;
    const round = rounds.get(row.roundId) ?? {
      contest: { slug: row.slug, name: row.contestName },
      number: row.roundNumber,
      name: row.roundName,
      state: row.roundState,
      closesAt: row.closesAt,
      suspended: row.suspended,
      sheets: [],
      left: 0,
      minutesLeft: 0,
      totals: totals.get(row.roundId) ?? [],
    };
    rounds.set(row.roundId, round);
    const state = sheetState({
      submittedAt: row.submittedAt,
      recusal: row.recused ? {} : null,
      marks: row.marks,
      seatEnded: false,
      conflict: conflicts.has(`${row.roundId} ${pairKey(row)}`),
    });
    const minutes = minutesFor(row);
    round.sheets.push({
      id: row.id,
      number: row.number,
      title: row.title,
      division: row.division,
      state,
      marks: row.marks,
      criteria: row.criteria,
      asides: row.asides,
      minutes,
      calibration: row.calibration,
      locked: false,
    });
    if (row.roundState === 'OPEN' && (state === 'assigned' || state === 'begun')) {
      round.left += 1;
      round.minutesLeft += minutes;
    }
  }
  for (const round of rounds.values()) {
    const due = round.sheets.some(
      ({ calibration, state }) => calibration && (state === 'assigned' || state === 'begun'),
    );
    if (round.state !== 'OPEN' || !due) continue;
    for (const sheet of round.sheets) sheet.locked = !sheet.calibration && sheet.state !== 'submitted';
  }
  return [...rounds.values()];
}

/** Totals of the sheets a judge handed in, round by round. One query, however many there are. */
async function findOwnTotals(personId: string): Promise<Map<string, number[]>> {
  const rows = await db.$queryRaw<{ roundId: string; total: number }[]>`
    select s."roundId",
      (100 * sum(k.weight * (m.value - k.min) / (k.max - k.min)) / sum(k.weight))::float8 as total
    from "Judge" j
    join "RoleGrant" g on g.id = j."roleGrantId" and g."endedAt" is null
    join "Scoresheet" s on s."judgeId" = j.id and s."submittedAt" is not null and not s.calibration
    join "Mark" m on m."scoresheetId" = s.id and m.standing = 'IN_FORCE'
    join "Criterion" k on k.id = m."criterionId"
    where j."personId" = ${personId}::uuid
      and not exists (select 1 from "Recusal" x where x."scoresheetId" = s.id)
    group by s.id`;
  const totals = new Map<string, number[]>();
  for (const { roundId, total } of rows) totals.set(roundId, [...(totals.get(roundId) ?? []), total]);
  return totals;
}

/** How many sheets wait for this person, over all contests: for the list of what is to do. */
export async function countSheetsLeft({
  personId,
}: {
  personId: string;
}): Promise<{ left: number; closesAt: Date | null }> {
  const open = {
    submittedAt: null,
    recusal: null,
    judge: { personId, roleGrant: { endedAt: null } },
    round: { state: 'OPEN' as const, contest: { state: { not: 'CANCELLED' as const } } },
    entry: { withdrawal: null },
  };
  const [left, next] = await Promise.all([
    db.scoresheet.count({ where: open }),
    db.scoresheet.findFirst({
      where: open,
      orderBy: { round: { closesAt: 'asc' } },
      select: { round: { select: { closesAt: true } } },
    }),
  ]);
  return { left, closesAt: next?.round.closesAt ?? null };
}
