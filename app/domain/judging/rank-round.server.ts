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
import { criteriaOf, roundStandings, type SheetTotal } from './standings.ts';

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
    const sheet = totals.get(id);
    if (sheet?.total == null) return [];
    return [{ entry: entryId, judge: judgeId, total: sheet.total, marks: sheet.inOrder, least: sheet.least }];
  });
  return { sheets, divisionOf };
}

/**
 * Writes a ranking of these sheets down; answers its id. Where the contest has a record it is written there too, and computed
 * under its codes: who counts again knows no other names, and gets the same draws.
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
  const kept = await findKeeping(tx, round.id);
  const names = kept ?? { entries: new Map<string, string>(), judges: new Map<string, string>() };
  const nameOf = (map: ReadonlyMap<string, string>) => (id: string) => map.get(id) ?? id;
  const [entryName, judgeName] = [nameOf(names.entries), nameOf(names.judges)];
  const { standings, judges, variance, decidedBy, ...ranking } = roundStandings({
    sheets: sheets.map(({ entry, judge, total }) => ({ entry: entryName(entry), judge: judgeName(judge), total })),
    divisionOf: new Map([...divisionOf].map(([entry, division]) => [entryName(entry), division])),
    method: round.method,
    seed,
  });
  const criteria = criteriaOf(sheets);
  const entryOf = new Map([...names.entries].map(([id, name]) => [name, id]));
  const judgeOf = new Map([...names.judges].map(([id, name]) => [name, id]));
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
      judges: judges.map((judge) => ({ ...judge, id: judgeOf.get(judge.id) ?? judge.id })),
    },
    select: { id: true },
  });
  await tx.standing.createMany({
    data: standings.map(({ entry, division: _, ...standing }) => {
      const entryId = entryOf.get(entry) ?? entry;
      return { ...standing, ...criteria.get(entryId)!, rankingId: id, entryId };
    }),
  });
  if (kept !== null) {
    const counted = new Set(sheets.map(({ entry, judge }) => pairKey({ entryId: entry, judgeId: judge })));
    await keepRanking(tx, {
      contestId: kept.contestId,
      round: kept.number,
      method: round.method,
      seed,
      ballots: sheets.length,
      aside: kept.handedIn.filter((sheet) => !counted.has(pairKey(sheet))),
      standings,
      slugOf: kept.slugOf,
      codes: kept,
    });
  }
  return id;
}

/** What the record of a round's contest needs to know of a ranking; null where the contest has no record. */
async function findKeeping(tx: Tx, roundId: string) {
  const { contestId, number, contest } = await tx.round.findUniqueOrThrow({
    where: { id: roundId },
    select: {
      contestId: true,
      number: true,
      contest: {
        select: { divisions: { select: { id: true, slug: true } }, records: { take: 1, select: { n: true } } },
      },
    },
  });
  if (contest.records.length === 0) return null;
  const handedIn = await tx.scoresheet.findMany({
    where: {
      roundId,
      calibration: false,
      submittedAt: { not: null },
      recusal: { is: null },
      entry: { withdrawal: { is: null } },
    },
    select: { entryId: true, judgeId: true },
  });
  const codes = await recordCodes(tx, {
    contestId,
    entries: handedIn.map(({ entryId }) => entryId),
    judges: handedIn.map(({ judgeId }) => judgeId),
  });
  return {
    contestId,
    number,
    handedIn,
    slugOf: new Map(contest.divisions.map(({ id, slug }) => [id, slug])),
    ...codes,
  };
}
