import { type Components, connectedComponents } from '#app/domain/judging/components.ts';

/** One mark of one judge for one entry. A judge who marked an entry twice gives two. */
export interface Score {
  readonly entry: string;
  readonly judge: string;
  readonly score: number;
}

/** One side of the crossing: its levels, and how the rows fall upon them. */
export interface Factor {
  /** Ids in ascending order of their code units; a level's index is its place here. */
  readonly ids: readonly string[];
  /** Level of each row. */
  readonly of: Int32Array;
  /** Rows of each level. */
  readonly rows: Float64Array;
  /** Component of each level in the entry–judge graph. */
  readonly component: Int32Array;
}

/** Scores as a crossed design. Rows are sorted, so that their order in a file changes nothing, not even a last bit. */
export interface Design {
  readonly entries: Factor;
  readonly judges: Factor;
  readonly scores: Float64Array;
  readonly components: Components;
}

/** Lays scores out as a crossed design. */
export function crossedDesign(scores: readonly Score[]): Design {
  const entryIds = levels(scores, 'entry');
  const judgeIds = levels(scores, 'judge');
  const entryIndex = new Map(entryIds.map((id, index) => [id, index]));
  const judgeIndex = new Map(judgeIds.map((id, index) => [id, index]));
  const sorted = scores
    .map(({ entry, judge, score }) => ({ entry: entryIndex.get(entry)!, judge: judgeIndex.get(judge)!, score }))
    .sort((a, b) => a.entry - b.entry || a.judge - b.judge || a.score - b.score);
  const entryOf = Int32Array.from(sorted, ({ entry }) => entry);
  const judgeOf = Int32Array.from(sorted, ({ judge }) => judge);
  const components = connectedComponents(entryIds.length, judgeIds.length, entryOf, judgeOf);
  return {
    entries: { ids: entryIds, of: entryOf, rows: tally(entryOf, entryIds.length), component: components.ofEntry },
    judges: { ids: judgeIds, of: judgeOf, rows: tally(judgeOf, judgeIds.length), component: components.ofJudge },
    scores: Float64Array.from(sorted, ({ score }) => score),
    components,
  };
}

function levels(scores: readonly Score[], side: 'entry' | 'judge'): string[] {
  return [...new Set(scores.map((score) => score[side]))].sort((a, b) => (a < b ? -1 : 1));
}

function tally(of: Int32Array, count: number): Float64Array {
  const rows = new Float64Array(count);
  for (const level of of) rows[level]!++;
  return rows;
}
