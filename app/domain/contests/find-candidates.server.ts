import type { Because } from '#app/domain/refusal.ts';
import { unitTitle } from '#app/domain/units/unit.ts';
import type { db, Tx } from '#app/platform/db/db.server.ts';
import type { ContestRules } from './contest-rules.ts';
import { brokenByDivision, brokenRules, levelOfSchool } from './entry-checks.ts';
import { tellingKinds } from './find-tell-tales.server.ts';
import { findUnitLines } from './find-unit-lines.server.ts';
import { findOwnNames, type TellTale } from './own-names.ts';

export type EnterableVersion = {
  id: string;
  number: number;
  title: string;
  standing: 'published' | 'waiting' | 'not-taken';
};

export type Enterable = {
  ideaId: string;
  slug: string;
  /** Newest first. */
  versions: EnterableVersion[];
  /** The version looked at: the one asked for, else the newest the rules take, else the newest. */
  version: EnterableVersion;
  team: { personId: string; kind: 'LEAD' | 'MEMBER' }[];
  /** What stands against entering it; empty where nothing does. */
  broken: Because[];
  /** What stands against each division that has conditions of its own, by its slug. */
  brokenIn: Record<string, Because[]>;
  /** What would give the team away in an answer. */
  tellTales: TellTale[];
};

const sections = [
  'title',
  'abstract',
  'problem',
  'solution',
  'novelty',
  'method',
  'beneficiaries',
  'progress',
  'needs',
] as const;

type Contest = { id: string; host: Parameters<typeof unitTitle>[0] & { path: string } };

/**
 * Ideas of which `leadId` is the lead (or only those named), each held against the rules of a contest: the same answer for the
 * page that shows what stands in the way and for the verb that insists. At most seven queries, however many ideas.
 */
