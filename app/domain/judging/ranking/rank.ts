import { markSummary } from '#app/domain/judging/scoring.ts';
import { crossedDesign, type Design, type Score } from './design.ts';
import { mixedModel } from './mixed-model.ts';
import { rankIntervals } from './rank-intervals.ts';
import { fitByReml } from './reml.ts';

/** Marks nearer than this share a rank. */
const SAME_MARK = 1e-6;

export interface Ranking {
  /** Number of rows. */
  readonly n: number;
  /** The fixed intercept μ; null without a model. */
  readonly mu: number | null;
  /** Variances (σ², not σ) of entries, judges and the rest; null without a model. */
  readonly variance: { readonly entry: number; readonly judge: number; readonly residual: number } | null;
  readonly model: 'crossed' | 'none';
  /** Why there is no model. */
  readonly why?: NoModel;
  /** By component, then rank, then id. */
  readonly entries: readonly RankedEntry[];
  /** By id. */
  readonly judges: readonly RankedJudge[];
  /** Entry ids of each component of the entry–judge graph, largest first. */
  readonly components: readonly (readonly string[])[];
  /** Whether one order over all entries means anything: the graph is connected. */
  readonly comparable: boolean;
  /** Entries whose rank interval crosses the cut. */
  readonly tooClose: readonly string[];
}

export interface RankedEntry {
  readonly id: string;
  readonly n: number;
  readonly mean: number;
  /** Sample standard deviation; null for one row. */
  readonly sd: number | null;
  /** μ + q̂, on the scale of the marks and never clipped. */
  readonly adjusted: number | null;
  /** Conditional standard deviation of q, given the variances and μ. */
  readonly se: number | null;
  /** 1 is best, among its rivals: the entries of the same component, and of the same group where groups are given. */
  readonly rank: number;
  readonly rankLow: number | null;
  readonly rankHigh: number | null;
  /** Index into `components`. */
  readonly component: number;
}

export interface RankedJudge {
  readonly id: string;
  readonly n: number;
  /** ŝ: how much higher than the others this judge marks. */
  readonly leniency: number | null;
  readonly se: number | null;
}

/** What keeps the variances from being estimated. */
export type NoModel = 'one-entry' | 'one-judge' | 'entries-as-rows' | 'judges-as-rows' | 'all-equal';

/**
 * Ranks entries by marks adjusted for the severity of their judges, and says how sure each rank is.
 *
 * The model is R's `lmer(score ~ 1 + (1 | entry) + (1 | judge))`, fitted by REML once over all rows. Where it cannot
 * be fitted, entries are ranked by their means and `why` says the reason.
 *
 * @param scores finite marks on any scale, at least one
 * @param options.cut how many places there are; `tooClose` is empty without it
 * @param options.seed seed of the draws behind the rank intervals
 * @param options.groupOf group of an entry (its division, say): ranks and intervals count within a group only, while the
 * model is still one fit over all rows
 */
export function rank(
  scores: readonly Score[],
  options: { cut?: number; seed?: number; groupOf?: (entry: string) => string } = {},
): Ranking {
  const design = crossedDesign(scores);
  const why = noModel(design);
  const numbered = componentsLargestFirst(design);
  const summaries = marksByEntry(design).map(markSummary);
  const rivalry = rivalries(design, options.groupOf);
  const estimates = why ? undefined : estimate(design, rivalry, options.seed ?? 1);
  const decisive = estimates ? estimates.adjusted : summaries.map(({ mean }) => mean);
  const ranks = ranksWithin(decisive, rivalry);

  const entries = design.entries.ids.map((id, entry): RankedEntry => {
    const { count, mean, sd } = summaries[entry]!;
    return {
      id,
      n: count,
      mean,
      sd,
      adjusted: estimates?.adjusted[entry] ?? null,
      se: estimates?.entryError[entry] ?? null,
      rank: ranks[entry]!,
      rankLow: estimates?.intervals[entry]?.low ?? null,
      rankHigh: estimates?.intervals[entry]?.high ?? null,
      component: numbered.ofEntry[entry]!,
    };
  });
  // Ids are unique and already ascending, and the sort is stable.
  entries.sort((a, b) => a.component - b.component || a.rank - b.rank);
  const { cut } = options;
  return {
    n: design.scores.length,
    mu: estimates?.mu ?? null,
    variance: estimates?.variance ?? null,
    model: why ? 'none' : 'crossed',
    ...(why && { why }),
    entries,
    judges: design.judges.ids.map((id, judge) => ({
      id,
      n: design.judges.rows[judge]!,
      leniency: estimates?.leniency[judge] ?? null,
      se: estimates?.judgeError[judge] ?? null,
    })),
    components: numbered.members,
    comparable: numbered.members.length === 1,
    tooClose:
      cut === undefined
        ? []
        : entries
            .filter((entry) => entry.rankLow !== null && entry.rankLow <= cut && cut < entry.rankHigh!)
            .map(({ id }) => id),
  };
}

