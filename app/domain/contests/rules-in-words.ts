import type { Because } from '#app/domain/refusal.ts';
import type { OthersMarks, RoundPanels } from './contest.ts';
import type { ContestRules, RulesDocument } from './contest-rules.ts';

/** What the sentences say of a round. */
export type RoundInRules = {
  number: number;
  name: string;
  panels?: RoundPanels;
  panelUnits?: readonly { name: string }[];
  othersMarks?: OthersMarks;
};

export type RulesSection = { title: Because; lines: Because[] };

/** `2026-12-31` as `31/12/2026`. */
function written(day: string): string {
  return day.split('-').reverse().join('/');
}

function ages({ minAge, maxAge, ageOn }: ContestRules['entrants']): Because[] {
  if (minAge === null && maxAge === null) return [{ key: 'contests:rules.anyAge' }];
  const limits: Because =
    minAge !== null && maxAge !== null
      ? { key: 'contests:rules.ageBetween', values: { min: minAge, max: maxAge } }
      : minAge !== null
        ? { key: 'contests:rules.ageFrom', values: { min: minAge } }
        : { key: 'contests:rules.ageTo', values: { max: maxAge! } };
  return [
    limits,
    ageOn === null
      ? { key: 'contests:rules.ageAtEntering' }
      : { key: 'contests:rules.ageAt', values: { day: written(ageOn) } },
  ];
}

function passing(pass: ContestRules['pass'][number], { name }: { name: string }): Because[] {
  const lines: Because[] = [];
  if (pass.top !== null) lines.push({ key: 'contests:rules.passTop', values: { round: name, top: pass.top } });
  if (pass.minMean !== null) {
    lines.push({ key: 'contests:rules.passMean', values: { round: name, mean: pass.minMean } });
  }
  if (pass.noZero) lines.push({ key: 'contests:rules.passNoZero', values: { round: name } });
  return lines;
}

/** How the entries of a round are parted, and when judges see others' marks; nothing where neither is out of the ordinary. */
function judgedIn({ name, panels, panelUnits = [], othersMarks }: RoundInRules): Because[] {
  const lines: Because[] = [];
  if (panels === 'DIVISION') lines.push({ key: 'contests:rules.panelsByDivision', values: { round: name } });
  if (panels === 'UNIT') {
    const units = panelUnits.map((unit) => unit.name).join('; ');
    lines.push({ key: 'contests:rules.panelsByUnit', values: { round: name, units } });
  }
  if (othersMarks === 'SUBMITTED') lines.push({ key: 'contests:rules.othersMarks', values: { round: name } });
  return lines;
}

function divisionLimits(
  { division, levels, minAge, maxAge }: ContestRules['divisions'][number],
  divisions: readonly { slug: string; name: string }[] = [],
): Because[] {
  const name = divisions.find(({ slug }) => slug === division)?.name ?? division;
  const lines: Because[] = [];
  if (minAge !== null || maxAge !== null) {
    const values = { division: name, min: minAge ?? '…', max: maxAge ?? '…' };
    lines.push({
      key:
        minAge === null
          ? 'contests:rules.divisionAgeTo'
          : maxAge === null
            ? 'contests:rules.divisionAgeFrom'
            : 'contests:rules.divisionAges',
      values,
    });
  }
  for (const level of levels) {
    lines.push({ key: `contests:rules.divisionLevel.${level}`, values: { division: name } });
  }
  return lines;
}

/** What a division asks of every member, as sentences; none where it asks for nothing of its own. */
export function divisionLines(
  rules: ContestRules,
  division: string,
  divisions: readonly { slug: string; name: string }[] = [],
): Because[] {
  return rules.divisions
    .filter((one) => one.division === division)
    .flatMap((limits) => divisionLimits(limits, divisions));
}

/** What may follow the results: an appeal, and the way upwards. */
export function afterwardsLines(
  { appealDays, upwards, divisions: limits }: Pick<ContestRules, 'appealDays' | 'upwards' | 'divisions'>,
  divisions: readonly { slug: string; name: string }[] = [],
): Because[] {
  return [
    ...(appealDays === null ? [] : [{ key: 'contests:rules.appeal', values: { count: appealDays } }]),
    ...(upwards === null ? [] : [{ key: 'contests:rules.upwards', values: { count: upwards } }]),
    ...limits.flatMap(({ division, upwards: own }): Because[] => {
      const name = divisions.find(({ slug }) => slug === division)?.name ?? division;
      return own === null ? [] : [{ key: 'contests:rules.divisionUpwards', values: { division: name, count: own } }];
    }),
  ];
}

