import type { AssignmentMode, AssignmentProblem } from '#app/domain/judging/assignment/problem.ts';
import { seededRandom } from '#app/domain/judging/random.ts';

interface Sizes {
  readonly entries: number;
  readonly judges: number;
  readonly reviews: readonly [fewest: number, most: number];
  /** Affinities are multiples of 1/levels; continuous for 0. */
  readonly levels: number;
  readonly links: number;
  /** Share of the pairs in conflict. */
  readonly conflicts: number;
  /** How far entries agree on which judges are best, from 0 to 1. */
  readonly fashion: number;
  /** Entries and judges of either half fit one another better than those of the other half. */
  readonly halves: boolean;
  /** Panels: judges read for one pool or two, and some entries want no links. */
  readonly within: boolean;
}

/** A problem by a seeded generator: small, and of every shape, unless sizes are given. */
export function madeProblem(seed: number, mode: AssignmentMode, sizes: Partial<Sizes> = {}): AssignmentProblem {
  const random = seededRandom(seed);
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const entryCount = sizes.entries ?? whole(1, 5);
  const judgeCount = sizes.judges ?? whole(3, 6);
  const pools = whole(2, 3);
  const links = sizes.links ?? (random() < 0.4 ? 1 : 0);
  const levels = sizes.levels ?? [0, 2, 4][whole(0, 2)]!;
  const entries = Array.from({ length: entryCount }, (_, at) => ({
    id: `e${at}`,
    reviews: whole(...(sizes.reviews ?? ([1, 2] as const))),
    pool: `pool ${whole(1, pools)}`,
  }));
  const readings = entries.reduce((sum, { reviews }) => sum + reviews, 0);
  const judges = Array.from({ length: judgeCount }, (_, at) => {
    const max = sizes.judges ? Math.ceil((1.2 * readings) / judgeCount) : whole(1, 4);
    return { id: `j${at}`, min: random() < 0.2 ? 1 : 0, max, pool: `pool ${whole(1, pools)}` };
  });
  const { fashion = 0, halves = false } = sizes;
  const fame = judges.map(() => random());
  const half = (id: string) => Number(id.slice(1)) % 2;
  const affinity: [string, string, number][] = [];
  const conflicts: [string, string][] = [];
  for (const entry of entries) {
    for (const [at, judge] of judges.entries()) {
      const plain = (1 - fashion) * random() + fashion * fame[at]!;
      const value = halves ? (half(entry.id) === half(judge.id) ? 0.6 + 0.4 * plain : 0.3 * plain) : plain;
      affinity.push([entry.id, judge.id, levels > 0 ? Math.round(value * levels) / levels : value]);
      if (random() < (sizes.conflicts ?? 0.15)) conflicts.push([entry.id, judge.id]);
    }
  }
  if (!sizes.within) return { entries, judges, affinity, conflicts, links, mode };
  return {
    entries: entries.map((entry) => (random() < 0.3 ? { ...entry, links: 0 } : entry)),
    judges: judges.map((judge) => (random() < 0.4 ? { ...judge, pools: [`pool ${whole(1, pools)}`] } : judge)),
    affinity,
    conflicts,
    links,
    within: true,
    mode,
  };
}
