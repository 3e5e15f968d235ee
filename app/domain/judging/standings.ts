import { rank } from '#app/domain/judging/ranking/rank.ts';
import { markSummary, placesByPublishedMark, publishedMark } from '#app/domain/judging/scoring.ts';

/** One handed-in sheet: its total on 0–100. A judge who read an entry twice gives two. */
export interface SheetTotal {
  readonly entry: string;
  readonly judge: string;
  readonly total: number;
  /** Its marks in the order of the rubric, and whether one of them is the least there is. */
  readonly marks?: readonly number[];
  readonly least?: boolean;
}

/** What deciding looks at beside the totals: the mean mark of each criterion, and whether one was at its least. */
export function criteriaOf(sheets: readonly SheetTotal[]): Map<string, { criteria: number[]; zeroed: boolean }> {
  const found = new Map<string, { sums: number[]; count: number; zeroed: boolean }>();
  for (const { entry, marks = [], least = false } of sheets) {
    const one = found.get(entry) ?? { sums: [], count: 0, zeroed: false };
    for (const [at, mark] of marks.entries()) one.sums[at] = (one.sums[at] ?? 0) + mark;
    found.set(entry, { sums: one.sums, count: one.count + 1, zeroed: one.zeroed || least });
  }
  return new Map(
    [...found].map(([entry, { sums, count, zeroed }]) => [entry, { criteria: sums.map((sum) => sum / count), zeroed }]),
  );
}

export interface EntryStanding {
  readonly entry: string;
  readonly division: string;
  /** Index of its component in the graph of entries and judges, the largest 0. */
  readonly component: number;
  readonly sheets: number;
  readonly mean: number;
  readonly median: number;
  readonly sd: number | null;
  readonly adjusted: number | null;
  readonly se: number | null;
  /** Within its division and component, by the round's method, decided on marks rounded to 0.01. */
  readonly rank: number;
  readonly rankLow: number | null;
  readonly rankHigh: number | null;
}

export interface RoundStandings {
  /** What ranks were decided by: adjusted marks only where there is a model. */
  readonly decidedBy: 'RAW' | 'ADJUSTED';
  readonly model: 'crossed' | 'none';
  readonly why: string | null;
  readonly mu: number | null;
  readonly variance: { readonly entry: number; readonly judge: number; readonly residual: number } | null;
  /** Whether every division's entries can be held against one another. */
  readonly comparable: boolean;
  /** By division, component, rank, then entry. */
  readonly standings: readonly EntryStanding[];
  readonly judges: readonly {
    readonly id: string;
    readonly n: number;
    readonly leniency: number | null;
    readonly se: number | null;
  }[];
}

/**
 * A round's ranking from its handed-in sheets: one model over all of them, an order of its own in each division. The same
 * sheets, ids and seed give the same answer, in whatever order they come.
 *
 * @param divisionOf division of every entry that has a sheet
 * @param method what the frozen rules decide by; without a model the raw means decide, whatever they say
 */
export function roundStandings({
  sheets,
  divisionOf,
  method,
  seed,
}: {
  sheets: readonly SheetTotal[];
  divisionOf: ReadonlyMap<string, string>;
  method: 'RAW' | 'ADJUSTED';
  seed: number;
}): RoundStandings {
  if (sheets.length === 0) {
    const nothing = { model: 'none', why: 'no-sheets', mu: null, variance: null, comparable: true } as const;
    return { decidedBy: 'RAW', ...nothing, standings: [], judges: [] };
  }
  const ranking = rank(
    sheets.map(({ entry, judge, total }) => ({ entry, judge, score: total })),
    { seed, groupOf: (entry) => divisionOf.get(entry)! },
  );
  const totals = new Map<string, number[]>();
  for (const { entry, total } of sheets) totals.set(entry, [...(totals.get(entry) ?? []), total]);
  const decidedBy = method === 'ADJUSTED' && ranking.model === 'crossed' ? 'ADJUSTED' : 'RAW';

  const groups = new Map<string, (typeof ranking.entries)[number][]>();
  for (const entry of ranking.entries) {
    const group = JSON.stringify([divisionOf.get(entry.id), entry.component]);
    groups.set(group, [...(groups.get(group) ?? []), entry]);
  }
  const standings = [...groups.values()].flatMap((entries) => {
    const places = placesByPublishedMark(entries.map((one) => (decidedBy === 'ADJUSTED' ? one.adjusted! : one.mean)));
    return entries.map(({ id, n, mean, sd, adjusted, se, rankLow, rankHigh, component }, at): EntryStanding => {
      const { median } = markSummary(totals.get(id)!);
      const division = divisionOf.get(id)!;
      return {
        entry: id,
        division,
        component,
        sheets: n,
        mean,
        median,
        sd,
        adjusted,
        se,
        rank: places[at]!,
        rankLow,
        rankHigh,
      };
    });
  });
  standings.sort(
    (a, b) => order(a.division, b.division) || a.component - b.component || a.rank - b.rank || order(a.entry, b.entry),
  );
  const componentsOf = new Map<string, Set<number>>();
  for (const { division, component } of standings) {
    componentsOf.set(division, (componentsOf.get(division) ?? new Set()).add(component));
  }
  return {
    decidedBy,
    model: ranking.model,
    why: ranking.why ?? null,
    mu: ranking.mu,
    variance: ranking.variance,
    comparable: [...componentsOf.values()].every((components) => components.size === 1),
    standings,
    judges: ranking.judges,
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The conditions for going on from a round; every one that is given must hold. */
export interface PassRule {
  readonly top: number | null;
  readonly minMean: number | null;
  readonly noZero: boolean;
}

/** `outside`: it takes part outside the competition, and takes no place from others. */
export type PassReason = 'below-top' | 'below-mean' | 'zero' | 'outside';

/**
 * Who goes on, and what kept back each of the others. Decided on published marks (rounded to 0.01); whoever shares the last
 * place that goes on goes on too. `top` counts within division and component.
 *
 * @param zeroed whether an entry has a criterion at its least on some handed-in sheet
 */
export function passing(
  rule: PassRule,
  standings: readonly { entry: string; rank: number; mean: number }[],
  zeroed: (entry: string) => boolean,
): { entry: string; passed: boolean; because: PassReason[] }[] {
  return standings.map(({ entry, rank, mean }) => {
    const because: PassReason[] = [];
    if (rule.top !== null && rank > rule.top) because.push('below-top');
    if (rule.minMean !== null && publishedMark(mean) < rule.minMean) because.push('below-mean');
    if (rule.noZero && zeroed(entry)) because.push('zero');
    return { entry, passed: because.length === 0, because };
  });
}
