import type { EventKind } from '#app/domain/history/event.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { dateOfDay, endOfDay } from '#app/domain/people/day.ts';
import { NotAllowed } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { db } from '#app/platform/db/db.server.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import { blindNouns, type Happening, privateKinds } from './audit.ts';
import { type AuditScope, auditScope, mayReadAuditOf, within } from './audit-access.ts';

export type AuditFilter = {
  /** A person's id, mail address or user name: what they did, and what was done to them. */
  person?: string;
  /** The slug of a unit; everything below it too. */
  unit?: string;
  /** A noun (`idea`) or a kind (`idea.published`). */
  kind?: string;
  /** The slug of a contest. */
  contest?: string;
  /** Days, both included. */
  from?: string;
  to?: string;
};

export const happeningsPerPage = 50;

/**
 * What happened, newest first, after `before` (the id of the last one seen), cut to what this person may read: their own subtree,
 * nothing of drafts, and while a round is blind nothing from inside a contest in which they judge. `older` is where the next page
 * begins, null at the end. NotAllowed for a unit outside the reader's own. At most nine queries, however many rows.
 */
export async function findHappenings(asked: {
  by: Actor;
  filter?: AuditFilter;
  before?: string;
  limit?: number;
}): Promise<{ happenings: Happening[]; older: string | null }> {
  const { by, filter = {}, before, limit = happeningsPerPage } = asked;
  const narrowed = await narrow(by, filter);
  if (narrowed === null) return { happenings: [], older: null };
  const rows = await readRows({ ...narrowed, before: readId(before), limit: limit + 1 });
  const shown = rows.slice(0, limit);
  return { happenings: await withNames(shown), older: rows.length > limit ? String(shown.at(-1)!.id) : null };
}

type Narrowed = { scope: AuditScope; where: Prisma.Sql };

function readId(text: string | undefined): bigint | null {
  return text !== undefined && /^\d{1,18}$/.test(text) ? BigInt(text) : null;
}

/** The filter as SQL on `e`; null where it names what is not there. */
async function narrow(by: Actor, filter: AuditFilter): Promise<Narrowed | null> {
  const [unit, contest, person, judged] = await Promise.all([
    filter.unit === undefined
      ? undefined
      : db.unit.findUnique({ where: { slug: filter.unit }, select: { path: true } }),
    filter.contest === undefined
      ? undefined
      : db.contest.findUnique({ where: { slug: filter.contest }, select: { id: true } }),
    filter.person === undefined ? undefined : findPersonId(filter.person),
    blindContestsJudgedBy(by),
  ]);
  if (unit === null || contest === null || person === null) return null;
  if (unit !== undefined) {
    const why = mayReadAuditOf(by, unit);
    if (why !== null) throw new NotAllowed(why);
  }
  const parts: Prisma.Sql[] = [Prisma.sql`true`];
  if (person !== undefined) parts.push(Prisma.sql`(e."byId" = ${person}::uuid or e."personId" = ${person}::uuid)`);
  if (contest !== undefined) parts.push(Prisma.sql`e."contestId" = ${contest.id}::uuid`);
  if (filter.kind !== undefined) {
    parts.push(
      filter.kind.includes('.')
        ? Prisma.sql`e."kind" = ${filter.kind}`
        : Prisma.sql`e."kind" like ${`${filter.kind}.%`}`,
    );
  }
  if (filter.from !== undefined) {
    parts.push(Prisma.sql`e."at" >= ${new Date(endOfDay(filter.from).getTime() - 24 * 3_600_000)}`);
  }
  if (filter.to !== undefined) parts.push(Prisma.sql`e."at" < ${endOfDay(filter.to)}`);
  if (judged.length > 0) {
    const nouns = blindNouns.map((noun) => `${noun}.%`);
    parts.push(Prisma.sql`(e."contestId" is null or not (e."contestId" = any(${judged}::uuid[])
      and (e."entryId" is not null or e."kind" like any(${nouns}::text[]))))`);
    parts.push(Prisma.sql`(e."ideaId" is null or not exists (
      select from "Entry" n where n."ideaId" = e."ideaId" and n."contestId" = any(${judged}::uuid[])))`);
  }
  return { scope: unit === undefined ? auditScope(by) : within(by, unit), where: Prisma.join(parts, ' and ') };
}

/** A day that is no day is no filter; called by whoever reads an address. */
export function isDay(text: string): boolean {
  try {
    dateOfDay(text);
    return true;
  } catch {
    return false;
  }
}

async function findPersonId(whom: string): Promise<string | null> {
  if (isUuid(whom)) return whom;
  const typed = whom.trim().toLowerCase();
  const person = await db.person.findFirst({
    where: typed.includes('@') ? { email: typed } : { userName: typed },
    select: { id: true },
  });
  return person?.id ?? null;
}