/**
 * The rules as sentences, section by section, in the order in which a thể lệ is read. Every rule that a machine holds
 * entries against has its sentence; nothing is said that no rule stands behind.
 */
export function rulesInWords(
  rules: ContestRules,
  contest: {
    host: string;
    rounds: readonly RoundInRules[];
    divisions?: readonly { slug: string; name: string }[];
    /** Names of fields by id, in the language that is read. */
    fields?: ReadonlyMap<string, string>;
  },
): RulesSection[] {
  const { entrants, entries } = rules;
  const who: Because[] = [
    entrants.from === 'host'
      ? { key: 'contests:rules.fromHost', values: { host: contest.host } }
      : { key: 'contests:rules.fromAnywhere' },
    ...(entrants.from === 'host' && entrants.confirmedMembership ? [{ key: 'contests:rules.confirmed' }] : []),
    ...ages(entrants),
    entrants.teamMin === entrants.teamMax
      ? { key: 'contests:rules.teamExactly', values: { count: entrants.teamMin } }
      : { key: 'contests:rules.teamBetween', values: { min: entrants.teamMin, max: entrants.teamMax } },
    ...(entrants.unitShare === null ? [] : [{ key: 'contests:rules.unitShare', values: { min: entrants.unitShare } }]),
    ...rules.divisions.flatMap((limits) => divisionLimits(limits, contest.divisions)),
    ...entrants.outside.map((rule) => ({ key: `contests:rules.outside.${rule}`, values: { host: contest.host } })),
  ];
  const what: Because[] = [
    { key: entries.versions === 'published' ? 'contests:rules.publishedOnly' : 'contests:rules.submittedToo' },
    ...(entries.perLead === null ? [] : [{ key: 'contests:rules.perLead', values: { count: entries.perLead } }]),
    ...(entries.perPerson === null ? [] : [{ key: 'contests:rules.perPerson', values: { count: entries.perPerson } }]),
    ...(entries.perSolo === null ? [] : [{ key: 'contests:rules.perSolo', values: { count: entries.perSolo } }]),
    ...(entries.perUnit === null ? [] : [{ key: 'contests:rules.perUnit', values: { count: entries.perUnit } }]),
    ...(entries.fieldIds.length === 0
      ? []
      : [
          {
            key: 'contests:rules.fieldsOnly',
            values: { fields: entries.fieldIds.map((id) => contest.fields?.get(id) ?? id).join(', ') },
          },
        ]),
    ...(entries.minFiles === 0 ? [] : [{ key: 'contests:rules.minFiles', values: { count: entries.minFiles } }]),
    ...entries.questions.map((question) => ({ key: 'contests:rules.question', values: { question } })),
    { key: 'contests:rules.frozen' },
    { key: 'contests:rules.serverClock' },
  ];
  const judged: Because[] = [
    { key: rules.blind ? 'contests:rules.blind' : 'contests:rules.notBlind' },
    { key: 'contests:rules.conflicts' },
    ...(rules.conflicts.sameUnit ? [{ key: 'contests:rules.sameUnit', values: { host: contest.host } }] : []),
    ...(rules.judging.gap === null ? [] : [{ key: 'contests:rules.gap', values: { gap: rules.judging.gap } }]),
    ...(rules.judging.quorum === null
      ? []
      : [{ key: 'contests:rules.quorum', values: { quorum: rules.judging.quorum } }]),
    ...contest.rounds.flatMap(judgedIn),
  ];
  const on = rules.pass.flatMap((pass) => {
    const round = contest.rounds.find(({ number }) => number === pass.round);
    return round === undefined ? [] : passing(pass, round);
  });
  const afterwards = afterwardsLines(rules, contest.divisions);
  return [
    { title: { key: 'contests:rules.who' }, lines: who },
    { title: { key: 'contests:rules.what' }, lines: what },
    { title: { key: 'contests:rules.judged' }, lines: judged },
    ...(on.length === 0 ? [] : [{ title: { key: 'contests:rules.passing' }, lines: on }]),
    ...(afterwards.length === 0 ? [] : [{ title: { key: 'contests:rules.afterwards' }, lines: afterwards }]),
  ];
}