function noModel({ entries, judges, scores }: Design): NoModel | undefined {
  const rows = scores.length;
  if (judges.ids.length < 2) return 'one-judge';
  if (entries.ids.length < 2) return 'one-entry';
  if (entries.ids.length >= rows) return 'entries-as-rows';
  if (judges.ids.length >= rows) return 'judges-as-rows';
  if (scores.every((score) => score === scores[0])) return 'all-equal';
  return undefined;
}

function estimate(design: Design, rivalry: Int32Array, seed: number) {
  const model = mixedModel(design);
  const fit = fitByReml(model);
  const mu = model.mean + fit.intercept;
  const variances = fit.ratios.map((ratio) => ratio * fit.residualVariance);
  const errors = fit.inverse.diagonal.map((diagonal, side) =>
    Array.from(diagonal, (value) => Math.sqrt(variances[side]! * value)),
  );
  const [entry, judge] = model.entriesOuter ? [0, 1] : [1, 0];
  return {
    mu,
    variance: { entry: variances[entry]!, judge: variances[judge]!, residual: fit.exact ? 0 : fit.residualVariance },
    adjusted: Array.from(fit.effects[entry]!, (effect) => mu + effect),
    entryError: errors[entry]!,
    leniency: Array.from(fit.effects[judge]!),
    judgeError: errors[judge]!,
    intervals: rankIntervals(model, fit, rivalry, seed),
  };
}

function marksByEntry({ entries, scores }: Design): number[][] {
  const marks: number[][] = entries.ids.map(() => []);
  scores.forEach((score, row) => {
    marks[entries.of[row]!]!.push(score);
  });
  return marks;
}

/** Renumbers components by falling number of entries; equal ones keep the order of their first entries. */
function componentsLargestFirst({ entries }: Design): { ofEntry: number[]; members: string[][] } {
  const members: string[][] = [];
  entries.ids.forEach((id, entry) => {
    const component = entries.component[entry]!;
    members[component] ??= [];
    members[component].push(id);
  });
  const order = members.map((_, component) => component).sort((a, b) => members[b]!.length - members[a]!.length);
  const number = new Map(order.map((component, place) => [component, place]));
  return {
    ofEntry: Array.from(entries.component, (component) => number.get(component)!),
    members: order.map((component) => members[component]!),
  };
}

/** Numbers the sets of entries that are ranked among themselves, from 0. */
function rivalries({ entries }: Design, groupOf: (entry: string) => string = () => ''): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(entries.ids, (id, entry) => {
    const rivals = `${entries.component[entry]} ${groupOf(id)}`;
    if (!numbers.has(rivals)) numbers.set(rivals, numbers.size);
    return numbers.get(rivals)!;
  });
}

/** Competition ranks ("1, 2, 2, 4") by falling mark within each rivalry. */
function ranksWithin(marks: readonly number[], rivalry: Int32Array): number[] {
  const order = marks.map((_, entry) => entry);
  order.sort((a, b) => rivalry[a]! - rivalry[b]! || marks[b]! - marks[a]!);
  const ranks: number[] = new Array(marks.length);
  let first = 0;
  let leader = 0;
  order.forEach((entry, place) => {
    if (rivalry[entry] !== rivalry[order[first]!]) {
      first = place;
      leader = place;
    } else if (marks[order[leader]!]! - marks[entry]! > SAME_MARK) leader = place;
    ranks[entry] = leader - first + 1;
  });
  return ranks;
}
