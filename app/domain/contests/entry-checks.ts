import { ageOn, dateOfDay } from '#app/domain/people/day.ts';
import type { Because } from '#app/domain/refusal.ts';
import type { ContestRules, SchoolLevel } from './contest-rules.ts';
import type { Leak } from './own-names.ts';

export type Candidate = {
  at: Date;
  hostName: string;
  /** Whether the person who enters it leads the idea's team. */
  byLead: boolean;
  /** This idea already stands in this contest (another entry than the one looked at). */
  enteredAlready: boolean;
  version: { published: boolean; declined: boolean; fieldId: string | null; files: number };
  team: {
    name: string;
    birthDate: Date;
    lead: boolean;
    /** Standing entries of this contest this person leads, makes alone, and is in at all, this one not counted. */
    leads: number;
    solos: number;
    isIn: number;
    /** Of the schools this person belongs to now. */
    levels: readonly SchoolLevel[];
    /** Belongs now to the unit the idea is put forward by, or to one below it. */
    inUnit: boolean;
  }[];
  /** Standing entries of this contest from the same unit, this one not counted; null where the idea names no unit. */
  unitEntries: number | null;
  /** Of the lead; `inHost`: in the host's subtree now, or in a unit that became part of it. */
  memberships: { inHost: boolean; confirmed: boolean }[];
  /** What in the text or in the names of files would tell judges who wrote it. */
  leaks: Leak[];
};

/** Birth dates are nobody's to read off a refusal: who is too young or too old is named, the age is not. */
export function brokenByAge(
  { entrants }: { entrants: Pick<ContestRules['entrants'], 'minAge' | 'maxAge' | 'ageOn'> },
  { team, at }: { team: readonly { name: string; birthDate: Date }[]; at: Date },
): Because[] {
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
  const share = (100 * team.filter(({ inUnit }) => inUnit).length) / Math.max(1, team.length);
  if (entrants.unitShare !== null && share < entrants.unitShare) {
    broken.push({ key: 'contests:breaks.unitShare', values: { share: Math.floor(share), min: entrants.unitShare } });
  }
  const [solo] = team;
  if (team.length === 1 && solo && entries.perSolo !== null && solo.solos >= entries.perSolo) {
    broken.push({ key: 'contests:breaks.soloTooMany', values: { name: solo.name, count: entries.perSolo } });
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

function brokenByWork({ entries }: ContestRules, { version, unitEntries }: Candidate): Because[] {
  const broken: Because[] = [];
  if (entries.fieldIds.length > 0 && (version.fieldId === null || !entries.fieldIds.includes(version.fieldId))) {
    broken.push({ key: 'contests:breaks.otherField' });
  }
  if (version.files < entries.minFiles) {
    broken.push({ key: 'contests:breaks.fewFiles', values: { count: version.files, min: entries.minFiles } });
  }
  if (entries.perUnit !== null && unitEntries === null) broken.push({ key: 'contests:breaks.noUnit' });
  if (entries.perUnit !== null && (unitEntries ?? 0) >= entries.perUnit) {
    broken.push({ key: 'contests:breaks.unitFull', values: { count: entries.perUnit } });
  }
  return broken;
}

/** What of a division's own conditions a team breaks. */
export function brokenByDivision(
  rules: ContestRules,
  division: string,
  { team, at }: Pick<Candidate, 'team' | 'at'>,
): Because[] {
  const limits = rules.divisions.find((one) => one.division === division);
  if (limits === undefined) return [];
  const { minAge, maxAge } = limits;
  const ages = brokenByAge({ entrants: { ...rules.entrants, minAge, maxAge } }, { team, at });
  const levels = team.flatMap(({ name, levels: own }): Because[] =>
    limits.levels.length === 0 || own.some((level) => limits.levels.includes(level))
      ? []
      : [{ key: 'contests:breaks.otherLevel', values: { name } }],
  );
  return [...ages, ...levels];
}

/** Bậc học a school's folded name tells; null where it tells none. */
export function levelOfSchool(folded: string): SchoolLevel | null {
  if (/\b(tieu hoc)\b/.test(folded)) return 'PRIMARY';
  if (/\b(thcs|trung hoc co so)\b/.test(folded)) return 'LOWER_SECONDARY';
  if (/\b(thpt|trung hoc pho thong|gdnn gdtx|gdtx)\b/.test(folded)) return 'UPPER_SECONDARY';
  if (/\b(dai hoc|cao dang|hoc vien|trung cap)\b/.test(folded)) return 'COLLEGE';
  return null;
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
    ...brokenByWork(rules, candidate),
    ...(rules.blind
      ? leaks.map(({ kind, section }) => ({ key: `contests:breaks.leak.${kind}`, values: { section } }))
      : []),
  ];
}