export async function findCandidates(
  reader: Tx | typeof db,
  {
    contest,
    rules,
    leadId,
    ideaIds,
    versionNumber,
    exceptEntryId,
    at,
  }: {
    contest: Contest;
    rules: ContestRules;
    leadId: string;
    ideaIds?: readonly string[];
    versionNumber?: number;
    exceptEntryId?: string;
    at: Date;
  },
): Promise<Enterable[]> {
  const confirmed = { confirmedAt: { not: null }, leftAt: null, personId: { not: null } };
  const ideas = await reader.idea.findMany({
    where: {
      ...(ideaIds ? { id: { in: [...ideaIds] } } : {}),
      members: { some: { ...confirmed, personId: leadId, ...(ideaIds ? {} : { kind: 'LEAD' }) } },
      state: { not: 'WITHDRAWN' },
      versions: { some: {} },
    },
    relationLoadStrategy: 'join',
    orderBy: { createdAt: 'desc' },
    take: 100,
    select: {
      id: true,
      slug: true,
      publishedVersionId: true,
      versions: {
        orderBy: { number: 'desc' },
        select: {
          id: true,
          number: true,
          title: true,
          submission: { select: { recalledAt: true, decision: { select: { kind: true } } } },
        },
      },
      members: {
        where: confirmed,
        orderBy: [{ kind: 'asc' }, { confirmedAt: 'asc' }],
        select: {
          kind: true,
          person: {
            select: { id: true, fullName: true, birthDate: true, email: true, userName: true, phone: true },
          },
        },
      },
    },
  });
  if (ideas.length === 0) return [];

  const seen = ideas.flatMap(({ versions, ...idea }) => {
    const told = versions.map(
      ({ submission, ...version }): EnterableVersion => ({
        ...version,
        standing: standingOf(submission, version.id === idea.publishedVersionId),
      }),
    );
    const taken = told.find(
      ({ standing }) => standing === 'published' || (standing === 'waiting' && rules.entries.versions === 'submitted'),
    );
    const version =
      versionNumber === undefined ? (taken ?? told[0]) : told.find(({ number }) => number === versionNumber);
    return version === undefined ? [] : [{ ...idea, versions: told, version }];
  });

  const people = [...new Set(ideas.flatMap(({ members }) => members.map(({ person }) => person!.id)))];
  const [standing, memberships, texts] = await Promise.all([
    reader.entryMember.findMany({
      where: {
        personId: { in: people },
        entry: { contestId: contest.id, withdrawal: null, id: { not: exceptEntryId } },
      },
      select: { personId: true, kind: true, entry: { select: { _count: { select: { members: true } } } } },
    }),
    reader.membership.findMany({
      where: { personId: { in: people }, declinedAt: null },
      select: {
        personId: true,
        unitId: true,
        confirmedAt: true,
        endedAt: true,
        unit: { select: { name: true, folded: true, kind: true } },
      },
    }),
    reader.ideaVersion.findMany({
      where: { id: { in: seen.map(({ version }) => version.id) } },
      select: {
        ...({
          id: true,
          title: true,
          abstract: true,
          problem: true,
          solution: true,
          novelty: true,
          method: true,
          beneficiaries: true,
          progress: true,
          needs: true,
          fieldId: true,
          unit: { select: { id: true, path: true } },
        } as const),
        files: { select: { file: { select: { name: true } } } },
      },
    }),
  ]);
  const entered = await reader.entry.findMany({
    where: {
      contestId: contest.id,
      ideaId: { in: ideas.map(({ id }) => id) },
      withdrawal: null,
      id: { not: exceptEntryId },
    },
    select: { ideaId: true },
  });
  const fromUnits =
    rules.entries.perUnit === null
      ? []
      : await reader.entry.findMany({
          where: {
            contestId: contest.id,
            withdrawal: null,
            id: { not: exceptEntryId },
            version: { unitId: { in: texts.flatMap(({ unit }) => unit?.id ?? []) } },
          },
          select: { version: { select: { unitId: true } } },
        });
  const lines = await findUnitLines(
    reader,
    memberships.map(({ unitId }) => unitId),
  );
  const enteredIdeas = new Set(entered.map(({ ideaId }) => ideaId));

  return seen.map(({ members, version, ...idea }) => {
    const team = members.map(({ kind, person }) => ({ kind, person: person! }));
    const ids = new Set(team.map(({ person }) => person.id));
    const text = texts.find(({ id }) => id === version.id)!;
    const tellTales: TellTale[] = team.flatMap(({ person }) => [
      { kind: 'person' as const, text: person.fullName },
      ...(person.email === null ? [] : [{ kind: 'mail' as const, text: person.email }]),
      ...(person.phone === null ? [] : [{ kind: 'phone' as const, text: person.phone }]),
    ]);
    for (const { personId, unit } of memberships) {
      if (ids.has(personId) && tellingKinds.has(unit.kind)) tellTales.push({ kind: 'unit', text: unit.name });
    }
    const candidate = {
      at,
      hostName: unitTitle(contest.host),
      byLead: team.some(({ kind, person }) => kind === 'LEAD' && person.id === leadId),
      enteredAlready: enteredIdeas.has(idea.id),
      version: {
        published: version.standing === 'published',
        declined: version.standing === 'not-taken',
        fieldId: text.fieldId,
        files: text.files.length,
      },
      unitEntries: text.unit === null ? null : fromUnits.filter((one) => one.version.unitId === text.unit?.id).length,
      team: team.map(({ kind, person }) => {
        const own = standing.filter(({ personId }) => personId === person.id);
        return {
          name: person.fullName,
          birthDate: person.birthDate,
          lead: kind === 'LEAD',
          leads: own.filter((entry) => entry.kind === 'LEAD').length,
          solos: own.filter((entry) => entry.entry._count.members === 1).length,
          isIn: own.length,
          levels: memberships.flatMap((one) =>
            one.personId === person.id && one.endedAt === null && tellingKinds.has(one.unit.kind)
              ? (levelOfSchool(one.unit.folded) ?? [])
              : [],
          ),
          inUnit:
            text.unit !== null &&
            memberships.some(
              (one) =>
                one.personId === person.id &&
                one.endedAt === null &&
                (lines.get(one.unitId) ?? []).some(({ path }) => path.startsWith(text.unit!.path)),
            ),
        };
      }),
      memberships: memberships
        .filter(({ personId, endedAt }) => personId === leadId && endedAt === null)
        .map(({ unitId, confirmedAt }) => ({
          inHost: (lines.get(unitId) ?? []).some(({ path }) => path.startsWith(contest.host.path)),
          confirmed: confirmedAt !== null,
        })),
      leaks: findOwnNames(tellTales, [
        ...sections.map((section) => ({ section, text: text[section] })),
        ...text.files.map(({ file }) => ({ section: 'file', text: file.name })),
      ]),
    };
    return {
      ideaId: idea.id,
      slug: idea.slug,
      versions: idea.versions,
      version,
      team: team.map(({ kind, person }) => ({ personId: person.id, kind })),
      tellTales,
      broken: brokenRules(rules, candidate),
      brokenIn: Object.fromEntries(
        rules.divisions.map(({ division }) => [division, brokenByDivision(rules, division, candidate)]),
      ),
    };
  });
}

function standingOf(
  submission: { recalledAt: Date | null; decision: { kind: string } | null } | null,
  published: boolean,
): EnterableVersion['standing'] {
  if (published || submission?.decision?.kind === 'PUBLISHED') return 'published';
  if (submission !== null && submission.recalledAt === null && submission.decision === null) return 'waiting';
  return 'not-taken';
}
