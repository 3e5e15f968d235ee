/** Teams and mentors under their ids, as a file or the site hands them in. */
export type MatchingProblem = {
  /** `seats`: the most mentors the team takes, all different; 1 where absent. */
  teams: readonly { id: string; seats?: number }[];
  /** `capacity`: the most teams the mentor takes. */
  mentors: readonly { id: string; capacity: number }[];
  /** How well a pair fits, 0 or more; a pair that is not listed is not acceptable. */
  scores: readonly (readonly [team: string, mentor: string, score: number])[];
  /** Pairs that may never be; they beat a score. */
  exclusions?: readonly (readonly [team: string, mentor: string, why?: string])[];
};

/** A problem that cannot be answered as it was given: says which record, which field and why. */
export class UnusableProblem extends Error {
  constructor(
    readonly place: string,
    readonly reason: string,
  ) {
    super(`${place}: ${reason}`);
  }
}

/**
 * Reads a problem from parsed JSON. Fields it does not know are passed over.
 * Throws UnusableProblem naming the record and field: ids that are not text, repeated or unknown ids, a pair given twice,
 * seats and capacities that are not whole numbers from 0, scores that are negative or not finite.
 */
export function readMatchingProblem(input: unknown): MatchingProblem {
  const file = record(input, 'the file');
  const teams = list(file.teams, 'teams').map((item, index) => {
    const team = record(item, `teams[${index}]`);
    return { id: id(team.id, `teams[${index}].id`), seats: whole(team.seats ?? 1, `teams[${index}].seats`) };
  });
  const mentors = list(file.mentors, 'mentors').map((item, index) => {
    const mentor = record(item, `mentors[${index}]`);
    return {
      id: id(mentor.id, `mentors[${index}].id`),
      capacity: whole(mentor.capacity, `mentors[${index}].capacity`),
    };
  });
  const known = { teams: distinct(teams, 'teams'), mentors: distinct(mentors, 'mentors') };
  let sum = 0;
  const scores = pairs(file.scores ?? [], 'scores', known).map(({ team, mentor, third, place }) => {
    if (typeof third !== 'number' || !Number.isFinite(third)) throw new UnusableProblem(`${place}[2]`, 'not a number');
    if (third < 0) throw new UnusableProblem(`${place}[2]`, `a score is 0 or more, not ${third}`);
    sum += third;
    if (!Number.isFinite(sum))
      throw new UnusableProblem(`${place}[2]`, 'scores up to here add up to more than a number holds');
    return [team, mentor, third] as const;
  });
  const exclusions = pairs(file.exclusions ?? [], 'exclusions', known).map(({ team, mentor, third, place }) => {
    if (third === undefined || third === null) return [team, mentor] as const;
    if (typeof third !== 'string') throw new UnusableProblem(`${place}[2]`, 'a reason is text');
    return [team, mentor, third] as const;
  });
  return { teams, mentors, scores, exclusions };
}

function record(value: unknown, place: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UnusableProblem(place, 'not an object');
  }
  return value as Record<string, unknown>;
}

function list(value: unknown, place: string): unknown[] {
  if (!Array.isArray(value)) throw new UnusableProblem(place, value === undefined ? 'missing' : 'not a list');
  return value;
}

function id(value: unknown, place: string): string {
  if (typeof value !== 'string') throw new UnusableProblem(place, value === undefined ? 'missing' : 'an id is text');
  if (value === '') throw new UnusableProblem(place, 'an id is not empty');
  return value;
}

function whole(value: unknown, place: string): number {
  if (value === undefined) throw new UnusableProblem(place, 'missing');
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw new UnusableProblem(place, 'not a whole number from 0');
  }
  return value;
}

function distinct(records: { id: string }[], place: string): Set<string> {
  const seen = new Set<string>();
  records.forEach(({ id }, index) => {
    if (seen.has(id)) throw new UnusableProblem(`${place}[${index}].id`, `"${id}" is given twice`);
    seen.add(id);
  });
  return seen;
}

type Pair = { team: string; mentor: string; third: unknown; place: string };

function pairs(value: unknown, name: string, known: { teams: Set<string>; mentors: Set<string> }): Pair[] {
  const seen = new Map<string, Set<string>>();
  return list(value, name).map((item, index) => {
    const place = `${name}[${index}]`;
    const [team, mentor, third] = list(item, place);
    if (typeof team !== 'string') throw new UnusableProblem(`${place}[0]`, 'an id is text');
    if (typeof mentor !== 'string') throw new UnusableProblem(`${place}[1]`, 'an id is text');
    if (!known.teams.has(team)) throw new UnusableProblem(`${place}[0]`, `no team "${team}"`);
    if (!known.mentors.has(mentor)) throw new UnusableProblem(`${place}[1]`, `no mentor "${mentor}"`);
    const partners = seen.get(team) ?? new Set();
    if (partners.has(mentor)) throw new UnusableProblem(place, `the pair "${team}", "${mentor}" is given twice`);
    seen.set(team, partners.add(mentor));
    return { team, mentor, third, place };
  });
}
