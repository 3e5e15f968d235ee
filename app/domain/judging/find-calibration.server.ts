import { db } from '#app/platform/db/db.server.ts';
import { findSheetTotals } from './find-sheet-totals.server.ts';
import { markSummary } from './scoring.ts';

/**
 * How the judges of a round marked the entry all of them mark first: totals on 0–100 and the distance from their mean, the furthest first;
 * who has not handed it in last. Null where the round has none. For those who may see sheets. Four queries.
 */
export async function findCalibration({ roundId }: { roundId: string }) {
  const round = await db.round.findUniqueOrThrow({
    where: { id: roundId },
    select: {
      calibration: {
        select: { id: true, number: true, divisionId: true, version: { select: { title: true } } },
      },
    },
  });
  const entry = round.calibration;
  if (entry === null) return null;
  const sheets = await db.scoresheet.findMany({
    where: { roundId, calibration: true },
    orderBy: { judge: { number: 'asc' } },
    select: {
      id: true,
      submittedAt: true,
      recusal: { select: { at: true } },
      judge: { select: { number: true, person: { select: { fullName: true } } } },
    },
  });
  const handedIn = sheets.filter(({ submittedAt, recusal }) => submittedAt !== null && recusal === null);
  const totals = await findSheetTotals(db, {
    roundId,
    sheets: handedIn.map(({ id }) => ({ id, divisionId: entry.divisionId })),
  });
  const given = handedIn.flatMap(({ id }) => totals.get(id)?.total ?? []);
  const summary = given.length === 0 ? null : markSummary(given);
  const rows = sheets.map(({ id, judge, recusal }) => {
    const total = totals.get(id)?.total ?? null;
    return {
      number: judge.number,
      name: judge.person.fullName,
      recused: recusal !== null,
      total,
      from: total === null || summary === null ? null : total - summary.mean,
    };
  });
  return {
    entry: { number: entry.number, title: entry.version.title },
    rows: rows.sort((one, other) => Math.abs(other.from ?? -1) - Math.abs(one.from ?? -1) || one.number - other.number),
    handedIn: given.length,
    mean: summary?.mean ?? null,
    sd: summary?.sd ?? null,
    totals: given,
  };
}
