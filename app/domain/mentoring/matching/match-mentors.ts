import { bestPairs, type Network } from './best-pairs.ts';
import { type Arithmetic, exactScores, withBigInts, withNumbers } from './exact.ts';
import type { MatchingProblem } from './matching-problem.ts';

/** Why a team has no mentor. */
export type Cause =
  | { kind: 'no-seats' }
  /** Nobody fits: no score with anyone, or only with mentors the team may not have. */
  | { kind: 'no-acceptable'; excluded: { mentor: string; why?: string }[] }
  /** Every acceptable mentor, and every mentor those teams could move to, has no place left. */
  | { kind: 'taken'; mentors: { mentor: string; teams: string[] }[] };

export type Match = {
  status: 'optimal';
  /** Teams with at least one mentor. */
  served: number;
  /** Sum of the scores of the pairs. */
  total: number;
  /** Sorted by team, then mentor. */
  pairs: [team: string, mentor: string][];
  unserved: { team: string; cause: Cause }[];
};

const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * First the most teams with at least one mentor, then the greatest sum of scores, then the most pairs. Exact, and the same for
 * the same problem in whatever order its records come. The problem must be sound: readMatchingProblem sees to it.
 */
export function matchMentors({ teams, mentors, scores, exclusions = [] }: MatchingProblem): Match {
  const teamIds = teams.map(({ id }) => id).sort(byCode);
  const mentorIds = mentors.map(({ id }) => id).sort(byCode);
  const teamAt = new Map(teamIds.map((id, at) => [id, at]));
  const mentorAt = new Map(mentorIds.map((id, at) => [id, at]));
  const seats: number[] = new Array(teamIds.length);
  for (const team of teams) seats[teamAt.get(team.id)!] = team.seats ?? 1;
  const capacity: number[] = new Array(mentorIds.length);
  for (const mentor of mentors) capacity[mentorAt.get(mentor.id)!] = mentor.capacity;

  const excluded = teamIds.map(() => new Map<number, string | undefined>());
  for (const [team, mentor, why] of exclusions) excluded[teamAt.get(team)!]!.set(mentorAt.get(mentor)!, why);
  const exact = exactScores(scores.map(([, , score]) => score));
  const fits = teamIds.map(() => new Map<number, bigint>());
  scores.forEach(([team, mentor], index) => {
    const [t, m] = [teamAt.get(team)!, mentorAt.get(mentor)!];
    if (!excluded[t]!.has(m)) fits[t]!.set(m, exact.units[index]!);
  });
  // A mentor without capacity is no way for anyone: kept for the reasons, left out of the search.
  const open = fits.map((row) => [...row].filter(([m]) => capacity[m]! > 0).sort(([a], [b]) => a - b));

  const held = search(seats, capacity, open);
  const holders = mentorIds.map(() => [] as number[]);
  held.forEach((list, t) => {
    for (const m of list) holders[m]!.push(t);
  });

  const pairs = held.flatMap((list, t) =>
    [...list].sort((a, b) => a - b).map((m): [string, string] => [teamIds[t]!, mentorIds[m]!]),
  );
  const sum = held.reduce((all, list, t) => [...list].reduce((part, m) => part + fits[t]!.get(m)!, all), 0n);

  const causeFor = (team: number): Cause => {
    if (seats[team] === 0) return { kind: 'no-seats' };
    if (fits[team]!.size === 0) {
      const barred = [...excluded[team]!].sort(([a], [b]) => a - b);
      return { kind: 'no-acceptable', excluded: barred.map(([m, why]) => ({ mentor: mentorIds[m]!, why })) };
    }
    const reached = new Set<number>();
    const waiting = [team];
    const asked = new Set(waiting);
    for (const t of waiting) {
      for (const m of fits[t]!.keys()) {
        if (reached.has(m)) continue;
        reached.add(m);
        for (const holder of holders[m]!) {
          if (asked.has(holder)) continue;
          asked.add(holder);
          waiting.push(holder);
        }
      }
    }
    const taken = [...reached].sort((a, b) => a - b);
    return {
      kind: 'taken',
      mentors: taken.map((m) => ({ mentor: mentorIds[m]!, teams: holders[m]!.map((t) => teamIds[t]!) })),
    };
  };

  return {
    status: 'optimal',
    served: held.filter((list) => list.size > 0).length,
    total: exact.toNumber(sum),
    pairs,
    unserved: held.flatMap((list, t) => (list.size > 0 ? [] : [{ team: teamIds[t]!, cause: causeFor(t) }])),
  };
}

/** Chooses plain numbers where every sum stays a safe integer, and bigints where not. */
function search(seats: number[], capacity: number[], open: [number, bigint][][]): Set<number>[] {
  let greatest = 0n;
  for (const row of open) for (const [, gain] of row) if (gain > greatest) greatest = gain;
  const nodes = BigInt(seats.length + capacity.length + 2);
  const mostPairs = open.reduce((all, row, t) => all + BigInt(Math.min(row.length, seats[t]!)), 0n);
  const firstGain = greatest * mostPairs + 1n;
  const safe = 8n * (firstGain + nodes * greatest) < BigInt(Number.MAX_SAFE_INTEGER);
  const solve = <N>(arithmetic: Arithmetic<N>, of: (units: bigint) => N) => {
    const network: Network<N> = {
      seats,
      capacity,
      acceptable: open.map((row) => row.map(([mentor, gain]) => ({ mentor, gain: of(gain) }))),
      firstGain: of(firstGain),
    };
    return bestPairs(network, arithmetic);
  };
  return safe ? solve(withNumbers, Number) : solve(withBigInts, (units) => units);
}

/** The cause in a sentence, under the ids of the file. */
export function causeInWords(cause: Cause): string {
  if (cause.kind === 'no-seats') return 'takes no mentor: seats is 0';
  if (cause.kind === 'no-acceptable') {
    if (cause.excluded.length === 0) return 'no acceptable mentor: no score with any mentor';
    const names = cause.excluded.map(({ mentor, why }) => (why ? `${mentor} (${why})` : mentor));
    return `no acceptable mentor: excluded from ${names.join(', ')}, no score with any other`;
  }
  const names = cause.mentors.map(({ mentor, teams }) =>
    teams.length === 0 ? `${mentor} has capacity 0` : `${mentor} is taken by ${teams.join(', ')}`,
  );
  return `no capacity left: ${names.join('; ')}`;
}
