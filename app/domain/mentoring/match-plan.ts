import type { MentoringAspect } from './aspect.ts';
import { type Fit, fitOf, type MentorOffer, type Misfit } from './fit.ts';
import type { Cause, Match } from './matching/match-mentors.ts';
import type { MatchingProblem } from './matching/matching-problem.ts';

export type Barred = 'team' | 'judge' | 'together' | 'asked-before';

/**
 * The problem of a programme as it is stored with its plan, under ids. Sorted by id, so that the same programme gives the same
 * text and a change of any part of it shows.
 */
export type MatchProblem = {
  requests: {
    id: string;
    ideaId: string;
    fieldId: string | null;
    aspects: MentoringAspect[];
    language: 'vi' | 'en';
    online: boolean;
    provinceId: number | null;
  }[];
  mentors: (Omit<MentorOffer, 'fieldIds' | 'aspects' | 'languages'> & {
    fieldIds: string[];
    aspects: MentoringAspect[];
    languages: ('vi' | 'en')[];
    places: number;
  })[];
  exclusions: [request: string, mentor: string, why: Barred][];
};

export type MatchAnswer = Match;

export function fitIn(problem: MatchProblem, requestId: string, mentorId: string): Fit | null {
  const request = problem.requests.find(({ id }) => id === requestId);
  const mentor = problem.mentors.find(({ id }) => id === mentorId);
  return request === undefined || mentor === undefined ? null : fitOf({ ...request, wishes: null }, mentor);
}

/** The problem as the matching takes it: every acceptable pair with how well it fits. */
export function matchingProblem({ requests, mentors, exclusions }: MatchProblem): MatchingProblem {
  return {
    teams: requests.map(({ id }) => ({ id, seats: 1 })),
    mentors: mentors.map(({ id, places }) => ({ id, capacity: places })),
    scores: requests.flatMap((request) =>
      mentors.flatMap((mentor): [string, string, number][] => {
        const fit = fitOf({ ...request, wishes: null }, mentor);
        return 'misfit' in fit ? [] : [[request.id, mentor.id, fit.score]];
      }),
    ),
    exclusions,
  };
}

/** Why a request stays without a mentor, for people: what the mentors lack, who is barred, or who took the places. */
export type Unserved =
  | { kind: 'no-mentors' }
  | { kind: 'nobody-fits'; misfits: Record<Misfit, number>; barred: number }
  | { kind: 'taken'; mentors: number };

export function unservedWhy(problem: MatchProblem, requestId: string, cause: Cause): Unserved {
  if (problem.mentors.length === 0) return { kind: 'no-mentors' };
  if (cause.kind === 'taken') return { kind: 'taken', mentors: cause.mentors.length };
  const barred = new Set(problem.exclusions.filter(([id]) => id === requestId).map(([, mentor]) => mentor));
  const misfits: Record<Misfit, number> = { language: 0, place: 0, subject: 0 };
  for (const { id } of problem.mentors) {
    const fit = barred.has(id) ? null : fitIn(problem, requestId, id);
    if (fit !== null && 'misfit' in fit) misfits[fit.misfit] += 1;
  }
  return { kind: 'nobody-fits', misfits, barred: barred.size };
}
