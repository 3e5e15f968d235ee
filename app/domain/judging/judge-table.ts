import { z } from 'zod';
import type { Panel } from '#app/domain/contests/round-panels.ts';
import type { Because, FieldReasons } from '#app/domain/refusal.ts';
import { fold } from '#app/domain/vietnamese.ts';
import { type JudgeColumn, judgeColumns } from './judge-columns.ts';
import { mostHours } from './judge-invitation.ts';

/** Judges one table may bring: as many as one contest may write to in a day. */
export const mostJudges = 500;

/** How offices head these columns, folded. The first that fits counts. */
const headings: Record<JudgeColumn, RegExp> = {
  name: /^(ho (va )?ten|ho ten|ten|giam khao|full ?name|name)/,
  email: /(thu|mail)/,
  fields: /(linh vuc|chuyen mon|field)/,
  hours: /(gio|hour)/,
  pool: /^(bang|ban|tieu ban|pool|division|panel)/,
  maxLoad: /(so bai|nhieu nhat|max|load)/,
  deputy: /(du khuyet|deputy)/,
};

export type RawJudge = { line: number } & Record<JudgeColumn, string>;

export type JudgeRow = RawJudge & {
  seat: {
    name: string;
    email: string;
    fieldIds: string[];
    hours: number | null;
    pools: string[];
    maxLoad: number;
    deputy: boolean;
  };
  /** By column; empty where the row can be sent. */
  problems: FieldReasons;
};

/** Picks the columns of a table by its heading row. Null where no column holds mail addresses. */
export function pickJudges(rows: readonly { line: number; cells: readonly string[] }[]): RawJudge[] | null {
  const [head, ...rest] = rows;
  if (head === undefined) return null;
  const titles = head.cells.map((cell) => fold(cell).trim());
  const taken = new Set<number>();
  const at = {} as Record<JudgeColumn, number>;
  for (const column of ['email', 'maxLoad', 'deputy', 'hours', 'fields', 'pool', 'name'] as const) {
    at[column] = titles.findIndex((title, index) => !taken.has(index) && headings[column].test(title));
    if (at[column] >= 0) taken.add(at[column]);
  }
  if (at.email < 0) return null;
  return rest.map(({ line, cells }) => ({
    line,
    ...(Object.fromEntries(judgeColumns.map((column) => [column, cells[at[column]] ?? ''])) as Record<
      JudgeColumn,
      string
    >),
  }));
}

type Known = {
  fields: readonly { id: string; nameVi: string; nameEn: string }[];
  panels: readonly Panel[];
  /** Why an address cannot be invited, by address. */
  barred: ReadonlyMap<string, Because>;
};

const yes = /^(x|co|yes|y|1|true|dung|du khuyet)$/;

/** Reads each row as a seat that could be offered, with every problem beside the column it stands in. Pure: preview and sending agree. */
export function readJudges(raw: readonly RawJudge[], { fields, panels, barred }: Known): JudgeRow[] {
  const seen = new Map<string, number>();
  return raw.map((row) => {
    const problems: FieldReasons = {};
    const wrong = (column: JudgeColumn, key: string, values?: Record<string, string | number>) => {
      problems[column] = [...(problems[column] ?? []), { key, values }];
    };
    const email = row.email.trim().toLowerCase();
    const name = row.name.replaceAll(/\s+/g, ' ').trim();
    if (email === '') wrong('email', 'controls:problems.required');
    else if (email.length > 254 || !z.email().safeParse(email).success) wrong('email', 'controls:problems.mail');
    else if (seen.has(email)) wrong('email', 'judging:problems.mailTwice', { line: seen.get(email)! });
    else if (barred.has(email)) problems.email = [barred.get(email)!];
    if (email !== '' && !seen.has(email)) seen.set(email, row.line);
    if (name.length > 100) wrong('name', 'controls:problems.tooLong', { max: 100 });
    const fieldIds: string[] = [];
    for (const word of row.fields.split(/[,;/\n]+/).map((part) => part.trim())) {
      if (word === '') continue;
      const field = fields.find(({ id, nameVi, nameEn }) => [id, fold(nameVi), fold(nameEn)].includes(fold(word)));
      if (field === undefined) wrong('fields', 'judging:problems.unknownField', { field: word.slice(0, 60) });
      else if (!fieldIds.includes(field.id)) fieldIds.push(field.id);
    }
    const pools: string[] = [];
    for (const word of row.pool.split(/[;\n]+/).map((part) => part.trim())) {
      if (word === '') continue;
      const panel = panels.find(({ key, name: title }) => [key, fold(title)].includes(fold(word)));
      if (panel === undefined) wrong('pool', 'judging:problems.unknownPool', { pool: word.slice(0, 60) });
      else if (!pools.includes(panel.key)) pools.push(panel.key);
    }
    const hours = whole(row.hours);
    if (hours === undefined || (hours !== null && (hours < 1 || hours > mostHours))) {
      wrong('hours', 'judging:problems.hours', { max: mostHours });
    }
    const maxLoad = whole(row.maxLoad);
    if (maxLoad === undefined || (maxLoad !== null && maxLoad > 10_000)) wrong('maxLoad', 'controls:problems.number');
    const deputy = yes.test(fold(row.deputy.trim()));
    const seat = { name, email, fieldIds, hours: hours ?? null, pools, maxLoad: maxLoad ?? 50, deputy };
    return { ...row, seat, problems };
  });
}

/** Null where nothing is typed, undefined where it is no whole number. "3.0" is what some spreadsheets write for 3. */
function whole(text: string): number | null | undefined {
  const typed = text.trim().replace(/\.0+$/, '');
  if (typed === '') return null;
  return /^\d{1,6}$/.test(typed) ? Number(typed) : undefined;
}

const cell = z.string().max(2_000).default('');
const rawJudge = z.object({
  line: z.number().int().min(1).max(100_000),
  name: cell,
  email: cell,
  fields: cell,
  hours: cell,
  pool: cell,
  maxLoad: cell,
  deputy: cell,
});

export const judgeTableForm = z.object({ file: z.instanceof(File, { error: 'judging:problems.tableMissing' }) });

/** The rows that were previewed, as they were read from the file. */
export const judgeRowsForm = z.object({
  rows: z
    .string()
    .min(1)
    .max(2_000_000)
    .transform((text, context) => {
      try {
        const rows = z.array(rawJudge).min(1).max(mostJudges).safeParse(JSON.parse(text));
        if (rows.success) return rows.data;
      } catch {
        // Falls through to the same refusal.
      }
      context.addIssue({ code: 'custom', message: 'controls:problems.form' });
      return z.NEVER;
    }),
});
