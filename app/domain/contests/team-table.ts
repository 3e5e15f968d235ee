import { z } from 'zod';
import { draftMax } from '#app/domain/ideas/idea-form.ts';
import { fullName as nameOf } from '#app/domain/people/account-form.ts';
import { dateOfDay, readDay } from '#app/domain/people/day.ts';
import type { Because, FieldReasons } from '#app/domain/refusal.ts';
import { fold } from '#app/domain/vietnamese.ts';
import type { ContestRules } from './contest-rules.ts';
import { brokenByAge } from './entry-checks.ts';
import type { NamedMember } from './entry-invitation.ts';
import { type TeamColumn, teamColumns } from './team-columns.ts';

/** Teams one table may bring. */
export const mostTeams = 1_000;

/** How offices head these columns, folded. The first that fits counts; members may stand in several columns. */
const headings: Record<TeamColumn, RegExp> = {
  email: /(thu|mail)/,
  birthDate: /(ngay sinh|sinh ngay|nam sinh|birth)/,
  title: /(y tuong|de tai|du an|san pham|bai du thi|idea|title|project)/,
  division: /^(bang|noi dung thi|division)/,
  unit: /(don vi|truong|noi|unit|school)/,
  members: /^(cac )?(thanh vien|member)/,
  lead: /(truong nhom|doi truong|nhom truong|ho ten|ho va ten|lead|captain)/,
  team: /(doi|nhom|team)/,
};

export type RawTeam = { line: number } & Record<TeamColumn, string>;

export type TeamRow = RawTeam & {
  invitation: {
    team: string;
    title: string;
    division: string | null;
    unit: { id: number; label: string } | null;
    leadName: string;
    email: string;
    birthDate: string | null;
    members: NamedMember[];
  };
  /** By column; empty where the row can be sent. */
  problems: FieldReasons;
};

/** Picks the columns of a table by its heading row. Null where no column holds the leads' addresses or none the ideas' titles. */
export function pickTeams(rows: readonly { line: number; cells: readonly string[] }[]): RawTeam[] | null {
  const [head, ...rest] = rows;
  if (head === undefined) return null;
  const titles = head.cells.map((cell) => fold(cell).trim());
  const members = titles.flatMap((title, at) => (headings.members.test(title) ? [at] : []));
  const taken = new Set<number>(members);
  const at = {} as Record<TeamColumn, number>;
  for (const column of ['email', 'birthDate', 'title', 'division', 'lead', 'unit', 'team'] as const) {
    at[column] = titles.findIndex((title, index) => !taken.has(index) && headings[column].test(title));
    if (at[column] >= 0) taken.add(at[column]);
  }
  if (at.email < 0 || at.title < 0) return null;
  return rest.map(({ line, cells }) => ({
    line,
    ...(Object.fromEntries(teamColumns.map((column) => [column, cells[at[column]] ?? ''])) as Record<
      TeamColumn,
      string
    >),
    members: members
      .map((index) => cells[index] ?? '')
      .filter((cell) => cell !== '')
      .join('; '),
  }));
}

/** What a table is read against, beside the contest's rules. */
export type TeamFacts = {
  rules: ContestRules;
  at: Date;
  host: { title: string; path: string };
  divisions: readonly { slug: string; name: string }[];
  /** What each written name of a unit means. */
  units: ReadonlyMap<string, { unit: { id: number; label: string; path: string } | null; near: readonly string[] }>;
  /** Standing entries and open invitations of this contest that somebody leads, by address. */
  leads: ReadonlyMap<string, number>;
  /** Addresses of judges of this contest. */
  judges: ReadonlySet<string>;
  /** Open invitations, as `address title`, the title folded. */
  invited: ReadonlySet<string>;
  /** What stands against a birth date by the law of the site. */
  wrongBirthDate: (day: string) => Because[];
};

