import type { Actor } from '#app/domain/people/actor.ts';
import { consentColumns } from '#app/domain/people/consent.ts';
import { compareNames } from '#app/domain/people/name-order.ts';
import { publicFace } from '#app/domain/people/publication.ts';
import { unitTitle } from '#app/domain/units/unit.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import {
  type CalendarStop,
  type ContestPhase,
  calendarOf,
  hidesTeams,
  isPublic,
  type OthersMarks,
  phaseOf,
  type RoundPanels,
} from './contest.ts';
import { chairs, judges as judgesIn, runs } from './contest-access.ts';
import { type ContestRules, readRules } from './contest-rules.ts';
import { panelUnitColumns, panelUnitsOf } from './panel-units.ts';

export type ContestPage = {
  id: string;
  slug: string;
  name: string;
  summary: string;
  host: { slug: string; name: string };
  phase: ContestPhase;
  opensAt: Date;
  closesAt: Date;
  publishedAt: Date | null;
  calendar: CalendarStop[];
  /** The reason everybody may read where it was called off. */
  cancelled: { at: Date; reason: string } | null;
  hidesTeams: boolean;
  rules: ContestRules;
  /** SHA-256 of the frozen rules and when they were frozen; null in a draft. */
  frozen: { hash: string; at: Date } | null;
  divisions: { slug: string; name: string; entries: number }[];
  rounds: {
    number: number;
    kind: string;
    name: string;
    state: string;
    closesAt: Date;
    method: string;
    blind: boolean;
    panels: RoundPanels;
    panelUnits: { id: number; name: string }[];
    othersMarks: OthersMarks;
    reviewsPerEntry: number;
  }[];
  /** By their number; no name where publishing it was not agreed to. */
  panel: { kind: 'CHAIR' | 'SECRETARY' | 'JUDGE'; name: string | null }[];
  /** Numbers of rounds whose results are out. */
  publishedRounds: number[];
  /** The newest of what the organiser announced. */
  news: { id: string; title: string; text: string; at: Date }[];
  announced: number;
  /** Answered questions. */
  questions: number;
  /** The newest postponement, and how often there was one. */
  postponed: { days: number | null; reason: string; letter: string; at: Date } | null;
  /** What of all this the visitor has to do with. */
  mine: {
    entries: { number: number; title: string; withdrawn: boolean }[];
    runs: boolean;
    chairs: boolean;
    judges: boolean;
    follows: boolean;
  };
};

/** A contest as everybody may read it, officers also while it is a draft; null where there is none for this visitor. At most five queries. */
export async function findContest({ slug, by }: { slug: string; by: Actor | null }): Promise<ContestPage | null> {
  const at = now();
  const contest = await db.contest.findUnique({
    where: { slug },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      slug: true,
      name: true,
      summary: true,
      state: true,
      opensAt: true,
      closesAt: true,
      suspendedAt: true,
      openedAt: true,
      publishedAt: true,
      host: { select: { slug: true, name: true, kind: true, code: true, path: true } },
      acts: { where: { to: 'CANCELLED' }, select: { at: true, reason: true } },
      announcements: {
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: 2,
        select: { id: true, title: true, text: true, at: true },
      },
      postponements: {
        // One that stood still and goes on is told by its new dates.
        where: { resumedAt: null },
        orderBy: { at: 'desc' },
        take: 1,
        select: { days: true, reason: true, letter: true, at: true },
      },
      _count: { select: { announcements: true, questions: { where: { answeredAt: { not: null } } } } },
      rules: { orderBy: { number: 'desc' }, take: 1, select: { body: true, hash: true, frozenAt: true } },
      divisions: {
        orderBy: { position: 'asc' },
        select: { slug: true, name: true, _count: { select: { entries: { where: { withdrawal: null } } } } },
      },
      rounds: {
        orderBy: { number: 'asc' },
        select: {
          number: true,
          kind: true,
          name: true,
          state: true,
          closesAt: true,
          method: true,
          blind: true,
          panels: true,
          panelUnits: panelUnitColumns,
          othersMarks: true,
          reviewsPerEntry: true,
        },
      },
    },
  });
  if (contest === null) return null;
  const place = { id: contest.id, hostPath: contest.host.path };
  if (!isPublic(contest) && !runs(by, place)) return null;
  const [panel, entries, follows] = await Promise.all([
    findPanelFaces(contest.id, at),
    findOwnEntries(contest.id, by),
    by === null ? 0 : db.contestFollow.count({ where: { contestId: contest.id, personId: by.id, endedAt: null } }),
  ]);
  const rules = contest.rules[0];
  return {
    id: contest.id,
    slug: contest.slug,
    name: contest.name,
    summary: contest.summary,
    host: { slug: contest.host.slug, name: unitTitle(contest.host) },
    phase: phaseOf(contest, at),
    opensAt: contest.opensAt,
    closesAt: contest.closesAt,
    publishedAt: contest.publishedAt,
    calendar: calendarOf(contest, at),
    cancelled: contest.acts[0] ? { at: contest.acts[0].at, reason: contest.acts[0].reason ?? '' } : null,
    hidesTeams: hidesTeams(contest),
    rules: readRules(rules?.body),
    frozen: rules?.hash && rules.frozenAt ? { hash: rules.hash, at: rules.frozenAt } : null,
    divisions: contest.divisions.map(({ _count, ...division }) => ({ ...division, entries: _count.entries })),
    rounds: contest.rounds.map(({ panelUnits, ...round }) => ({ ...round, panelUnits: panelUnitsOf(panelUnits) })),
    panel,
    news: contest.announcements,
    announced: contest._count.announcements,
    questions: contest._count.questions,
    postponed: contest.postponements[0] ?? null,
    publishedRounds: contest.rounds.filter(({ state }) => state === 'PUBLISHED').map(({ number }) => number),
    mine: {
      entries,
      runs: runs(by, place),
      chairs: chairs(by, place),
      judges: judgesIn(by, place),
      follows: follows > 0,
    },
  };
}

const panelKinds = ['CHAIR', 'SECRETARY', 'JUDGE'] as const;

async function findPanelFaces(contestId: string, on: Date): Promise<ContestPage['panel']> {
  const rows = await db.roleGrant.findMany({
    where: { contestId, kind: { in: [...panelKinds] }, endedAt: null },
    relationLoadStrategy: 'join',
    orderBy: [{ grantedAt: 'asc' }, { id: 'asc' }],
    select: {
      kind: true,
      person: { select: { fullName: true, birthDate: true, consents: { select: consentColumns } } },
    },
  });
  return rows
    .map(({ kind, person }) => ({
      kind: kind as (typeof panelKinds)[number],
      name: publicFace({ person, consents: person.consents, unit: null, province: null, on }).name,
    }))
    .sort((a, b) => panelKinds.indexOf(a.kind) - panelKinds.indexOf(b.kind) || compareNames(a.name, b.name));
}

async function findOwnEntries(contestId: string, by: Actor | null): Promise<ContestPage['mine']['entries']> {
  if (by === null) return [];
  const rows = await db.entry.findMany({
    where: { contestId, members: { some: { personId: by.id } } },
    orderBy: { number: 'asc' },
    select: { number: true, version: { select: { title: true } }, withdrawal: { select: { at: true } } },
  });
  return rows.map(({ number, version, withdrawal }) => ({
    number,
    title: version.title,
    withdrawn: withdrawal !== null,
  }));
}
