import { type Actor, holdsInContest, holdsInUnit } from '#app/domain/people/actor.ts';
import { type Because, NotAllowed } from '#app/domain/refusal.ts';

/** What access looks at: which contest, and where its host stands in the tree of units. */
export type ContestPlace = { id: string; hostPath: string };

/** Null: allowed. Otherwise the reason why not, for the page beside the button and for the verb that insists. */
export type WhyNot = Because | null;

export function insistThat(whyNot: WhyNot): void {
  if (whyNot !== null) throw new NotAllowed(whyNot);
}

/** An organiser of the host or of a unit above it. */
export function organises(actor: Actor | null, contest: ContestPlace): boolean {
  return actor !== null && holdsInUnit(actor, ['ORGANISER'], contest.hostPath);
}

/** Organisers, and the chair and secretary of this very contest. */
export function runs(actor: Actor | null, contest: ContestPlace): boolean {
  return organises(actor, contest) || (actor !== null && holdsInContest(actor, ['CHAIR', 'SECRETARY'], contest.id));
}

export function chairs(actor: Actor | null, contest: ContestPlace): boolean {
  return actor !== null && holdsInContest(actor, ['CHAIR'], contest.id);
}

/** A judge, whatever else they are: while a round is blind they learn no names by any door of this contest. */
export function judges(actor: Actor | null, contest: { id: string }): boolean {
  return actor !== null && holdsInContest(actor, ['JUDGE'], contest.id);
}

/** Whether this officer may be shown who wrote what. A judge never is while the contest is blind. */
export function seesTeams(actor: Actor | null, contest: ContestPlace & { blindNow: boolean }): boolean {
  return runs(actor, contest) && !(contest.blindNow && judges(actor, contest));
}

export function whyNotMakeIn(actor: Actor, unit: { path: string }): WhyNot {
  return holdsInUnit(actor, ['ORGANISER'], unit.path) ? null : { key: 'contests:refusals.notOrganiserHere' };
}

export function whyNotRun(actor: Actor, contest: ContestPlace): WhyNot {
  return runs(actor, contest) ? null : { key: 'contests:refusals.notOfficer' };
}

/** Rules, calendar, divisions, rounds and rubrics: organisers and the secretary. */
export function whyNotPrepare(actor: Actor, contest: ContestPlace): WhyNot {
  const may = organises(actor, contest) || holdsInContest(actor, ['SECRETARY'], contest.id);
  return may ? null : { key: 'contests:refusals.notPreparing' };
}

/** Chair and secretary are appointed by the organisers; judges by the chair and the secretary too. */
export function whyNotAppoint(actor: Actor, contest: ContestPlace, kind: 'CHAIR' | 'SECRETARY' | 'JUDGE'): WhyNot {
  if (kind === 'JUDGE') return whyNotRun(actor, contest);
  return organises(actor, contest) ? null : { key: 'contests:refusals.notAppointing' };
}

/** A secretary hands their own seat on; organisers anybody's. */
export function whyNotHandOver(
  actor: Actor,
  contest: ContestPlace,
  role: { kind: 'CHAIR' | 'SECRETARY'; personId: string },
): WhyNot {
  if (role.kind === 'SECRETARY' && role.personId === actor.id) return null;
  return whyNotAppoint(actor, contest, role.kind);
}

/**
 * Asks teams in, and follows who came: organisers and the secretary; nobody who judges here while it is blind, because a list of teams
 * tells who wrote what.
 */
export function whyNotInviteTeams(actor: Actor, contest: ContestPlace & { blindNow: boolean }): WhyNot {
  const why = whyNotPrepare(actor, contest);
  if (why !== null) return why;
  return contest.blindNow && judges(actor, contest) ? { key: 'organising:entriesBlind' } : null;
}

/** Opening binds the host to its rules: organisers alone. */
export function whyNotOpen(actor: Actor, contest: ContestPlace): WhyNot {
  return organises(actor, contest) ? null : { key: 'contests:refusals.notOrganiser' };
}

export function whyNotCancel(actor: Actor, contest: ContestPlace): WhyNot {
  return whyNotOpen(actor, contest);
}

/** Closing a round and publishing its results are decisions of the chair alone. */
export function whyNotDecide(actor: Actor, contest: ContestPlace): WhyNot {
  return chairs(actor, contest) ? null : { key: 'contests:refusals.notChair' };
}

/**
 * The chair, and organisers of the host: not those of a unit above it, who would send to themselves what they may not see before
 * everyone has agreed.
 */
export function whyNotNominate(actor: Actor, contest: ContestPlace): WhyNot {
  const above = contest.hostPath.replace(/[^/]+\/$/, '');
  const organises = actor.roles.some(
    ({ kind, unitPath }) =>
      kind === 'ORGANISER' &&
      unitPath !== null &&
      contest.hostPath.startsWith(unitPath) &&
      unitPath.length > above.length,
  );
  return organises || chairs(actor, contest) ? null : { key: 'awards:refusals.notNominating' };
}