/** One idea of one lead. */
export function sameTeam(email: string, title: string): string {
  return `${email} ${fold(title).replaceAll(/\s+/g, ' ').trim()}`;
}

/** Reads each row as an invitation that could be sent, with every problem beside the column it stands in. Pure: preview and sending agree. */
export function readTeams(raw: readonly RawTeam[], facts: TeamFacts): TeamRow[] {
  const seen = new Map<string, number>();
  const leading = new Map<string, number>();
  return raw.map((row) => {
    const problems: FieldReasons = {};
    const wrong = (column: TeamColumn, ...found: Because[]) => {
      if (found.length > 0) problems[column] = [...(problems[column] ?? []), ...found];
    };
    const team = spaced(row.team);
    if (team.length > 100) wrong('team', { key: 'controls:problems.tooLong', values: { max: 100 } });
    const title = spaced(row.title);
    if (title === '') wrong('title', { key: 'controls:problems.required' });
    else if (title.length > draftMax.title) {
      wrong('title', { key: 'controls:problems.tooLong', values: { max: draftMax.title } });
    }
    const leadName = spaced(row.lead);
    wrong('lead', ...problemsIn(nameOf, row.lead));
    const email = row.email.trim().toLowerCase();
    if (email === '') wrong('email', { key: 'controls:problems.required' });
    else if (!isMail(email)) wrong('email', { key: 'controls:problems.mail' });
    else wrong('email', ...againstLead(email, title, leadName));
    if (!seen.has(sameTeam(email, title))) seen.set(sameTeam(email, title), row.line);
    leading.set(email, (leading.get(email) ?? 0) + 1);
    const division = divisionOf(row.division, facts.divisions);
    if (division === undefined) {
      wrong('division', { key: 'organising:teams.unknownDivision', values: { division: row.division.slice(0, 60) } });
    }
    const { unit, problem } = unitOf(row.unit, facts);
    if (problem !== null) wrong('unit', problem);
    const birthDate = row.birthDate.trim() === '' ? null : readDay(row.birthDate);
    if (birthDate === null && row.birthDate.trim() !== '') wrong('birthDate', { key: 'controls:problems.date' });
    if (birthDate !== null) wrong('birthDate', ...againstAge(birthDate, division ?? null, leadName, facts));
    const { members, found } = membersIn(row.members, email);
    wrong('members', ...found);
    const { teamMax } = facts.rules.entrants;
    if (members.length + 1 > teamMax) {
      wrong('members', { key: 'contests:breaks.teamTooBig', values: { count: members.length + 1, max: teamMax } });
    }
    const invitation = { team, title, division: division ?? null, unit, leadName, email, birthDate, members };
    return { ...row, invitation, problems };
  });

  function againstLead(email: string, title: string, name: string): Because[] {
    const twice = seen.get(sameTeam(email, title));
    if (twice !== undefined) return [{ key: 'organising:teams.rowTwice', values: { line: twice } }];
    if (facts.judges.has(email)) return [{ key: 'organising:teams.leadJudges' }];
    if (facts.invited.has(sameTeam(email, title))) return [{ key: 'organising:teams.invitedAlready' }];
    const { perLead } = facts.rules.entries;
    const leads = (facts.leads.get(email) ?? 0) + (leading.get(email) ?? 0);
    if (perLead === null || leads < perLead) return [];
    return [{ key: 'contests:breaks.leadsTooMany', values: { name: name || email, count: perLead } }];
  }
}

function againstAge(birthDate: string, division: string | null, name: string, facts: TeamFacts): Because[] {
  const wrong = facts.wrongBirthDate(birthDate);
  if (wrong.length > 0) return wrong;
  const team = [{ name, birthDate: dateOfDay(birthDate) }];
  const { entrants, divisions } = facts.rules;
  const own = divisions.find((one) => one.division === division);
  return [
    ...brokenByAge({ entrants }, { team, at: facts.at }),
    ...(own
      ? brokenByAge({ entrants: { ...entrants, minAge: own.minAge, maxAge: own.maxAge } }, { team, at: facts.at })
      : []),
  ];
}

