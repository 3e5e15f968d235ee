import { insistThat } from '#app/domain/contests/contest-access.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';
import { findRoundEntries } from './find-round-entries.server.ts';
import { findSheetTotals } from './find-sheet-totals.server.ts';
import { findSheets } from './find-sheets.server.ts';
import { lockRound } from './lock-round.server.ts';
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

/** Writes a ranking of these sheets down; answers its id. */
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
  const { standings, judges, variance, decidedBy, ...ranking } = roundStandings({
    sheets,
    divisionOf,
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
      judges: judges.map((judge) => ({ ...judge })),
    },
    select: { id: true },
  });
  await tx.standing.createMany({
    data: standings.map(({ entry, division: _, ...standing }) => ({ ...standing, rankingId: id, entryId: entry })),
  });
  return id;
}
