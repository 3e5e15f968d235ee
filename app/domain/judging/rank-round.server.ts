import { insistThat } from '#app/domain/contests/contest-access.ts';
import { recordCodes } from '#app/domain/history/record/record-codes.server.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';
import { pairKey } from './conflict.ts';
import { findRoundEntries } from './find-round-entries.server.ts';
import { findSheetTotals } from './find-sheet-totals.server.ts';
import { findSheets } from './find-sheets.server.ts';
import { lockRound } from './lock-round.server.ts';
import { keepRanking } from './record/keep-ranking.server.ts';
import { whyNotManageRound } from './round-access.ts';
import { roundStandings, type SheetTotal } from './standings.ts';

/** Everyone who draws with this seed gets the same rank intervals. */
const seed = 1;

/**
 * Computes a closed round's ranking from the sheets that count (handed in, not given back, no conflict, the entry still
 * standing) and keeps it beside earlier ones; the newest holds. Not once the results are out.
 */
export async function rankRound({ by, slug, number }: { by: Actor; slug: string; number: number }): Promise<void> {
  await db.$transaction(
    async (tx) => {
      const { contest, round } = await lockRound(tx, { slug, number });
      insistThat(whyNotManageRound(by, contest));
      if (round.state !== 'CLOSED') throw new NotNow({ key: 'judging:refusals.notClosed' });
      const { sheets, divisionOf } = await findCountedSheets(tx, { contestId: contest.id, round });
      const rankingId = await storeRanking(tx, { round, sheets, divisionOf });
      await recordEvent(tx, {
        kind: 'round.ranked',
        by: by.id,
        contestId: contest.id,
        payload: { roundId: round.id, rankingId, sheets: sheets.length },
      });
    },
    { timeout: 120_000 },
  );
}

/** The totals a ranking is made of, and the division of each entry. */
export async function findCountedSheets(
  tx: Tx | typeof db,
  { contestId, round, settled }: { contestId: string; round: { id: string; number: number }; settled?: boolean },
): Promise<{ sheets: SheetTotal[]; divisionOf: Map<string, string> }> {
  const entries = await findRoundEntries(tx, { contestId, number: round.number });
  const divisionOf = new Map(entries.map(({ id, division }) => [id, division.id]));
  const counted = (await findSheets(tx, { contestId, roundId: round.id, settled })).filter(
    ({ state, entryId }) => state === 'submitted' && divisionOf.has(entryId),
  );
  const totals = await findSheetTotals(tx, {
    roundId: round.id,
    sheets: counted.map(({ id, entryId }) => ({ id, divisionId: divisionOf.get(entryId)! })),
  });
  const sheets = counted.flatMap(({ id, entryId, judgeId }) => {
    const total = totals.get(id)?.total;
    return total == null ? [] : [{ entry: entryId, judge: judgeId, total }];
  });
  return { sheets, divisionOf };
}

/**
 * Writes a ranking of these sheets down, into the contest's record too; answers its id. It is computed under the codes of the
 * record: who counts again knows no other names, and gets the same draws.
 */
export async function storeRanking(
  tx: Tx,
  {
    round,
    sheets,
    divisionOf,
  }: {
    round: { id: string; method: 'RAW' | 'ADJUSTED' };
    sheets: readonly SheetTotal[];
    divisionOf: ReadonlyMap<string, string>;
  },
): Promise<string> {
  const { contestId, number } = await tx.round.findUniqueOrThrow({
    where: { id: round.id },
    select: { contestId: true, number: true },
  });
  const divisions = await tx.division.findMany({ where: { contestId }, select: { id: true, slug: true } });
  const slugOf = new Map(divisions.map(({ id, slug }) => [id, slug]));
  const handedIn = await tx.scoresheet.findMany({
    where: {
      roundId: round.id,
      submittedAt: { not: null },
      recusal: { is: null },
      entry: { withdrawal: { is: null } },
    },
    select: { entryId: true, judgeId: true },
  });
  const codes = await recordCodes(tx, {
    contestId,
    entries: [...divisionOf.keys(), ...handedIn.map(({ entryId }) => entryId)],
    judges: [...sheets.map(({ judge }) => judge), ...handedIn.map(({ judgeId }) => judgeId)],
  });
  const entryOf = new Map([...codes.entries].map(([id, code]) => [code, id]));
  const judgeOf = new Map([...codes.judges].map(([id, code]) => [code, id]));
  const { standings, judges, variance, decidedBy, ...ranking } = roundStandings({
    sheets: sheets.map(({ entry, judge, total }) => ({
      entry: codes.entries.get(entry)!,
      judge: codes.judges.get(judge)!,
      total,
    })),
    divisionOf: new Map([...divisionOf].map(([id, division]) => [codes.entries.get(id)!, slugOf.get(division)!])),
    method: round.method,
    seed,
  });
  const { id } = await tx.ranking.create({
    data: {
      roundId: round.id,
      method: decidedBy,
      computedAt: now(),
      seed,
      sheets: sheets.length,
      ...ranking,
      varianceEntry: variance?.entry ?? null,
      varianceJudge: variance?.judge ?? null,
      varianceResidual: variance?.residual ?? null,
      judges: judges.map((judge) => ({ ...judge, id: judgeOf.get(judge.id)! })),
    },
    select: { id: true },
  });
  await tx.standing.createMany({
    data: standings.map(({ entry, division: _, ...standing }) => ({
      ...standing,
      rankingId: id,
      entryId: entryOf.get(entry)!,
    })),
  });
  const counted = new Set(sheets.map(({ entry, judge }) => pairKey({ entryId: entry, judgeId: judge })));
  await keepRanking(tx, {
    contestId,
    round: number,
    method: round.method,
    seed,
    ballots: sheets.length,
    aside: handedIn.filter((sheet) => !counted.has(pairKey(sheet))),
    standings,
    codes,
  });
  return id;
}