/** Null where nothing is written, undefined where no division is called so. "Bảng A", "A" and the address all do. */
function divisionOf(text: string, divisions: TeamFacts['divisions']): string | null | undefined {
  const short = (name: string) =>
    fold(name)
      .replace(/^bang /, '')
      .trim();
  if (text.trim() === '') return null;
  return divisions.find(({ slug, name }) => slug === text.trim() || short(name) === short(text))?.slug;
}

function unitOf(
  text: string,
  { rules, host, units }: TeamFacts,
): { unit: { id: number; label: string } | null; problem: Because | null } {
  if (text.trim() === '') return { unit: null, problem: null };
  const { unit = null, near = [] } = units.get(text) ?? {};
  if (unit === null) {
    const values = { unit: text.slice(0, 80), near: near.join('; ') };
    return {
      unit: null,
      problem: { key: near.length === 0 ? 'organising:teams.unitUnknown' : 'organising:teams.unitNear', values },
    };
  }
  const outside = rules.entrants.from === 'host' && !unit.path.startsWith(host.path);
  return {
    unit: { id: unit.id, label: unit.label },
    problem: outside ? { key: 'organising:teams.unitOutside', values: { unit: unit.label, host: host.title } } : null,
  };
}

/** "Trần B <b@x.vn>; Lê C" and the like: people between semicolons or lines, an address anywhere beside the name. */
function membersIn(text: string, lead: string): { members: NamedMember[]; found: Because[] } {
  const members: NamedMember[] = [];
  const found: Because[] = [];
  for (const part of text.split(/[;\n]+/).map(spaced)) {
    if (part === '') continue;
    const written = /\S*@\S*/.exec(part)?.[0] ?? null;
    const email = written?.replace(/^[<(["']+|[>)\]"',.]+$/g, '').toLowerCase() ?? null;
    const name = spaced(
      (written === null ? part : part.replace(written, ' ')).replaceAll(/[<>()[\]]|\s[-–:]\s*$/g, ' '),
    );
    if (email !== null && !isMail(email)) {
      found.push({ key: 'organising:teams.memberMail', values: { text: written!.slice(0, 80) } });
    } else if (email !== null && (email === lead || members.some((one) => one.email === email))) {
      found.push({ key: 'organising:teams.memberTwice', values: { mail: email } });
    }
    if (name === '' && email === null) continue;
    if (name !== '') found.push(...problemsIn(nameOf, name));
    members.push({ name, email });
  }
  return { members, found };
}

function problemsIn(schema: z.ZodType, text: string): Because[] {
  const read = schema.safeParse(text);
  return read.success ? [] : [{ key: read.error.issues[0]?.message ?? 'controls:problems.form' }];
}

const isMail = (text: string) => text.length <= 254 && z.email().safeParse(text).success;
const spaced = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

const cell = z.string().max(2_000).default('');
const rawTeam = z.object({
  line: z.number().int().min(1).max(100_000),
  team: cell,
  title: cell,
  division: cell,
  unit: cell,
  lead: cell,
  email: cell,
  birthDate: cell,
  members: cell,
});

export const teamTableForm = z.object({ file: z.instanceof(File, { error: 'judging:problems.tableMissing' }) });

/** The rows that were previewed, as they were read from the file. */
export const teamRowsForm = z.object({
  rows: z
    .string()
    .min(1)
    .max(4_000_000)
    .transform((text, context) => {
      try {
        const rows = z.array(rawTeam).min(1).max(mostTeams).safeParse(JSON.parse(text));
        if (rows.success) return rows.data;
      } catch {
        // Falls through to the same refusal.
      }
      context.addIssue({ code: 'custom', message: 'controls:problems.form' });
      return z.NEVER;
    }),
});
