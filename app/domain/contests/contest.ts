export const contestStates = ['DRAFT', 'OPEN', 'CLOSED', 'PUBLISHED', 'CANCELLED'] as const;
export type ContestState = (typeof contestStates)[number];

export const roundKinds = ['PRELIMINARY', 'SEMIFINAL', 'FINAL'] as const;
export type RoundKind = (typeof roundKinds)[number];

/** How the entries of a round are parted into panels that read them. */
export const roundPanels = ['NONE', 'DIVISION', 'UNIT'] as const;
export type RoundPanels = (typeof roundPanels)[number];

/** From when on a judge sees the others' marks of an entry: once the round is closed, or once their own sheet of it is handed in. */
export const othersMarks = ['CLOSED', 'SUBMITTED'] as const;
export type OthersMarks = (typeof othersMarks)[number];

export const roundStates = ['PLANNED', 'OPEN', 'CLOSED', 'PUBLISHED'] as const;
export type RoundState = (typeof roundStates)[number];

export const rankingMethods = ['RAW', 'ADJUSTED'] as const;
export type RankingMethod = (typeof rankingMethods)[number];

/** Where a contest stands at a moment. The clock ends the time of entry by itself; nobody has to press a button. */
export type ContestPhase = 'draft' | 'announced' | 'open' | 'suspended' | 'judging' | 'published' | 'cancelled';

type Calendar = {
  state: ContestState;
  opensAt: Date;
  closesAt: Date;
  /** Since when no deadline runs; null where they do. */
  suspendedAt: Date | null;
};

/** The deadline itself still counts: an entry at 17:00:00.000 is in time, one a millisecond later is not. */
export function phaseOf({ state, opensAt, closesAt, suspendedAt }: Calendar, at: Date): ContestPhase {
  if (state === 'DRAFT') return 'draft';
  if (state === 'CANCELLED') return 'cancelled';
  if (state === 'PUBLISHED') return 'published';
  if (suspendedAt !== null) return 'suspended';
  if (state === 'CLOSED') return 'judging';
  if (at.getTime() < opensAt.getTime()) return 'announced';
  return at.getTime() <= closesAt.getTime() ? 'open' : 'judging';
}

export function takesEntries(contest: Calendar, at: Date): boolean {
  return phaseOf(contest, at) === 'open';
}

/** The same for a lead who was given a later deadline: as long as no round has opened. */
export function takesEntriesUntil(
  contest: Calendar,
  { until, judged }: { until: Date | null; judged: boolean },
  at: Date,
) {
  if (takesEntries(contest, at)) return true;
  if (until === null || judged || (contest.state !== 'OPEN' && contest.state !== 'CLOSED')) return false;
  return takesEntries({ ...contest, state: 'OPEN', closesAt: until }, at);
}

/** Whether teams may be asked in: from the opening, before the first entry too, until the deadline. */
export function takesTeams(contest: Calendar & { openedAt: Date | null }, at: Date): boolean {
  return contest.openedAt !== null && ['announced', 'open'].includes(phaseOf(contest, at));
}

/** A contest is everybody's to read from its opening on, cancelled ones too: people who entered must be able to see it. */
export function isPublic({ openedAt }: { openedAt: Date | null }): boolean {
  return openedAt !== null;
}

/** Whether a contest hides its teams now: from its opening until its last blind round is published, or it is cancelled. */
export function hidesTeams(contest: {
  state: ContestState;
  rounds: readonly { blind: boolean; state: RoundState }[];
}): boolean {
  if (contest.state !== 'OPEN' && contest.state !== 'CLOSED') return false;
  return contest.rounds.some(({ blind, state }) => blind && state !== 'PUBLISHED');
}

export type CalendarStop = {
  kind: 'opens' | 'closes' | 'marks' | 'published';
  at: Date;
  /** The round whose deadline for marks it is. */
  round?: { number: number; name: string };
  state: 'past' | 'next' | 'later';
};

/**
 * The contest's calendar in order of time, with what has passed and what comes next. Publication has no date of its own: the
 * chair chooses the moment, so it stands last and has passed once it happened. While it is put off until further notice only what had passed stands.
 */
export function calendarOf(
  contest: Calendar & { publishedAt: Date | null; rounds: { number: number; name: string; closesAt: Date }[] },
  at: Date,
): CalendarStop[] {
  const stops: Omit<CalendarStop, 'state'>[] = [
    { kind: 'opens', at: contest.opensAt },
    { kind: 'closes', at: contest.closesAt },
    ...contest.rounds.map(({ number, name, closesAt }) => ({
      kind: 'marks' as const,
      at: closesAt,
      round: { number, name },
    })),
  ];
  if (contest.publishedAt !== null) stops.push({ kind: 'published', at: contest.publishedAt });
  stops.sort((a, b) => a.at.getTime() - b.at.getTime());
  const { suspendedAt } = contest;
  if (suspendedAt !== null) {
    const passed = stops.filter((stop) => stop.at.getTime() <= suspendedAt.getTime());
    return passed.map((stop) => ({ ...stop, state: 'past' }));
  }
  const next = stops.findIndex((stop) => stop.at.getTime() > at.getTime());
  return stops.map((stop, index) => ({
    ...stop,
    state: next === -1 || index < next ? 'past' : index === next ? 'next' : 'later',
  }));
}
