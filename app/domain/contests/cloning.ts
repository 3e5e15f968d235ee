import type { ContestRules } from './contest-rules.ts';

/** The same day so many years later; the 29th of February becomes the 28th. */
export function yearsLater(day: string, years: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return new Date(Date.UTC(year + years, month - 1, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The year a moment lies in, in Vietnam. */
export function yearInVietnam(at: Date): number {
  return new Date(at.getTime() + 7 * 3_600_000).getUTCFullYear();
}

/** Last year's rules for another year: the day that ages are counted on moves with the deadline's year, everything else stays. */
export function rulesForYear(rules: ContestRules, years: number): ContestRules {
  const { ageOn } = rules.entrants;
  return ageOn === null ? rules : { ...rules, entrants: { ...rules.entrants, ageOn: yearsLater(ageOn, years) } };
}