/** Contests in which this person judges a round that is blind and not yet published. */
async function blindContestsJudgedBy(by: Actor): Promise<string[]> {
  const judged = by.roles.flatMap(({ kind, contestId }) => (kind === 'JUDGE' && contestId !== null ? [contestId] : []));
  if (judged.length === 0) return [];
  const blind = await db.contest.findMany({
    where: {
      id: { in: judged },
      state: { notIn: ['PUBLISHED', 'CANCELLED'] },
      OR: [{ rounds: { none: {} } }, { rounds: { some: { blind: true, state: { not: 'PUBLISHED' } } } }],
    },
    select: { id: true },
  });
  return blind.map(({ id }) => id);
}

type Row = {
  id: bigint;
  at: Date;
  kind: EventKind;
  byId: string | null;
  personId: string | null;
  unitId: number | null;
  ideaId: string | null;
  contestId: string | null;
  entryId: string | null;
  role: string | null;
};

/** One branch for what belongs to units, ideas and contests each: every one walks its own index, newest first. */
async function readRows({ scope, where, before, limit }: Narrowed & { before: bigint | null; limit: number }) {
  const columns = Prisma.sql`e."id", e."at", e."kind", e."byId", e."personId", e."unitId", e."ideaId", e."contestId", e."entryId",
    e."payload"->>'role' as role`;
  const newest = Prisma.sql`${before === null ? Prisma.sql`true` : Prisma.sql`e."id" < ${before}`} and ${where}`;
  const cut = Prisma.sql`order by e."id" desc limit ${limit}`;
  if (scope.whole) return db.$queryRaw<Row[]>`select ${columns} from "Event" e where ${newest} ${cut}`;
  const below = (list: string[]) => list.map((path) => `${path}%`);
  const isPrivate = Prisma.sql`e."kind" = any(${[...privateKinds]}::text[])`;
  return db.$queryRaw<Row[]>`
    with units as materialized (select "id" from "Unit" where "path" like any(${below(scope.units)}::text[])),
      hosts as materialized (select "id" from "Unit" where "path" like any(${below(scope.contests)}::text[]))
    select * from (
      (select ${columns} from "Event" e
        where e."contestId" is null and e."ideaId" is null and e."unitId" in (select "id" from units)
          and not ${isPrivate} and ${newest} ${cut})
      union all
      (select ${columns} from "Event" e join "Idea" i on i."id" = e."ideaId"
        where e."contestId" is null and i."submittedAt" is not null and i."unitId" in (select "id" from units)
          and not ${isPrivate} and ${newest} ${cut})
      union all
      (select ${columns} from "Event" e join "Contest" c on c."id" = e."contestId"
        where c."hostId" in (select "id" from hosts) and not ${isPrivate} and ${newest} ${cut})
    ) e ${cut}`;
}

const idsOf = <Id>(rows: Row[], pick: (row: Row) => Id | null): Id[] => [
  ...new Set(rows.map(pick).filter((id): id is Id & {} => id !== null)),
];

/** The names behind the ids, one query for each kind of thing. An idea is called as it was last put forward, never as its draft. */
async function withNames(rows: Row[]): Promise<Happening[]> {
  if (rows.length === 0) return [];
  const people = [...new Set([...idsOf(rows, (row) => row.byId), ...idsOf(rows, (row) => row.personId)])];
  const [persons, units, ideas, contests, entries] = await Promise.all([
    db.person.findMany({ where: { id: { in: people } }, select: { id: true, fullName: true } }),
    db.unit.findMany({
      where: { id: { in: idsOf(rows, (row) => row.unitId) } },
      select: { id: true, slug: true, name: true },
    }),
    db.idea.findMany({
      where: { id: { in: idsOf(rows, (row) => row.ideaId) }, submittedAt: { not: null } },
      relationLoadStrategy: 'join',
      select: { id: true, slug: true, versions: { orderBy: { number: 'desc' }, take: 1, select: { title: true } } },
    }),
    db.contest.findMany({
      where: { id: { in: idsOf(rows, (row) => row.contestId) } },
      select: { id: true, slug: true, name: true },
    }),
    db.entry.findMany({
      where: { id: { in: idsOf(rows, (row) => row.entryId) } },
      select: { id: true, number: true },
    }),
  ]);
  const nameOf = new Map(persons.map(({ id, fullName }) => [id, { id, name: fullName }]));
  const unitOf = new Map(units.map(({ id, slug, name }) => [id, { slug, name }]));
  const ideaOf = new Map(ideas.map(({ id, slug, versions }) => [id, { slug, title: versions[0]?.title ?? '' }]));
  const contestOf = new Map(contests.map(({ id, slug, name }) => [id, { slug, name }]));
  const entryOf = new Map(entries.map(({ id, number }) => [id, number]));
  const found = <Id, Value>(map: Map<Id, Value>, id: Id | null) => (id === null ? null : (map.get(id) ?? null));
  return rows.map((row) => ({
    id: String(row.id),
    at: row.at,
    kind: row.kind,
    by: found(nameOf, row.byId),
    person: row.personId === row.byId ? null : found(nameOf, row.personId),
    unit: found(unitOf, row.unitId),
    idea: found(ideaOf, row.ideaId),
    contest: found(contestOf, row.contestId),
    entry: found(entryOf, row.entryId),
    role: row.role,
  }));
}
