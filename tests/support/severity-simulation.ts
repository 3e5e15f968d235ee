import { fillNormal, seededRandom, shuffle } from '#app/domain/judging/random.ts';
import type { Score } from '#app/domain/judging/ranking/design.ts';
import { furtherReadings } from '#app/domain/judging/ranking/further-readings.ts';
import { rank } from '#app/domain/judging/ranking/rank.ts';

export interface Panel {
  readonly entries: number;
  readonly judges: number;
  readonly reads: number;
  /** Standard deviation of severity, in standard deviations of the truth. */
  readonly severity?: number;
  readonly pools?: number;
  /** How many of an entry's judges come from another pool. */
  readonly links?: number;
}

/** The designs that severity is simulated in. */
export const panels: Record<string, Panel> = {
  '300 entries, 30 judges, 3 reads': { entries: 300, judges: 30, reads: 3 },
  '300 entries, 30 judges, 5 reads': { entries: 300, judges: 30, reads: 5 },
  '60 entries, 8 judges, 3 reads': { entries: 60, judges: 8, reads: 3 },
  '120 entries, 40 judges, 3 reads': { entries: 120, judges: 40, reads: 3 },
  'five pools without overlap': { entries: 300, judges: 30, reads: 3, pools: 5 },
  'five pools, one of three from another': { entries: 300, judges: 30, reads: 3, pools: 5, links: 1 },
  'little severity (0.3)': { entries: 300, judges: 30, reads: 3, severity: 0.3 },
};

/** What one simulated contest showed. */
export interface Outcome {
  readonly raw: number;
  readonly standardised: number;
  readonly adjusted: number;
  /** Share of the entries whose interval holds their true rank. */
  readonly covered: number;
  readonly comparable: boolean;
}

/**
 * One contest by a seed: rankings by raw mean, by mean of marks standardised within each judge, and by adjusted mark, each as Spearman's
 * correlation with the truth (within components, weighted by size), and 90 % rank intervals held against the true ranks.
 */
export function simulated(panel: Panel, seed: number): Outcome {
  const { truth, marks } = madeContest(panel, seed);
  const { entries, comparable, components } = rank(marks, { seed });
  const judged = standardised(marks);
  const groups = components.map((ids) => ids.map(Number));
  const within = (values: (entry: number) => number) =>
    groups.reduce(
      (sum, group) =>
        sum +
        (group.length / truth.length) *
          spearman(
            group.map((entry) => truth[entry]!),
            group.map(values),
          ),
      0,
    );
  const byId = new Map(entries.map((entry) => [Number(entry.id), entry]));
  let covered = 0;
  for (const group of groups) {
    for (const entry of group) {
      const place = 1 + group.filter((other) => truth[other]! > truth[entry]!).length;
      const { rankLow, rankHigh } = byId.get(entry)!;
      if (rankLow! <= place && place <= rankHigh!) covered++;
    }
  }
  return {
    raw: within((entry) => byId.get(entry)!.mean),
    standardised: within((entry) => judged[entry]!),
    adjusted: within((entry) => byId.get(entry)!.adjusted!),
    covered: covered / truth.length,
    comparable,
  };
}

/** How much of the true best is found among the first `cut`: as read, with the further readings that were proposed, with as many at random. */
export interface FurtherOutcome {
  readonly readings: number;
  readonly before: number;
  readonly proposed: number;
  readonly random: number;
}

/** One contest in one component by a seed, read further: where that is proposed, and as often at random. */
export function simulatedFurther(panel: Panel, seed: number, cut: number): FurtherOutcome {
  const contest = madeContest(panel, seed);
  const { truth, marks, markOf } = contest;
  const best = new Set([...truth.keys()].sort((a, b) => truth[b]! - truth[a]!).slice(0, cut));
  const overlap = (all: readonly Score[]) => {
    const first = [...rank(all, { seed }).entries].sort((a, b) => b.adjusted! - a.adjusted!).slice(0, cut);
    return first.filter(({ id }) => best.has(Number(id))).length / cut;
  };
  const { entries, judges, variance } = rank(marks, { seed });
  const judgeError = Math.sqrt(judges.reduce((sum, { se }) => sum + se! ** 2, 0) / judges.length);
  const placed = entries.map(({ id, adjusted, se, rankLow, rankHigh }) => ({
    id,
    adjusted: adjusted!,
    se: se!,
    rankLow: rankLow!,
    rankHigh: rankHigh!,
  }));
  const found = furtherReadings(placed, { cut, residual: variance!.residual, judgeError });
  const random = seededRandom(seed + 0.5);
  const readBy = new Map<number, Set<number>>();
  for (const { entry, judge } of marks) {
    readBy.set(Number(entry), (readBy.get(Number(entry)) ?? new Set()).add(Number(judge)));
  }
  const others = (entry: number) =>
    Array.from({ length: panel.judges }, (_, judge) => judge).filter((judge) => !readBy.get(entry)!.has(judge));
  const proposed = found.flatMap(({ id, readings }) =>
    shuffle(others(Number(id)), random)
      .slice(0, readings)
      .map((judge) => markOf(Number(id), judge)),
  );
  const everywhere = [...truth.keys()].flatMap((entry) => others(entry).map((judge) => [entry, judge] as const));
  const scattered = shuffle(everywhere, random)
    .slice(0, proposed.length)
    .map(([entry, judge]) => markOf(entry, judge));
  return {
    readings: proposed.length,
    before: overlap(marks),
    proposed: overlap([...marks, ...proposed]),
    random: overlap([...marks, ...scattered]),
  };
}

