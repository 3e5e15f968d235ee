import { type Components, connectedComponents } from '#app/domain/judging/components.ts';
import { rowsByLevel } from './rows-by-level.ts';

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
  const order = rowOrder(scores, entryIds, judgeIds);
  const entryOf = Int32Array.from(order.rows, (row) => order.entryOf[row]!);
  const judgeOf = Int32Array.from(order.rows, (row) => order.judgeOf[row]!);
  const components = connectedComponents(entryIds.length, judgeIds.length, entryOf, judgeOf);
  return {
    entries: { ids: entryIds, of: entryOf, rows: tally(entryOf, entryIds.length), component: components.ofEntry },
    judges: { ids: judgeIds, of: judgeOf, rows: tally(judgeOf, judgeIds.length), component: components.ofJudge },
    scores: Float64Array.from(order.rows, (row) => scores[row]!.score),
    components,
  };
}

function levels(scores: readonly Score[], side: 'entry' | 'judge'): string[] {
  return [...new Set(scores.map((score) => score[side]))].sort();
}

/** The level of each row as given, and the rows in order of entry, judge and score. */
function rowOrder(scores: readonly Score[], entryIds: readonly string[], judgeIds: readonly string[]) {
  const entryOf = levelOf(scores, 'entry', entryIds);
  const judgeOf = levelOf(scores, 'judge', judgeIds);
  const given = Int32Array.from(scores, (_, row) => row);
  const rows = rowsByLevel(entryOf, entryIds.length, rowsByLevel(judgeOf, judgeIds.length, given));
  for (let from = 0, to = 1; from < rows.length; from = to++) {
    const samePair = (row: number) => entryOf[row] === entryOf[rows[from]!] && judgeOf[row] === judgeOf[rows[from]!];
    while (to < rows.length && samePair(rows[to]!)) to++;
    if (to > from + 1) rows.subarray(from, to).sort((a, b) => scores[a]!.score - scores[b]!.score);
  }
  return { entryOf, judgeOf, rows };
}

function levelOf(scores: readonly Score[], side: 'entry' | 'judge', ids: readonly string[]): Int32Array {
  const index = new Map(ids.map((id, level) => [id, level]));
  return Int32Array.from(scores, (score) => index.get(score[side])!);
}

function tally(of: Int32Array, count: number): Float64Array {
  const rows = new Float64Array(count);
  for (const level of of) rows[level]!++;
  return rows;
}
