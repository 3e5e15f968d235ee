import type { Because } from '#app/domain/refusal.ts';
import type { RoundPanels } from './contest.ts';
import { type ContestRules, placesIn, type SchoolLevel, upwardsFrom } from './contest-rules.ts';

/** The page on which a contradiction is mended; a round by its number. */
export type Place = 'rules' | 'awards' | 'divisions' | number;

/** `grave`: nothing can satisfy it, so the contest cannot open; the rest may be meant, and is said beside the form. */
export type Contradiction = Because & { grave: boolean; at: Place };

type Contest = {
  opensAt: Date;
  closesAt: Date;
  rules: ContestRules;
  divisions: readonly { id: string; slug: string; name: string }[];
  rounds: readonly {
    number: number;
    name: string;
    opensAt: Date;
    closesAt: Date;
    reviewsPerEntry: number;
    method: 'RAW' | 'ADJUSTED';
    panels?: RoundPanels;
    panelUnits?: readonly { id: number }[];
    /** Divisions that have a rubric of their own; null stands for the one of all others. */
    rubrics: readonly { divisionId: string | null; criteria: number }[];
  }[];
};

/** Ages at which pupils of a level are met, with a year of grace on both sides. */
const agesOf: Record<SchoolLevel, readonly [number, number]> = {
  PRIMARY: [5, 12],
  LOWER_SECONDARY: [10, 16],
  UPPER_SECONDARY: [14, 20],
  COLLEGE: [17, 120],
};

/**
 * What in a contest's rules contradicts itself: what nobody could satisfy, a prize nobody can reach, a cut that cuts nothing. Only
 * what the rules alone tell; what depends on how many enter and how they are marked, the rehearsal finds out.
 */
export function contradictionsIn(contest: Contest): Contradiction[] {
  return [
    ...inCalendar(contest),
    ...inEntrants(contest),
    ...inDivisions(contest),
    ...inRounds(contest),
    ...inAwards(contest),
    ...inTies(contest),
  ];
}

function found(at: Place, grave: boolean, key: string, values?: Because['values']): Contradiction {
  return { key: `organising:contradictions.${key}`, ...(values === undefined ? {} : { values }), grave, at };
}

function inCalendar({ closesAt, rules, rounds }: Contest): Contradiction[] {
  const list: Contradiction[] = [];
  const { ageOn } = rules.entrants;
  const year = 365 * 86_400_000;
  if (ageOn !== null && Math.abs(Date.parse(`${ageOn}T12:00:00+07:00`) - closesAt.getTime()) > 1.5 * year) {
    list.push(found('rules', false, 'ageOnFar', { day: ageOn.split('-').reverse().join('/') }));
  }
  let before: { name: string | null; closesAt: Date } = { name: null, closesAt };
  for (const { number, name, opensAt, closesAt: due } of rounds) {
    if (opensAt.getTime() < before.closesAt.getTime()) {
      list.push(
        before.name === null
          ? found(number, false, 'roundBeforeDeadline', { round: name })
          : found(number, false, 'roundBeforeRound', { round: name, before: before.name }),
      );
    }
    before = { name, closesAt: due };
  }
  return list;
}

function inEntrants({ rules: { entrants, entries, awards, pass } }: Contest): Contradiction[] {
  const list: Contradiction[] = [];
  const doubt = (key: string, values?: Because['values']) => list.push(found('rules', false, key, values));
  if (entrants.from === 'anyone' && entrants.confirmedMembership) doubt('confirmedOfAnyone');
  if (entries.perSolo !== null && entrants.teamMin > 1) doubt('soloInTeams', { min: entrants.teamMin });
  if (entries.perLead !== null && entries.perPerson !== null && entries.perLead > entries.perPerson) {
    doubt('leadsMoreThanIn', { lead: entries.perLead, count: entries.perPerson });
  }
  if (entrants.unitShare !== null && entrants.teamMax === 1) doubt('shareOfOne');
  if (entrants.outside.length > 0 && awards.length === 0 && pass.length === 0) doubt('outsideOfNothing');
  return list;
}

function inDivisions({ rules, divisions }: Contest): Contradiction[] {
  const list: Contradiction[] = [];
  const { minAge, maxAge } = rules.entrants;
  for (const limits of rules.divisions) {
    const division = divisions.find(({ slug }) => slug === limits.division)?.name;
    if (division === undefined) {
      list.push(found('divisions', false, 'noSuchDivision', { division: limits.division }));
      continue;
    }
    const least = Math.max(minAge ?? 0, limits.minAge ?? 0);
    const most = Math.min(maxAge ?? 120, limits.maxAge ?? 120);
    if (least > most) {
      list.push(found('divisions', true, 'agesNobody', { division, min: least, max: most }));
      continue;
    }
    const shut = limits.levels.filter((level) => agesOf[level][1] < least || agesOf[level][0] > most);
    const values = { division, min: least, max: most };
    if (shut.length > 0 && shut.length === limits.levels.length) {
      list.push(found('divisions', true, 'levelsNobody', values));
    } else {
      for (const level of shut) list.push(found('divisions', false, `levelShut.${level}`, values));
    }
  }
  return list;
}

