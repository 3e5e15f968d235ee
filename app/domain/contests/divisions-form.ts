import { z } from 'zod';
import { type SchoolLevel, schoolLevels } from './contest-rules.ts';

export type DivisionRow = {
  /** Null for a division that does not exist yet. */
  id: string | null;
  name: string;
  levels: SchoolLevel[];
  minAge: number | null;
  maxAge: number | null;
  /** One for each award of the rules; null for as many as every division gives. */
  places: (number | null)[];
  upwards: number | null;
};

const field = /^(id|name|minAge|maxAge|levels|upwards|places)\.(\d{1,3})(?:\.(\d{1,2}))?$/;

type Typed = Record<'id' | 'name' | 'minAge' | 'maxAge' | 'upwards', string> & {
  row: number;
  levels: string[];
  places: string[];
};

/** A whole number as typed, null for an empty box; undefined for anything else. */
function numberIn(typed: string, min: number, max: number): number | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  return number >= min && number <= max ? number : undefined;
}

/**
 * One row a division (`id.<row>` empty for a new one, `name.<row>`, then what it asks of members and gives otherwise:
 * `levels.<row>`, `minAge.<row>`, `maxAge.<row>`, `places.<row>.<award>`, `upwards.<row>`); a row without a name is left out.
 */
export const divisionsForm = z.record(z.string(), z.unknown()).transform((form, context): DivisionRow[] => {
  const rows = new Map<number, Typed>();
  for (const [name, value] of Object.entries(form)) {
    const found = field.exec(name);
    if (found === null) continue;
    const at = Number(found[2]);
    const empty = { row: at, id: '', name: '', minAge: '', maxAge: '', upwards: '', levels: [], places: [] };
    const row = rows.get(at) ?? empty;
    rows.set(at, row);
    const kind = found[1] as 'id';
    if ((kind as string) === 'levels') row.levels = (Array.isArray(value) ? value : [value]).map(String);
    else if (typeof value !== 'string') continue;
    else if ((kind as string) === 'places') row.places[Number(found[3] ?? 0)] = value;
    else row[kind] = value;
  }
  const wrong = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message });
  const named = [...rows.values()]
    .sort((a, b) => a.row - b.row)
    .map((row) => ({ ...row, name: row.name.replaceAll(/\s+/g, ' ').trim() }))
    .filter(({ name }) => name !== '');
  if (named.length === 0) wrong('name.0', 'organising:problems.noDivision');
  const seen = new Set<string>();
  return named.map(({ row, id, name, ...typed }): DivisionRow => {
    const same = name.toLocaleLowerCase('vi');
    if (name.length > 120) wrong(`name.${row}`, 'organising:problems.divisionLong');
    else if (seen.has(same)) wrong(`name.${row}`, 'organising:problems.divisionTwice');
    seen.add(same);
    const read = (at: string, text: string, min: number, max: number) => {
      const number = numberIn(text, min, max);
      if (number === undefined) wrong(at, 'controls:problems.number');
      return number ?? null;
    };
    const minAge = read(`minAge.${row}`, typed.minAge, 6, 120);
    const maxAge = read(`maxAge.${row}`, typed.maxAge, 6, 120);
    if (minAge !== null && maxAge !== null && minAge > maxAge) wrong(`maxAge.${row}`, 'organising:problems.agesCross');
    return {
      id: z.uuid().safeParse(id).success ? id : null,
      name,
      levels: schoolLevels.filter((level) => typed.levels.includes(level)),
      minAge,
      maxAge,
      places: Array.from(typed.places, (text, award) => read(`places.${row}.${award}`, text ?? '', 0, 100_000)),
      upwards: read(`upwards.${row}`, typed.upwards, 0, 10_000),
    };
  });
});
