import type { Cell } from 'write-excel-file/node';
import writeExcelFile from 'write-excel-file/node';

/**
 * A plain table for Excel: a heading row that stays in sight, text as text. A cell is never a formula, whatever it begins with.
 */
export async function writeList({
  sheet,
  columns,
  rows,
}: {
  sheet: string;
  columns: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
}): Promise<Uint8Array> {
  const head = columns.map((label): Cell => ({ value: label, type: String, fontWeight: 'bold' }));
  const body = rows.map((row) =>
    row.map((value): Cell => {
      if (value === null || value === '') return null;
      return typeof value === 'number' ? { value, type: Number } : { value, type: String };
    }),
  );
  const widths = columns.map((label, at) => ({
    width: Math.min(60, Math.max(label.length, ...rows.slice(0, 200).map((row) => String(row[at] ?? '').length)) + 2),
  }));
  const buffer = await writeExcelFile([
    { data: [head, ...body], sheet, columns: widths, stickyRowsCount: 1 },
  ]).toBuffer();
  return new Uint8Array(buffer);
}