function inRounds({ rules, divisions, rounds }: Contest): Contradiction[] {
  const list: Contradiction[] = [];
  const { quorum, gap } = rules.judging;
  let field: number | null = null;
  for (const [index, { number, name, reviewsPerEntry, method, panels, panelUnits = [] }] of rounds.entries()) {
    const pass = rules.pass.find((one) => one.round === number);
    const values = { round: name };
    if (quorum !== null && quorum > reviewsPerEntry) {
      list.push(found(number, true, 'quorumBeyond', { ...values, quorum, reviews: reviewsPerEntry }));
    }
    if (gap !== null && reviewsPerEntry === 1) list.push(found(number, false, 'gapOfOne', values));
    if (method === 'ADJUSTED' && reviewsPerEntry === 1) list.push(found(number, false, 'adjustedOfOne', values));
    const parts = panels === 'DIVISION' ? divisions.length : panels === 'UNIT' ? panelUnits.length : null;
    if (parts === 1) list.push(found(number, false, 'panelsOfOne', values));
    const top = pass?.top ?? null;
    if (field !== null && top !== null && top > field) {
      list.push(found(number, true, 'cutBeyondField', { ...values, top, field }));
    } else if (field !== null && top === field && pass?.minMean === null && !pass.noZero) {
      list.push(found(number, false, 'cutIsField', { ...values, top }));
    }
    if (pass === undefined && index < rounds.length - 1) list.push(found(number, false, 'nobodyCut', values));
    field = top === null ? field : field === null ? top : Math.min(field, top);
  }
  return list;
}

/** How many of a division can be awarded at most, by the cuts; null where no cut says. */
function mostAwarded({ rules, rounds }: Contest): number | null {
  const tops = rounds.flatMap(({ number }) => rules.pass.find((one) => one.round === number)?.top ?? []);
  return tops.length === 0 ? null : Math.min(...tops);
}

function inAwards(contest: Contest): Contradiction[] {
  const list: Contradiction[] = [];
  const { rules, divisions, rounds } = contest;
  const last = rules.pass.find((one) => one.round === rounds.at(-1)?.number);
  const least = last?.minMean ?? 0;
  const cut = mostAwarded(contest);
  const gives = divisions.map(({ slug, name }) => ({ name, slug, places: placesIn(rules, slug) }));
  for (const [at, { name, from }] of rules.awards.entries()) {
    if (gives.length > 0 && gives.every(({ places }) => places[at] === 0)) {
      list.push(found('divisions', true, 'awardNowhere', { award: name }));
      continue;
    }
    const floor = Math.max(from ?? 0, least);
    const above = rules.awards
      .slice(0, at)
      .find((better, index) => (better.from ?? 0) <= floor && gives.every(({ places }) => places[index] === null));
    if (above !== undefined && gives.length > 0) {
      const values = { award: name, above: above.name, min: Math.max(above.from ?? 0, least) };
      list.push(found('awards', true, 'awardUnreachable', values));
    }
  }
  for (const { name, slug, places } of gives) {
    const limited = places.every((count) => count !== null);
    const sum = places.reduce<number>((total, count) => total + (count ?? 0), 0);
    if (cut !== null && sum > cut) {
      list.push(found('awards', false, 'moreAwardsThanEntries', { division: name, count: sum, cut }));
    }
    const upwards = upwardsFrom(rules, slug);
    if (upwards !== null && cut !== null && upwards > cut) {
      list.push(found('awards', true, 'upwardsBeyondCut', { division: name, count: upwards, cut }));
    } else if (upwards !== null && limited && places.length > 0 && upwards > sum) {
      list.push(found('awards', false, 'upwardsBeyondAwards', { division: name, count: upwards, awards: sum }));
    }
  }
  return list;
}

function inTies({ rules, divisions, rounds }: Contest): Contradiction[] {
  const list: Contradiction[] = [];
  for (const by of rules.ties) {
    if (by === 'mean' || by === 'adjusted') {
      const ranked = by === 'mean' ? 'RAW' : 'ADJUSTED';
      if (rounds.length > 0 && rounds.every(({ method }) => method === ranked)) {
        list.push(found('awards', false, by === 'mean' ? 'tieByMean' : 'tieByAdjusted'));
      }
      continue;
    }
    if (!by.startsWith('criterion-')) continue;
    const number = Number(by.slice('criterion-'.length));
    const without = rounds.flatMap(({ name: round, rubrics }) =>
      divisions.flatMap(({ id, name }) => {
        const rubric = rubrics.find((one) => one.divisionId === id) ?? rubrics.find((one) => one.divisionId === null);
        return rubric !== undefined && rubric.criteria < number ? [{ round, division: name }] : [];
      }),
    );
    const pairs = rounds.length * divisions.length;
    if (without.length === 0) continue;
    if (without.length === pairs) list.push(found('awards', true, 'tieNoCriterion', { number }));
    else list.push(found('awards', false, 'tieSomeCriterion', { number, ...without[0]! }));
  }
  return list;
}
