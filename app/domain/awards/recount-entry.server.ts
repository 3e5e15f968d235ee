import { findSheetTotals } from '#app/domain/judging/find-sheet-totals.server.ts';
import { findSheets } from '#app/domain/judging/find-sheets.server.ts';
import { publishedMark } from '#app/domain/judging/scoring.ts';
import { roundStandings } from '#app/domain/judging/standings.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import type { Recount } from './appeal.ts';

/**
 * Counts a published round again from its sheets, and holds every mark and rank against what was published: the newest ranking, and
 * the entries it ranked. Marks are compared as they are published, to 0.01.
 */
export async function recountEntry(
  tx: Tx,
  {
    contestId,
    round,
    entryId,
  }: { contestId: string; round: { id: string; method: 'RAW' | 'ADJUSTED' }; entryId: string },
): Promise<Recount> {
  const from = performance.now();
  const { standings: published } = await tx.ranking.findFirstOrThrow({
    where: { roundId: round.id },
    orderBy: { computedAt: 'desc' },
    relationLoadStrategy: 'join',
    select: {
      standings: {
        select: { entryId: true, mean: true, adjusted: true, rank: true, entry: { select: { divisionId: true } } },
      },
    },
  });
  const divisionOf = new Map(published.map((one) => [one.entryId, one.entry.divisionId]));
  const counted = (await findSheets(tx, { contestId, roundId: round.id, settled: true })).filter(
    (sheet) => sheet.state === 'submitted' && divisionOf.has(sheet.entryId),
  );
  const totals = await findSheetTotals(tx, {
    roundId: round.id,
    sheets: counted.map((sheet) => ({ id: sheet.id, divisionId: divisionOf.get(sheet.entryId)! })),
  });
  const { standings } = roundStandings({
    sheets: counted.flatMap((sheet) => {
      const total = totals.get(sheet.id)?.total;
      return total == null ? [] : [{ entry: sheet.entryId, judge: sheet.judgeId, total }];
    }),
    divisionOf,
    method: round.method,
    seed: 1,
  });
  const again = new Map(standings.map((one) => [one.entry, one]));
  const same =
    published.length === standings.length &&
    published.every((one) => {
      const other = again.get(one.entryId);
      return other !== undefined && JSON.stringify(shown(other)) === JSON.stringify(shown(one));
    });
  const own = published.find((one) => one.entryId === entryId)!;
  const other = again.get(entryId);
  return {
    same,
    published: shown(own),
    again: other === undefined ? null : shown(other),
    milliseconds: Math.round(performance.now() - from),
  };
}

const shown = ({ mean, adjusted, rank }: { mean: number; adjusted: number | null; rank: number }) => ({
  mean: publishedMark(mean),
  adjusted: adjusted === null ? null : publishedMark(adjusted),
  rank,
});
