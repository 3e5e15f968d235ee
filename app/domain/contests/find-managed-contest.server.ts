import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { unitTitle } from '#app/domain/units/unit.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { hidesTeams, phaseOf } from './contest.ts';
import {
  chairs,
  insistThat,
  judges as judgesIn,
  organises,
  seesTeams,
  whyNotAppoint,
  whyNotCancel,
  whyNotInviteTeams,
  whyNotNominate,
  whyNotOpen,
  whyNotPrepare,
  whyNotRun,
} from './contest-access.ts';
import { readRules } from './contest-rules.ts';
import { contradictionsIn } from './contradictions.ts';
import { panelUnitColumns, panelUnitsOf } from './panel-units.ts';
import { missingBeforeOpening } from './readiness.ts';
import { panelsOf } from './round-panels.ts';

/**
 * A contest as those who run it see it, with what this officer may do and what still keeps it from opening. Throws NotFound and
 * NotAllowed.
 */
export async function findManagedContest({ slug, by }: { slug: string; by: Actor }) {
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
      host: { select: { id: true, slug: true, name: true, kind: true, code: true, path: true } },
      acts: {
        orderBy: { at: 'asc' },
        select: { to: true, at: true, reason: true, by: { select: { fullName: true } } },
      },
      rules: { orderBy: { number: 'desc' }, take: 1, select: { body: true, hash: true, frozenAt: true } },
      divisions: {
        orderBy: { position: 'asc' },
        select: {
          id: true,
          slug: true,
          name: true,
          _count: { select: { entries: { where: { withdrawal: null } } } },
        },
      },
      rounds: {
        orderBy: { number: 'asc' },
        select: {
          id: true,
          number: true,
          kind: true,
          name: true,
          state: true,
          opensAt: true,
          closesAt: true,
          reviewsPerEntry: true,
          method: true,
          blind: true,
          panels: true,
          panelUnits: panelUnitColumns,
          othersMarks: true,
          rubrics: { select: { divisionId: true, criteria: { select: { id: true } } } },
        },
      },
      roles: { where: { kind: { in: ['CHAIR', 'SECRETARY', 'JUDGE'] }, endedAt: null }, select: { kind: true } },
    },
  });
  if (contest === null) throw new NotFound();
  const place = { id: contest.id, hostPath: contest.host.path };
  insistThat(whyNotRun(by, place));
  const at = now();
  const rules = readRules(contest.rules[0]?.body);
  const rounds = contest.rounds.map(({ rubrics, panelUnits, ...round }) => ({
    ...round,
    panelUnits: panelUnitsOf(panelUnits),
    rubrics: rubrics.map(({ divisionId, criteria }) => ({ divisionId, criteria: criteria.length })),
  }));
  const count = (kind: string) => contest.roles.filter((role) => role.kind === kind).length;
  return {
    id: contest.id,
    hostPath: contest.host.path,
    slug: contest.slug,
    name: contest.name,
    summary: contest.summary,
    state: contest.state,
    phase: phaseOf(contest, at),
    opensAt: contest.opensAt,
    closesAt: contest.closesAt,
    suspendedAt: contest.suspendedAt,
    openedAt: contest.openedAt,
    host: { id: contest.host.id, slug: contest.host.slug, name: unitTitle(contest.host) },
    acts: contest.acts.map(({ by: who, ...act }) => ({ ...act, by: who?.fullName ?? null })),
    rules,
    frozen:
      contest.rules[0]?.hash && contest.rules[0].frozenAt
        ? { hash: contest.rules[0].hash, at: contest.rules[0].frozenAt }
        : null,
    divisions: contest.divisions.map(({ _count, ...division }) => ({ ...division, entries: _count.entries })),
    rounds,
    /** What a seat may be put in. */
    panels: panelsOf({ divisions: contest.divisions, rounds }),
    panel: { chairs: count('CHAIR'), secretaries: count('SECRETARY'), judges: count('JUDGE') },
    hidesTeams: hidesTeams(contest),
    contradictions: contradictionsIn({ ...contest, rules, rounds }),
    missing:
      contest.state === 'DRAFT'
        ? missingBeforeOpening(
            {
              opensAt: contest.opensAt,
              closesAt: contest.closesAt,
              rules,
              divisions: contest.divisions,
              rounds,
              chairs: count('CHAIR'),
            },
            at,
          )
        : [],
    may: {
      prepare: whyNotPrepare(by, place) === null && contest.state === 'DRAFT',
      /** Change what is frozen, with a reason. */
      amend: whyNotPrepare(by, place) === null && (contest.state === 'OPEN' || contest.state === 'CLOSED'),
      open: whyNotOpen(by, place) === null && contest.state === 'DRAFT',
      clone: organises(by, place),
      cancel: whyNotCancel(by, place) === null && contest.state !== 'PUBLISHED' && contest.state !== 'CANCELLED',
      closeEntries:
        contest.state === 'OPEN' && contest.suspendedAt === null && at.getTime() > contest.closesAt.getTime(),
      /** Name the chair and secretaries, and end their seats. */
      appoint: whyNotAppoint(by, place, 'CHAIR') === null,
      decide: chairs(by, place),
      /** Send winners to the unit above, where the rules know of that. */
      nominate:
        (rules.upwards !== null || rules.divisions.some(({ upwards }) => upwards !== null)) &&
        whyNotNominate(by, place) === null,
      seeTeams: seesTeams(by, { ...place, blindNow: hidesTeams(contest) }),
      /** Ask teams in, and follow who came. */
      inviteTeams:
        contest.openedAt !== null && whyNotInviteTeams(by, { ...place, blindNow: hidesTeams(contest) }) === null,
      /** Say that an entry takes part outside the competition. */
      markOutside: whyNotPrepare(by, place) === null,
      isJudge: judgesIn(by, place),
    },
  };
}

export type ManagedContest = Awaited<ReturnType<typeof findManagedContest>>;
