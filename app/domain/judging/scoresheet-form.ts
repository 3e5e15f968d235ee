import { z } from 'zod';
import { readDecimal } from '#app/domain/decimal.ts';

/** One criterion as the sheet's form sends it: `mark.<criterion>`, `basedOn.<criterion>`, … */
export type TypedMark = {
  criterionId: string;
  typed: string;
  basedOn: number;
  key: string;
  settles: string[];
  /** By the judge's device; kept, and never used to decide anything. */
  markedAt: Date | null;
};

const uuid = z.uuid();
const part = /^(mark|basedOn|key|settles|was|markedAt)\.([0-9a-f-]{36})$/i;

/** The same mark, whichever sign it is written with. */
function isSame(typed: string, was = ''): boolean {
  const value = readDecimal(typed);
  return value === null ? typed === was : value === readDecimal(was);
}

/**
 * The sheet's form, whether it carries one criterion or all of them. A criterion that was left as the page showed it (`was`)
 * or has no mark is not sent on: an untouched field of an old page is no mark.
 */
export const marksForm = z.record(z.string(), z.unknown()).transform((form): TypedMark[] => {
  const rows = new Map<string, Record<string, string[]>>();
  for (const [name, value] of Object.entries(form)) {
    const found = part.exec(name);
    if (found === null) continue;
    const [, kind, id] = found as unknown as [string, string, string];
    const row = rows.get(id.toLowerCase()) ?? {};
    row[kind] = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
    rows.set(id.toLowerCase(), row);
  }
  const marks: TypedMark[] = [];
  for (const [criterionId, row] of rows) {
    const typed = row.mark?.[0]?.trim();
    if (typed === undefined || typed === '' || isSame(typed, row.was?.[0])) continue;
    const key = row.key?.[0] ?? '';
    const basedOn = Number(row.basedOn?.[0] ?? 0);
    const markedAt = new Date(row.markedAt?.[0] ?? '');
    marks.push({
      criterionId,
      typed,
      basedOn: Number.isSafeInteger(basedOn) && basedOn >= 0 ? Math.min(basedOn, 2_000_000_000) : -1,
      key: uuid.safeParse(key).success ? key.toLowerCase() : '',
      settles: (row.settles ?? []).flatMap((list) => list.split(' ')).filter((id) => uuid.safeParse(id).success),
      markedAt: Number.isNaN(markedAt.getTime()) ? null : markedAt,
    });
  }
  return marks;
});

/** Whether the form's button asked to hand the sheet in after saving. */
export const sheetButton = z.object({ button: z.enum(['save', 'submit']).default('save').catch('save') });

const note = z.string().max(5000).default('');

export const notesForm = z.object({
  noteToTeam: note,
  noteToPanel: note,
  noteRevision: z.coerce.number().int().min(0).max(2_000_000_000),
});

export const recusalForm = z.object({
  reason: z.string().trim().min(1).max(2000),
  conflict: z
    .string()
    .optional()
    .transform((value) => value !== undefined && value !== ''),
});
