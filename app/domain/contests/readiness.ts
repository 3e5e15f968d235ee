import type { Because } from '#app/domain/refusal.ts';
import type { ContestRules } from './contest-rules.ts';
import { contradictionsIn } from './contradictions.ts';

type Prepared = {
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
    /** Divisions that have a rubric of their own; null stands for the one of all others. */
    rubrics: readonly { divisionId: string | null; criteria: number }[];
  }[];
  chairs: number;
};

/** What still keeps a contest from opening, each in words of what to do; empty when it may open. */
export function missingBeforeOpening(contest: Prepared, at: Date): Because[] {
  const { rules, divisions, rounds } = contest;
  const missing: Because[] = [];
  if (contest.closesAt.getTime() <= at.getTime()) missing.push({ key: 'organising:missing.closesInPast' });
  if (contest.closesAt.getTime() <= contest.opensAt.getTime())
    missing.push({ key: 'organising:missing.closesBeforeOpens' });
  if (divisions.length === 0) missing.push({ key: 'organising:missing.division' });
  if (rounds.length === 0) missing.push({ key: 'organising:missing.round' });
  if (contest.chairs === 0) missing.push({ key: 'organising:missing.chair' });
  let before = contest.closesAt;
  for (const round of rounds) {
    const values = { round: round.name };
    if (round.closesAt.getTime() <= round.opensAt.getTime()) {
      missing.push({ key: 'organising:missing.roundClosesBeforeOpens', values });
    } else if (round.closesAt.getTime() <= before.getTime()) {
      missing.push({ key: 'organising:missing.roundTooEarly', values });
    }
    before = round.closesAt;
    const own = new Set(round.rubrics.filter(({ criteria }) => criteria > 0).map(({ divisionId }) => divisionId));
    if (!own.has(null)) {
      for (const { id, name } of divisions) {
        if (!own.has(id)) missing.push({ key: 'organising:missing.rubric', values: { ...values, division: name } });
      }
    }
  }
  const numbers = new Set(rounds.map(({ number }) => number));
  for (const pass of rules.pass) {
    if (!numbers.has(pass.round)) missing.push({ key: 'organising:missing.passRound', values: { round: pass.round } });
  }
  const grave = contradictionsIn(contest).filter((one) => one.grave);
  return [...missing, ...grave.map(({ grave: _, at: __, ...because }) => because)];
}
