import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import { cutOf } from '#app/domain/contests/passing.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { type Coverage, coverageOf, type DivisionCoverage, divisionCoverageOf } from './coverage.ts';
import { findCalibration } from './find-calibration.server.ts';
import { findPanels } from './find-panels.server.ts';
import { findReopenings } from './find-reopenings.server.ts';
import { findRoundEntries } from './find-round-entries.server.ts';
import { findSheetTotals } from './find-sheet-totals.server.ts';
import { findSheets, type RoundSheet } from './find-sheets.server.ts';
import { entriesApart, panelStandings } from './panels.ts';
import { whyNotSeeSheets } from './round-access.ts';
import { isLive } from './scoresheet.ts';
import { markSummary } from './scoring.ts';

export type BoardEntry = {
  id: string;
  number: number;
  title: string;
  division: string;
  /** Readings wanted, on their way, and handed in. */
  wanted: number;
  assigned: number;
  submitted: number;
  /** Sheets that stopped counting: given back, blocked by a conflict, or left by a judge. */
  lost: number;
  mean: number | null;
  /** Greatest and least total handed in, and how far they lie apart. */
  spread: number | null;
  sd: number | null;
  totals: number[];
};

export type BoardJudge = {
  id: string;
  number: number;
  name: string;
  ended: boolean;
  minLoad: number;
  maxLoad: number;
  assigned: number;
  submitted: number;
  begun: number;
  blocked: number;
  recused: number;
  late: number;
  /** Has sheets and has begun none of them. */
  absent: boolean;
};

/**
 * A round as chair, secretary and organisers follow it: all entries and all judges, never a part of them. The number of
 * queries does not depend on how many there are.
 */
export async function findRoundBoard({ slug, number, by }: { slug: string; number: number; by: Actor }) {
  const contest = await findManagedContest({ slug, by });
  const round = contest.rounds.find((one) => one.number === number);
  if (round === undefined) throw new NotFound();
  const settled = round.state === 'PUBLISHED';
  const entries = await findRoundEntries(db, { contestId: contest.id, number });
  const sheets = await findSheets(db, { contestId: contest.id, roundId: round.id, settled });
  const judges = await findRoundJudges(contest.id);
  const acts = await db.roundAct.findMany({
    where: { roundId: round.id },
    orderBy: { at: 'asc' },
    select: { to: true, at: true, reason: true, by: { select: { fullName: true } } },
  });
  const ranked = await db.ranking.findFirst({
    where: { roundId: round.id },
    orderBy: { computedAt: 'desc' },
    select: { id: true, computedAt: true, method: true, comparable: true, model: true, sheets: true },
  });
  const whyNotSee = whyNotSeeSheets(
    by,
    { id: contest.id, hostPath: contest.hostPath },
    { isJudge: contest.may.isJudge, state: round.state },
  );
  const divisionOf = new Map(entries.map(({ id, division }) => [id, division.id]));
  const totals =
    whyNotSee === null
      ? await findSheetTotals(db, {
          roundId: round.id,
          sheets: sheets
            .filter(({ state, entryId }) => state === 'submitted' && divisionOf.has(entryId))
            .map(({ id, entryId }) => ({ id, divisionId: divisionOf.get(entryId)! })),
        })
      : new Map<string, { total: number | null }>();
  const late = now().getTime() > round.closesAt.getTime();
  const coverage: Coverage = coverageOf({ entries, sheets, reviews: round.reviewsPerEntry });
  const divisions: DivisionCoverage[] = divisionCoverageOf({
    divisions: contest.divisions,
    entries,
    sheets,
    reviews: round.reviewsPerEntry,
  });
  const panels = await findPanels(db, { round, entries });
  return {
    contest,
    round: { ...round, rubrics: undefined },
    coverage,
    /** How far each division has come, in the order of the divisions. */
    divisions,
    panels: panelStandings({
      panels,
      entries,
      judges: judges.filter(({ ended, deputy }) => !ended && !deputy),
      sheets,
      reviews: round.reviewsPerEntry,
    }),
    /** Entries that belong to no panel. */
    apart: entriesApart(panels, entries).map(({ number: n, title }) => ({ number: n, title })),
    calibration: whyNotSee === null ? await findCalibration({ roundId: round.id }) : null,
    cut: cutOf(contest.rules, number),
    gap: contest.rules.judging.gap,
    quorum: contest.rules.judging.quorum,
    reopenings: whyNotSee === null ? await findReopenings(db, { roundId: round.id }) : [],
    late,
    entries: boardEntries({ entries, sheets, totals, wanted: round.reviewsPerEntry }),
    judges: boardJudges({ judges, sheets }),
    /** Every total handed in, for the picture of how marks are spread. */
    totals: [...totals.values()].flatMap(({ total }) => total ?? []),
    acts: acts.map(({ by: who, ...act }) => ({ ...act, by: who?.fullName ?? null })),
    ranked,
    whyNotSee,
  };
}

async function findRoundJudges(contestId: string) {
  const rows = await db.judge.findMany({
    where: { contestId },
    orderBy: { number: 'asc' },
    select: {
      id: true,
      number: true,
      minLoad: true,
      maxLoad: true,
      pools: true,
      deputy: true,
      person: { select: { fullName: true } },
      roleGrant: { select: { endedAt: true } },
    },
  });
  return rows.map(({ person, roleGrant, ...judge }) => ({
    ...judge,
    name: person.fullName,
    ended: roleGrant.endedAt !== null,
  }));
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function boardEntries({
  entries,
  sheets,
  totals,
  wanted,
}: {
  entries: Awaited<ReturnType<typeof findRoundEntries>>;
  sheets: readonly RoundSheet[];
  totals: ReadonlyMap<string, { total: number | null }>;
  wanted: number;
}): BoardEntry[] {
  const byEntry = groupBy(sheets, ({ entryId }) => entryId);
  return entries.map(({ id, number, title, division }) => {
    const own = byEntry.get(id) ?? [];
    const given = own.flatMap((sheet) => totals.get(sheet.id)?.total ?? []);
    const summary = given.length === 0 ? null : markSummary(given);
    return {
      id,
      number,
      title,
      division: division.name,
      wanted,
      assigned: own.filter(({ state }) => isLive(state)).length,
      submitted: own.filter(({ state }) => state === 'submitted').length,
      lost: own.filter(({ state }) => !isLive(state)).length,
      mean: summary?.mean ?? null,
      spread: given.length < 2 ? null : Math.max(...given) - Math.min(...given),
      sd: summary?.sd ?? null,
      totals: given,
    };
  });
}

function boardJudges({
  judges,
  sheets,
}: {
  judges: Awaited<ReturnType<typeof findRoundJudges>>;
  sheets: readonly RoundSheet[];
}): BoardJudge[] {
  const byJudge = groupBy(
    sheets.filter(({ withdrawn }) => !withdrawn),
    ({ judgeId }) => judgeId,
  );
  return judges.map(({ pools: _, deputy: __, ...judge }) => {
    const own = byJudge.get(judge.id) ?? [];
    const count = (state: RoundSheet['state']) => own.filter((sheet) => sheet.state === state).length;
    const begun = count('begun');
    const submitted = count('submitted');
    return {
      ...judge,
      absent: !judge.ended && begun === 0 && submitted === 0 && own.some(({ state }) => state === 'assigned'),
      assigned: own.filter(({ state }) => isLive(state)).length,
      submitted,
      begun,
      blocked: count('blocked'),
      recused: count('recused'),
      late: own.reduce((sum, sheet) => sum + sheet.late, 0),
    };
  });
}
