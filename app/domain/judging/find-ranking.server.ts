import { insistThat } from '#app/domain/contests/contest-access.ts';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import { cutOf } from '#app/domain/contests/passing.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { findFurtherReadings } from './find-further-readings.server.ts';
import { findSheetTotals } from './find-sheet-totals.server.ts';
import { whyNotSeeSheets } from './round-access.ts';
import { publishedMark } from './scoring.ts';

/** The newest ranking of a round for those who run the contest, with the leniency of each judge; null until it was ranked. */
export async function findRanking({ slug, number, by }: { slug: string; number: number; by: Actor }) {
  const contest = await findManagedContest({ slug, by });
  const round = contest.rounds.find((one) => one.number === number);
  if (round === undefined) throw new NotFound();
  const place = { id: contest.id, hostPath: contest.hostPath };
  insistThat(whyNotSeeSheets(by, place, { isJudge: contest.may.isJudge, state: round.state }));
  const ranking = await db.ranking.findFirst({
    where: { roundId: round.id },
    orderBy: { computedAt: 'desc' },
    relationLoadStrategy: 'join',
    select: {
      method: true,
      computedAt: true,
      sheets: true,
      model: true,
      why: true,
      mu: true,
      varianceEntry: true,
      varianceJudge: true,
      varianceResidual: true,
      comparable: true,
      judges: true,
      standings: {
        orderBy: [{ component: 'asc' }, { rank: 'asc' }],
        select: {
          sheets: true,
          mean: true,
          median: true,
          sd: true,
          adjusted: true,
          se: true,
          rank: true,
          rankLow: true,
          rankHigh: true,
          component: true,
          entry: {
            select: {
              number: true,
              division: { select: { slug: true, name: true } },
              version: { select: { title: true } },
            },
          },
        },
      },
    },
  });
  const cut = cutOf(contest.rules, number);
  const common = {
    contest,
    cut,
    round: {
      number: round.number,
      name: round.name,
      state: round.state,
      method: round.method,
      reviewsPerEntry: round.reviewsPerEntry,
    },
  };
  if (ranking === null) return { ...common, ranking: null };
  const seats = await db.judge.findMany({
    where: { contestId: contest.id },
    select: { id: true, number: true, person: { select: { fullName: true } } },
  });
  const { standings, judges, ...rest } = ranking;
  const leniency = judges as { id: string; n: number; leniency: number | null; se: number | null }[];
  const sheets = await db.scoresheet.findMany({
    where: { roundId: round.id, calibration: false, submittedAt: { not: null }, recusal: null },
    select: { id: true, entryId: true, entry: { select: { number: true, divisionId: true } } },
  });
  const totals = await findSheetTotals(db, {
    roundId: round.id,
    sheets: sheets.map(({ id, entry }) => ({ id, divisionId: entry.divisionId })),
  });
  const totalsOf = new Map<number, number[]>();
  for (const { id, entry } of sheets) {
    const total = totals.get(id)?.total;
    if (total != null) totalsOf.set(entry.number, [...(totalsOf.get(entry.number) ?? []), total]);
  }
  const further = await findFurtherReadings(db, { contestId: contest.id, number });
  return {
    ...common,
    ranking: {
      ...rest,
      further,
      standings: standings.map(({ entry, ...standing }) => ({
        ...standing,
        number: entry.number,
        totals: totalsOf.get(entry.number) ?? [],
        title: entry.version.title,
        division: entry.division,
        mean: publishedMark(standing.mean),
        median: publishedMark(standing.median),
        adjusted: standing.adjusted === null ? null : publishedMark(standing.adjusted),
        tooClose:
          cut !== null &&
          standing.rankLow !== null &&
          standing.rankHigh !== null &&
          standing.rankLow <= cut &&
          cut < standing.rankHigh,
      })),
      judges: leniency
        .map(({ id, ...judge }) => {
          const seat = seats.find((one) => one.id === id);
          return { ...judge, number: seat?.number ?? 0, name: seat?.person.fullName ?? '?' };
        })
        .sort((a, b) => (b.leniency ?? 0) - (a.leniency ?? 0) || a.number - b.number),
    },
  };
}
