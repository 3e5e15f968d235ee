import { findUnitLines } from '#app/domain/contests/find-unit-lines.server.ts';
import type { db, Tx } from '#app/platform/db/db.server.ts';
import {
  conflictsIn,
  type FoundConflict,
  groupInstitutions,
  type PlacedUnit,
  type Related,
  type RelationKind,
} from './conflict.ts';

type Reader = Tx | typeof db;
type Pairs = { judgeIds?: readonly string[]; entryIds?: readonly string[] };

/**
 * Every conflict between the judges and the standing entries of a contest (or of those named), found from the relations as
 * they are at this moment and from what was declared. `roundId` lets what was declared for that round alone count too. The
 * number of queries does not depend on how many judges or entries there are.
 */
export async function findConflicts(
  reader: Reader,
  { contestId, roundId, judgeIds, entryIds }: Pairs & { contestId: string; roundId?: string },
): Promise<FoundConflict[]> {
  const contest = await reader.contest.findUniqueOrThrow({
    where: { id: contestId },
    select: {
      host: { select: { id: true, path: true } },
      rules: { orderBy: { number: 'desc' }, take: 1, select: { body: true } },
    },
  });
  const [judges, entries] = [
    await reader.judge.findMany({
      where: { contestId, ...(judgeIds ? { id: { in: [...judgeIds] } } : {}) },
      select: { id: true, personId: true },
    }),
    await reader.entry.findMany({
      where: { contestId, withdrawal: null, ...(entryIds ? { id: { in: [...entryIds] } } : {}) },
      relationLoadStrategy: 'join',
      select: {
        id: true,
        ideaId: true,
        members: { select: { personId: true } },
        idea: {
          select: {
            members: { where: { confirmedAt: { not: null }, personId: { not: null } }, select: { personId: true } },
          },
        },
        version: { select: { unit: { select: { id: true, path: true, name: true, kind: true } } } },
      },
    }),
  ];
  if (judges.length === 0 || entries.length === 0) return [];
  const teams = entries.map((entry) => ({
    entryId: entry.id,
    ideaId: entry.ideaId,
    people: [
      ...new Set([
        ...entry.members.map(({ personId }) => personId),
        ...entry.idea.members.map(({ personId }) => personId!),
      ]),
    ],
    units: entry.version.unit === null ? [] : [entry.version.unit],
  }));
  const judgePeople = judges.map(({ personId }) => personId);
  const everyone = [...new Set([...judgePeople, ...teams.flatMap(({ people }) => people)])];
  const people = await findRelated(reader, everyone, judgePeople);
  const units = [...people.values()].flatMap((person) => person.units).concat(teams.flatMap((team) => team.units));
  const lines = await findUnitLines(reader, [
    ...new Set(units.flatMap(({ path }) => path.split('/').filter(Boolean).map(Number))),
  ]);
  const placed = await withSuccessorPaths(reader, lines);
  return conflictsIn({
    host: contest.host,
    hostIds: await findHostIds(reader, contest.host.id),
    sameUnit:
      (contest.rules[0]?.body as { conflicts?: { sameUnit?: boolean } } | undefined)?.conflicts?.sameUnit ?? true,
    lines: placed,
    sameInstitutions: await findSameInstitutions(reader, [...placed.keys()]),
    people,
    judges: judges.map(({ id, personId }) => ({ judgeId: id, personId })),
    entries: teams,
    teamMates: await findTeamMates(reader, judgePeople),
    mentored: await findMentored(reader, judgePeople),
    sponsored: await findSponsored(reader, judgePeople),
    related: await findRelations(reader, judgePeople),
    declared: await findDeclared(reader, { contestId, roundId, judgePeople }),
  });
}

async function findRelated(reader: Reader, ids: string[], judgePeople: string[]): Promise<Map<string, Related>> {
  const unit = { select: { id: true, path: true, name: true, kind: true } } as const;
  const judges = new Set(judgePeople);
  const rows = await reader.person.findMany({
    where: { id: { in: ids } },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      fullName: true,
      email: true,
      phone: true,
      guardianPhone: true,
      consents: { where: { guardianMail: { not: null } }, select: { guardianMail: true } },
      memberships: { where: { declinedAt: null }, select: { unit } },
      roles: { where: { unitId: { not: null }, kind: { in: ['MODERATOR', 'ORGANISER'] } }, select: { unit } },
    },
  });
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: row.fullName,
        mail: row.email,
        phones: [row.phone, row.guardianPhone],
        guardianMails: row.consents.flatMap(({ guardianMail }) => guardianMail ?? []),
        units: dedupe([
          ...row.memberships.map((membership) => membership.unit),
          // Staff of a unit work for it, whether or not they also belong to it.
          ...(judges.has(row.id) ? row.roles.flatMap((role) => role.unit ?? []) : []),
        ]),
      },
    ]),
  );
}

function dedupe(units: PlacedUnit[]): PlacedUnit[] {
  return [...new Map(units.map((unit) => [unit.id, unit])).values()];
}

/** The host and everything that became part of it. */
async function findHostIds(reader: Reader, hostId: number): Promise<Set<number>> {
  const rows = await reader.$queryRaw<{ id: number }[]>`
    with recursive earlier(id) as (
      select ${hostId}::int
      union
      select s."oldId" from earlier join "UnitSuccession" s on s."successorId" = earlier.id
    )
    select id from earlier`;
  return new Set(rows.map(({ id }) => id));
}

