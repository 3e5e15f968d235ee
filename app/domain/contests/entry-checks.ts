import { ageOn, dateOfDay } from '#app/domain/people/day.ts';
import type { Because } from '#app/domain/refusal.ts';
import type { ContestRules } from './contest-rules.ts';
import type { Leak } from './own-names.ts';

export type Candidate = {
  at: Date;
  hostName: string;
  /** Whether the person who enters it leads the idea's team. */
  byLead: boolean;
  /** This idea already stands in this contest (another entry than the one looked at). */
  enteredAlready: boolean;
  version: { published: boolean; declined: boolean };
  team: {
    name: string;
    birthDate: Date;
    lead: boolean;
    /** Standing entries of this contest this person leads, and is in at all, this one not counted. */
    leads: number;
    isIn: number;
  }[];
  /** Of the lead; `inHost`: in the host's subtree now, or in a unit that became part of it. */
  memberships: { inHost: boolean; confirmed: boolean }[];
  /** What in the text or in the names of files would tell judges who wrote it. */
  leaks: Leak[];
};

/** Birth dates are nobody's to read off a refusal: who is too young or too old is named, the age is not. */
function brokenByAge({ entrants }: ContestRules, { team, at }: Candidate): Because[] {
  const { minAge, maxAge } = entrants;
  const on = entrants.ageOn === null ? at : new Date(dateOfDay(entrants.ageOn).getTime() + 12 * 3_600_000);
  return team.flatMap(({ name, birthDate }): Because[] => {
    const age = ageOn(birthDate, on);
    if (minAge !== null && age < minAge) return [{ key: 'contests:breaks.tooYoung', values: { name, min: minAge } }];
    if (maxAge !== null && age > maxAge) return [{ key: 'contests:breaks.tooOld', values: { name, max: maxAge } }];
    return [];
  });
}

function brokenByTeam({ entrants, entries }: ContestRules, { team }: Candidate): Because[] {
  const broken: Because[] = [];
  if (team.length < entrants.teamMin) {
    broken.push({ key: 'contests:breaks.teamTooSmall', values: { count: team.length, min: entrants.teamMin } });
  }
  if (team.length > entrants.teamMax) {
    broken.push({ key: 'contests:breaks.teamTooBig', values: { count: team.length, max: entrants.teamMax } });
  }
  for (const { name, lead, leads, isIn } of team) {
    if (lead && entries.perLead !== null && leads >= entries.perLead) {
      broken.push({ key: 'contests:breaks.leadsTooMany', values: { name, count: entries.perLead } });
    }
    if (entries.perPerson !== null && isIn >= entries.perPerson) {
      broken.push({ key: 'contests:breaks.inTooMany', values: { name, count: entries.perPerson } });
    }
  }
  return broken;
}

function brokenByPlace({ entrants }: ContestRules, { memberships, hostName }: Candidate): Because[] {
  if (entrants.from === 'anyone') return [];
  const here = memberships.filter(({ inHost }) => inHost);
  if (here.length === 0) return [{ key: 'contests:breaks.notFromHost', values: { host: hostName } }];
  if (entrants.confirmedMembership && !here.some(({ confirmed }) => confirmed)) {
    return [{ key: 'contests:breaks.notConfirmed' }];
  }
  return [];
}

/**
 * Every rule this entry would break, each with what to do about it; empty where it may be entered. The same list stands on
 * the page before the button and is insisted on inside the transaction.
 */
export function brokenRules(rules: ContestRules, candidate: Candidate): Because[] {
  const { version, leaks } = candidate;
  return [
    ...(candidate.byLead ? [] : [{ key: 'contests:breaks.notLead' }]),
    ...(candidate.enteredAlready ? [{ key: 'contests:breaks.enteredAlready' }] : []),
    ...(version.declined ? [{ key: 'contests:breaks.declined' }] : []),
    ...(!version.declined && rules.entries.versions === 'published' && !version.published
      ? [{ key: 'contests:breaks.notPublished' }]
      : []),
    ...brokenByPlace(rules, candidate),
    ...brokenByTeam(rules, candidate),
    ...brokenByAge(rules, candidate),
    ...(rules.blind
      ? leaks.map(({ kind, section }) => ({ key: `contests:breaks.leak.${kind}`, values: { section } }))
      : []),
  ];
}
