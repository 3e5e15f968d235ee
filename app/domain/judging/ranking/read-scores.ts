import { UnusableInput } from '#app/domain/judging/unusable-input.ts';
import type { Score } from './design.ts';

const COLUMNS = ['entry', 'judge', 'score'] as const;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** A judge who marked one entry more than once. Every row counts. */
export interface RepeatedPair {
  readonly entry: string;
  readonly judge: string;
  /** Rows as a spreadsheet numbers them: the header is 1. */
  readonly rows: readonly number[];
}

/**
 * Takes scores from the cells of a table whose first row names the columns `entry`, `judge` and `score`, in any order
 * and among others. Rows without anything in them are passed over.
 *
 * @throws UnusableInput for a column that is missing, an id that is empty or a score that is no number, naming row (the
 * header is 1) and column
 */
export function readScores(table: readonly (readonly string[])[]): { scores: Score[]; repeated: RepeatedPair[] } {
  const header = table[0] ?? [];
  const [entryAt, judgeAt, scoreAt] = COLUMNS.map((column) => {
    const at = header.indexOf(column);
    if (at === -1) {
      const semicolons =
        header.length === 1 && header[0]!.includes(';') ? ': cells are parted by commas, not semicolons' : '';
      throw new UnusableInput('row 1', column, `the header has no such column${semicolons}`);
    }
    if (header.indexOf(column, at + 1) !== -1) throw new UnusableInput('row 1', column, 'the header has it twice');
    return at;
  }) as [number, number, number];
  const scores: Score[] = [];
  const rowsOf = new Map<string, Map<string, number[]>>();
  const twice: RepeatedPair[] = [];
  table.forEach((cells, index) => {
    if (index === 0 || cells.every((cell) => cell.trim() === '')) return;
    const row = index + 1;
    if (cells.slice(header.length).some((cell) => cell.trim() !== '')) {
      const hint = 'more cells than the header: is a decimal comma without quotes among them?';
      throw new UnusableInput(`row ${row}`, 'score', hint);
    }
    const [entry, judge] = [idAt(cells, entryAt, row, 'entry'), idAt(cells, judgeAt, row, 'judge')];
    const text = (cells[scoreAt] ?? '').trim();
    const score = Number(text);
    if (text === '') throw new UnusableInput(`row ${row}`, 'score', 'is empty');
    if (!NUMBER.test(text) || !Number.isFinite(score)) {
      throw new UnusableInput(
        `row ${row}`,
        'score',
        `${JSON.stringify(text)} is not a number (the decimal sign is a point)`,
      );
    }
    scores.push({ entry, judge, score });
    const ofEntry = rowsOf.get(entry) ?? new Map<string, number[]>();
    rowsOf.set(entry, ofEntry);
    const known = ofEntry.get(judge);
    if (known) known.push(row);
    else ofEntry.set(judge, [row]);
    if (known?.length === 2) twice.push({ entry, judge, rows: known });
  });
  if (scores.length === 0) throw new UnusableInput('row 2', 'score', 'there is no row of scores');
  return { scores, repeated: twice.sort((a, b) => a.rows[0]! - b.rows[0]!) };
}

function idAt(cells: readonly string[], at: number, row: number, column: string): string {
  const id = cells[at] ?? '';
  if (id.trim() === '') throw new UnusableInput(`row ${row}`, column, 'is empty');
  return id;
}