interface Contest {
  readonly truth: Float64Array;
  readonly marks: Score[];
  /** One more mark of a judge for an entry. */
  readonly markOf: (entry: number, judge: number) => Score;
}

/**
 * mark = clip(50 + 12·(exp(.25·gⱼ)·truthᵢ + severity·sⱼ + .7·eᵢⱼ), 0, 100) with g, s, e and truth ~ N(0, 1); with pools,
 * truthᵢ = N(0, 1) + m of its pool, m ~ N(0, .5).
 */
function madeContest(panel: Panel, seed: number): Contest {
  const { entries, judges, reads, pools = 1, links = 0 } = panel;
  const random = seededRandom(seed);
  const normals = (count: number) => {
    const drawn = new Float64Array(count);
    fillNormal(drawn, random);
    return drawn;
  };
  const poolMeans = normals(pools);
  const truth = normals(entries).map((value, entry) => value + (pools > 1 ? 0.5 * poolMeans[entry % pools]! : 0));
  const [harshness, spread] = [normals(judges), normals(judges)];
  const markOf = (entry: number, judge: number): Score => {
    const felt = Math.exp(0.25 * spread[judge]!) * truth[entry]! + (panel.severity ?? 0.8) * harshness[judge]!;
    const mark = 50 + 12 * (felt + 0.7 * normals(1)[0]!);
    return { entry: `${entry}`, judge: `${judge}`, score: Math.min(100, Math.max(0, mark)) };
  };
  const everyone = Array.from({ length: judges }, (_, judge) => judge);
  const marks = Array.from({ length: entries }, (_, entry) => {
    const inPool = (judge: number) => judge % pools === entry % pools;
    const near = shuffle(everyone.filter(inPool), random).slice(0, reads - links);
    const far = shuffle(
      everyone.filter((judge) => !inPool(judge)),
      random,
    ).slice(0, links);
    return [...near, ...far].map((judge) => markOf(entry, judge));
  }).flat();
  return { truth, marks, markOf };
}

/** Mean of each entry's marks, every mark standardised within its judge's own: what award platforms do. */
function standardised(marks: readonly Score[]): number[] {
  const byJudge = new Map<string, number[]>();
  for (const { judge, score } of marks) byJudge.set(judge, [...(byJudge.get(judge) ?? []), score]);
  const sums: number[] = [];
  const counts: number[] = [];
  for (const { entry, judge, score } of marks) {
    const own = byJudge.get(judge)!;
    const mean = own.reduce((sum, mark) => sum + mark, 0) / own.length;
    const variance = own.reduce((sum, mark) => sum + (mark - mean) ** 2, 0) / Math.max(1, own.length - 1);
    const at = Number(entry);
    sums[at] = (sums[at] ?? 0) + (variance > 0 ? (score - mean) / Math.sqrt(variance) : 0);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return sums.map((sum, entry) => sum / counts[entry]!);
}

/** Spearman's rank correlation; ties take their mean rank. */
function spearman(a: readonly number[], b: readonly number[]): number {
  const ranks = (values: readonly number[]) => {
    const order = [...values.keys()].sort((i, j) => values[i]! - values[j]!);
    const found: number[] = new Array(values.length);
    for (let from = 0; from < order.length; ) {
      let to = from;
      while (to + 1 < order.length && values[order[to + 1]!] === values[order[from]!]) to++;
      for (let place = from; place <= to; place++) found[order[place]!] = (from + to) / 2;
      from = to + 1;
    }
    return found;
  };
  const [x, y] = [ranks(a), ranks(b)];
  const mean = (a.length - 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  for (let k = 0; k < a.length; k++) {
    xy += (x[k]! - mean) * (y[k]! - mean);
    xx += (x[k]! - mean) ** 2;
    yy += (y[k]! - mean) ** 2;
  }
  return xy / Math.sqrt(xx * yy);
}
