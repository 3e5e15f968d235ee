import { placesIn, readRules } from '#app/domain/contests/contest-rules.ts';
import type { db, Tx } from '#app/platform/db/db.server.ts';
import { type Decided, type DecidingBy, decideRound, type Override } from './deciding.ts';

export type Staged = {
  rankingId: string;
  round: { id: string; number: number; last: boolean };
  by: DecidingBy;
  /** Names of the awards, best first; empty in every round but the last. */
  awardNames: string[];
  decided: Decided[];
  overrides: (Override & { id: string; reason: string })[];
  /** Divisions whose panels cannot be compared and whose quotas the chair has still to set. */
  quotasMissing: { divisionId: string; components: number }[];
};

/**
 * What the rules, the quotas and the chair make of a round's newest ranking, as it would be published now; null until it was
 * ranked. Entries and divisions by their ids. For those who run the contest: nothing of it is anyone else's before publication.
 */
export async function findOutcomes(
  reader: Tx | typeof db,
  { contestId, number }: { contestId: string; number: number },
): Promise<Staged | null> {
  const ranking = await reader.ranking.findFirst({
    where: { round: { contestId, number } },
    orderBy: { computedAt: 'desc' },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      quotas: { select: { divisionId: true, component: true, top: true, places: true } },
      standings: {
        select: {
          entryId: true,
          rank: true,
          mean: true,
          adjusted: true,
          median: true,
          sd: true,
          component: true,
          criteria: true,
          zeroed: true,
          entry: { select: { divisionId: true, outside: { where: { withdrawnAt: null }, select: { id: true } } } },
        },
      },
      round: {
        select: {
          id: true,
          overrides: {
            where: { withdrawnAt: null },
            orderBy: { at: 'asc' },
            select: { id: true, entryId: true, passed: true, award: true, reason: true },
          },
          contest: {
            select: {
              rules: { orderBy: { number: 'desc' }, take: 1, select: { body: true } },
              divisions: { select: { id: true, slug: true } },
              rounds: { orderBy: { number: 'desc' }, take: 1, select: { number: true } },
            },
          },
        },
      },
    },
  });
  if (ranking === null) return null;
  const { round, standings, quotas } = ranking;
  const rules = readRules(round.contest.rules[0]?.body);
  const last = round.contest.rounds[0]!.number === number;
  const pass = rules.pass.find((one) => one.round === number) ?? null;
  const awards = last ? rules.awards : [];
  // The newest word of the chair on an entry holds.
  const overrides = new Map(round.overrides.map(({ entryId, ...one }) => [entryId, { ...one, entry: entryId }]));
  const by: DecidingBy = {
    pass: pass === null ? null : { top: pass.top, minMean: pass.minMean, noZero: pass.noZero },
    thresholds: rules.thresholds,
    ties: rules.ties,
    awards,
    places:
      awards.length === 0
        ? []
        : round.contest.divisions.map(({ id, slug }) => ({ division: id, places: placesIn(rules, slug) })),
    quotas: quotas.map(({ divisionId, places, ...quota }) => ({
      ...quota,
      division: divisionId,
      places: places as (number | null)[],
    })),
    overrides: [...overrides.values()],
    outside: standings.flatMap(({ entryId, entry }) => (entry.outside.length > 0 ? entryId : [])),
  };
  const decided = decideRound(
    standings.map(({ entryId, entry, ...standing }) => ({ ...standing, entry: entryId, division: entry.divisionId })),
    by,
  );
  return {
    rankingId: ranking.id,
    round: { id: round.id, number, last },
    by,
    awardNames: awards.map(({ name }) => name),
    decided,
    overrides: [...overrides.values()],
    quotasMissing: missingQuotas(by, decided),
  };
}

/** Several panels of one division share no number of places: each needs its own. */
function missingQuotas(by: DecidingBy, decided: readonly Decided[]): Staged['quotasMissing'] {
  const counts =
    (by.pass?.top ?? null) !== null ||
    by.awards.some(({ places }) => places !== null) ||
    (by.places ?? []).some(({ places }) => places.some((count) => count !== null));
  if (!counts) return [];
  const panels = new Map<string, Set<number>>();
  for (const { division, component } of decided) {
    panels.set(division, (panels.get(division) ?? new Set()).add(component));
  }
  return [...panels].flatMap(([division, components]) => {
    const set = by.quotas.filter((quota) => quota.division === division && components.has(quota.component));
    return components.size > 1 && set.length < components.size
      ? [{ divisionId: division, components: components.size }]
      : [];
  });
}
