import { readRules } from '#app/domain/contests/contest-rules.ts';
import { cutOf } from '#app/domain/contests/passing.ts';
import type { db, Tx } from '#app/platform/db/db.server.ts';
import { type FurtherReading, furtherReadings } from './ranking/further-readings.ts';

export type ProposedReading = FurtherReading & { number: number; title: string };

/**
 * The cheapest further readings that would settle who is above the cut in a round's newest ranking, by division and component: at
 * each place where awards or passing cut. Empty where there is no model, no cut, or nothing too close.
 */
export async function findFurtherReadings(
  reader: Tx | typeof db,
  { contestId, number }: { contestId: string; number: number },
): Promise<ProposedReading[]> {
  const ranking = await reader.ranking.findFirst({
    where: { round: { contestId, number } },
    orderBy: { computedAt: 'desc' },
    relationLoadStrategy: 'join',
    select: {
      varianceResidual: true,
      judges: true,
      round: {
        select: {
          contest: {
            select: {
              rules: { orderBy: { number: 'desc' }, take: 1, select: { body: true } },
              rounds: { orderBy: { number: 'desc' }, take: 1, select: { number: true } },
            },
          },
        },
      },
      standings: {
        select: {
          entryId: true,
          adjusted: true,
          se: true,
          rankLow: true,
          rankHigh: true,
          component: true,
          entry: { select: { number: true, divisionId: true, version: { select: { title: true } } } },
        },
      },
    },
  });
  if (ranking === null || ranking.varianceResidual === null) return [];
  const { contest } = ranking.round;
  const rules = readRules(contest.rules[0]?.body);
  const cuts = cutsOf(rules, { number, last: contest.rounds[0]!.number === number });
  const errors = (ranking.judges as { se: number | null }[]).flatMap(({ se }) => se ?? []);
  const judgeError = Math.sqrt(errors.reduce((sum, se) => sum + se ** 2, 0) / Math.max(1, errors.length));
  const groups = new Map<string, typeof ranking.standings>();
  for (const standing of ranking.standings) {
    const key = `${standing.entry.divisionId} ${standing.component}`;
    groups.set(key, [...(groups.get(key) ?? []), standing]);
  }
  const found = new Map<string, ProposedReading>();
  for (const group of groups.values()) {
    const placed = group.map(({ entryId, adjusted, se, rankLow, rankHigh }) => ({
      id: entryId,
      adjusted: adjusted!,
      se: se!,
      rankLow: rankLow!,
      rankHigh: rankHigh!,
    }));
    for (const cut of cuts) {
      for (const one of furtherReadings(placed, { cut, residual: ranking.varianceResidual, judgeError })) {
        const { entry } = group.find(({ entryId }) => entryId === one.id)!;
        const before = found.get(one.id);
        if (before !== undefined && before.readings >= one.readings) continue;
        found.set(one.id, { ...one, number: entry.number, title: entry.version.title });
      }
    }
  }
  return [...found.values()];
}

/** Where places end: of those who go on, and of each award that has a number of them. */
function cutsOf(rules: ReturnType<typeof readRules>, { number, last }: { number: number; last: boolean }): number[] {
  const cuts = new Set<number>();
  const top = cutOf(rules, number);
  if (top !== null) cuts.add(top);
  let places = 0;
  for (const award of last ? rules.awards : []) {
    if (award.places === null) break;
    places += award.places;
    cuts.add(places);
  }
  return [...cuts];
}