/** Which of these units are one school or employer under two names. */
async function findSameInstitutions(reader: Reader, unitIds: number[]): Promise<Map<number, number>> {
  const units = await reader.unit.findMany({
    where: { id: { in: unitIds }, kind: { notIn: ['CENTRE', 'PROVINCE', 'COMMUNE'] } },
    relationLoadStrategy: 'join',
    orderBy: { id: 'asc' },
    select: { id: true, kind: true, provinceId: true, folded: true, formerNames: { select: { folded: true } } },
  });
  return groupInstitutions(
    units.map(({ folded, formerNames, ...unit }) => ({
      ...unit,
      names: [folded, ...formerNames.map((former) => former.folded)],
    })),
  );
}

/** Rows of relations these people are in, and of their guardians with others. */
async function findRelations(reader: Reader, personIds: string[]) {
  const rows = await reader.$queryRaw<
    { kind: RelationKind; personId: string; otherId: string; since: Date | null; until: Date | null }[]
  >`
    with own as (
      select r.* from "Relation" r
      where r."withdrawnAt" is null and (r."personId" = any(${personIds}::uuid[]) or r."otherId" = any(${personIds}::uuid[]))
    )
    select kind::text as kind, "personId", "otherId", since, until from own
    union
    select r.kind::text, r."personId", r."otherId", r.since, r.until
    from "Relation" r
    join own o on o.kind = 'GUARDIAN' and o."personId" = r."personId"
    where r.kind = 'GUARDIAN' and r."withdrawnAt" is null`;
  const day = (date: Date | null) => (date === null ? '…' : date.toISOString().slice(0, 10));
  return rows.map((row) => ({ ...row, since: day(row.since), until: day(row.until) }));
}

/** What the units have become lies elsewhere in the tree: their own ways are needed too. */
async function withSuccessorPaths(
  reader: Reader,
  lines: Map<number, PlacedUnit[]>,
): Promise<Map<number, PlacedUnit[]>> {
  const missing = new Set<number>();
  for (const line of lines.values()) {
    for (const { path } of line) {
      for (const id of path.split('/').filter(Boolean).map(Number)) if (!lines.has(id)) missing.add(id);
    }
  }
  if (missing.size === 0) return lines;
  const more = await findUnitLines(reader, [...missing]);
  return new Map([...lines, ...more]);
}

/** With whom these people were on a team: of an entry in any contest, or of an idea. */
async function findTeamMates(reader: Reader, personIds: string[]) {
  return reader.$queryRaw<{ personId: string; otherId: string; where: string }[]>`
    select distinct a."personId", b."personId" as "otherId", v.title as "where"
    from "EntryMember" a
    join "EntryMember" b on b."entryId" = a."entryId" and b."personId" <> a."personId"
    join "Entry" e on e.id = a."entryId"
    join "IdeaVersion" v on v.id = e."versionId"
    where a."personId" = any(${personIds}::uuid[])
    union
    select distinct a."personId", b."personId", coalesce(v.title, d.title, i.slug)
    from "IdeaMember" a
    join "IdeaMember" b on b."ideaId" = a."ideaId" and b."personId" <> a."personId" and b."confirmedAt" is not null
    join "Idea" i on i.id = a."ideaId"
    left join "IdeaVersion" v on v.id = i."publishedVersionId"
    left join "IdeaDraft" d on d."ideaId" = i.id
    where a."personId" = any(${personIds}::uuid[]) and a."confirmedAt" is not null`;
}

/** Ideas these people mentor or ever mentored, with everybody who is or was on their teams. */
async function findMentored(reader: Reader, personIds: string[]) {
  const rows = await reader.mentorship.findMany({
    where: { mentor: { personId: { in: personIds } } },
    select: {
      ideaId: true,
      mentor: { select: { personId: true } },
      idea: {
        select: {
          slug: true,
          publishedVersion: { select: { title: true } },
          members: { where: { confirmedAt: { not: null }, personId: { not: null } }, select: { personId: true } },
        },
      },
    },
  });
  return rows.map(({ ideaId, mentor, idea }) => ({
    personId: mentor.personId,
    ideaId,
    title: idea.publishedVersion?.title ?? idea.slug,
    people: idea.members.map(({ personId }) => personId!),
  }));
}

/** Ideas that businesses these people represent or represented support or have offered to support. */
async function findSponsored(reader: Reader, personIds: string[]) {
  return reader.$queryRaw<{ personId: string; ideaId: string; business: string }[]>`
    select distinct g."personId", o."ideaId", b.name as business
    from "RoleGrant" g
    join "Business" b on b.id = g."businessId"
    join "SupportOffer" o on o."businessId" = b.id and o."declinedAt" is null and o."withdrawnAt" is null
    where g.kind = 'REPRESENTATIVE' and g."personId" = any(${personIds}::uuid[])`;
}

async function findDeclared(
  reader: Reader,
  { contestId, roundId, judgePeople }: { contestId: string; roundId?: string; judgePeople: string[] },
) {
  const rows = await reader.conflict.findMany({
    where: {
      entry: { contestId },
      personId: { in: judgePeople },
      withdrawnAt: null,
      ...(roundId === undefined ? {} : { OR: [{ roundId: null }, { roundId }] }),
    },
    select: { entryId: true, personId: true, kind: true, reason: true },
  });
  return rows.map(({ reason, ...row }) => ({ ...row, reason: reason ?? '' }));
}