/** `2026-11-22T10:00:00.000Z` as `22/11/2026 17:00`, Vietnam time. */
function moment(iso: string): string {
  const there = new Date(Date.parse(iso) + 7 * 3_600_000).toISOString();
  return `${written(there.slice(0, 10))} ${there.slice(11, 16)}`;
}

/** Awards and ties as sentences, for telling what changed. */
function awardsInWords(rules: ContestRules, divisions: readonly { slug: string; name: string }[]): Because[] {
  const { awards, ties, thresholds } = rules;
  const own = rules.divisions.flatMap(({ division, places }): Because[] => {
    const name = divisions.find(({ slug }) => slug === division)?.name ?? division;
    return places.flatMap((count, at) =>
      count === null || awards[at] === undefined
        ? []
        : [{ key: 'contests:rules.divisionPlaces', values: { division: name, award: awards[at].name, count } }],
    );
  });
  return [
    ...awards.map(
      ({ name, from, places }): Because => ({
        key:
          from === null
            ? places === null
              ? 'awards:inRules.award'
              : 'awards:inRules.awardPlaces'
            : places === null
              ? 'awards:inRules.awardFrom'
              : 'awards:inRules.awardFromPlaces',
        values: { name, ...(from === null ? {} : { from }), ...(places === null ? {} : { places }) },
      }),
    ),
    ...(thresholds === 'ADJUSTED' ? [{ key: 'awards:inRules.thresholdsAdjusted' }] : []),
    ...ties.map(
      (by, at): Because =>
        by.startsWith('criterion-')
          ? { key: 'contests:rules.tieCriterion', values: { order: at + 1, number: Number(by.slice(10)) } }
          : { key: `contests:rules.tie.${by}`, values: { order: at + 1 } },
    ),
    ...own,
  ];
}

/** A whole frozen document as sentences: calendar, rules, rounds and criteria. */
export function documentInWords(document: RulesDocument, fields?: ReadonlyMap<string, string>): Because[] {
  const { contest, rules, divisions, rounds } = document;
  return [
    { key: 'contests:rules.nameIs', values: { name: contest.name } },
    { key: 'contests:rules.opensOn', values: { at: moment(contest.opensAt) } },
    ...(contest.suspendedAt === undefined
      ? []
      : [{ key: 'contests:rules.suspended', values: { at: moment(contest.suspendedAt) } }]),
    { key: 'contests:rules.closesOn', values: { at: moment(contest.closesAt) } },
    ...rounds.map(({ name, opensAt, closesAt, reviewsPerEntry }) => ({
      key: 'contests:rules.marksOn',
      values: { round: name, from: moment(opensAt), to: moment(closesAt), reviews: reviewsPerEntry },
    })),
    ...rulesInWords(rules, { host: contest.host.name, rounds, divisions, fields }).flatMap(({ lines }) => lines),
    ...awardsInWords(rules, divisions),
    ...rounds.flatMap(({ name: round, method, rubrics }) => [
      { key: 'contests:rules.methodOf', values: { round, method } },
      ...rubrics.flatMap(({ criteria }) =>
        criteria.map(({ name, weight, min, max }) => ({
          key: 'contests:rules.criterionOf',
          values: { round, name, weight, min, max },
        })),
      ),
    ]),
  ];
}

/** What one version of the rules says that the other does not, sentence by sentence. */
export function differenceInWords(
  before: RulesDocument,
  after: RulesDocument,
  fields?: ReadonlyMap<string, string>,
): { removed: Because[]; added: Because[] } {
  const [old, fresh] = [documentInWords(before, fields), documentInWords(after, fields)];
  const without = (some: Because[], others: Because[]) => {
    const said = new Set(others.map((line) => JSON.stringify(line)));
    return some.filter((line) => !said.has(JSON.stringify(line)));
  };
  return { removed: without(old, fresh), added: without(fresh, old) };
}
