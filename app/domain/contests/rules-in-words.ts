import type { Because } from '#app/domain/refusal.ts';
import type { ContestRules } from './contest-rules.ts';

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

/**
 * The rules as sentences, section by section, in the order in which a thể lệ is read. Every rule that a machine holds
 * entries against has its sentence; nothing is said that no rule stands behind.
 */
export function rulesInWords(
  rules: ContestRules,
  contest: { host: string; rounds: readonly { number: number; name: string }[] },
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
  ];
  const what: Because[] = [
    { key: entries.versions === 'published' ? 'contests:rules.publishedOnly' : 'contests:rules.submittedToo' },
    ...(entries.perLead === null ? [] : [{ key: 'contests:rules.perLead', values: { count: entries.perLead } }]),
    ...(entries.perPerson === null ? [] : [{ key: 'contests:rules.perPerson', values: { count: entries.perPerson } }]),
    { key: 'contests:rules.frozen' },
    { key: 'contests:rules.serverClock' },
  ];
  const judged: Because[] = [
    { key: rules.blind ? 'contests:rules.blind' : 'contests:rules.notBlind' },
    { key: 'contests:rules.conflicts' },
    ...(rules.conflicts.sameUnit ? [{ key: 'contests:rules.sameUnit', values: { host: contest.host } }] : []),
  ];
  const on = rules.pass.flatMap((pass) => {
    const round = contest.rounds.find(({ number }) => number === pass.round);
    return round === undefined ? [] : passing(pass, round);
  });
  return [
    { title: { key: 'contests:rules.who' }, lines: who },
    { title: { key: 'contests:rules.what' }, lines: what },
    { title: { key: 'contests:rules.judged' }, lines: judged },
    ...(on.length === 0 ? [] : [{ title: { key: 'contests:rules.passing' }, lines: on }]),
  ];
}
