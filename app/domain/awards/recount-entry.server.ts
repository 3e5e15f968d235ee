import { findCountedSheets } from '#app/domain/judging/rank-round.server.ts';
import { publishedMark } from '#app/domain/judging/scoring.ts';
import { roundStandings } from '#app/domain/judging/standings.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import type { Recount } from './appeal.ts';

/** Counts a published round again from its sheets, and holds every mark and rank against what was published. */
export async function recountEntry(
  tx: Tx,
  {
    contestId,
    round,
    entryId,
  }: { contestId: string; round: { id: string; number: number; method: 'RAW' | 'ADJUSTED' }; entryId: string },
): Promise<Recount> {
  const from = performance.now();
  const { sheets, divisionOf } = await findCountedSheets(tx, { contestId, round, settled: true });
  const { standings } = roundStandings({ sheets, divisionOf, method: round.method, seed: 1 });
  const published = await tx.standing.findMany({
    where: { ranking: { roundId: round.id } },
    orderBy: { ranking: { computedAt: 'desc' } },
    distinct: ['entryId'],
    select: { entryId: true, mean: true, adjusted: true, rank: true },
  });
  const again = new Map(standings.map((one) => [one.entry, one]));
  const shown = ({ mean, adjusted, rank }: { mean: number; adjusted: number | null; rank: number }) => ({
    mean: publishedMark(mean),
    adjusted: adjusted === null ? null : publishedMark(adjusted),
    rank,
  });
  const same =
    published.length === standings.length &&
    published.every((one) => {
      const counted = again.get(one.entryId);
      return counted !== undefined && JSON.stringify(shown(counted)) === JSON.stringify(shown(one));
    });
  const own = published.find((one) => one.entryId === entryId)!;
  const counted = again.get(entryId);
  return {
    same,
    published: shown(own),
    again: counted === undefined ? null : shown(counted),
    milliseconds: Math.round(performance.now() - from),
  };
}
