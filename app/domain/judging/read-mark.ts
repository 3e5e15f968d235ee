import { isOnStep } from '#app/domain/contests/rubric.ts';
import { readDecimal } from '#app/domain/decimal.ts';
import type { Because } from '#app/domain/refusal.ts';

/** The mark as typed, or why it is none of this criterion's: not a number, more than one decimal sign, out of its range, off its step. */
export function readMark(
  criterion: { min: number; max: number; step: number },
  typed: string,
): { value: number; wrong: null } | { value: null; wrong: Because } {
  const { min, max, step } = criterion;
  const refuse = (key: string) => ({ value: null, wrong: { key, values: { min, max, step } } });
  const value = readDecimal(typed);
  if (value === null)
    return refuse(`judging:problems.${/^-?\d+([.,]\d+){2,}$/.test(typed.trim()) ? 'twoSigns' : 'notANumber'}`);
  if (value < min || value > max) return refuse('judging:problems.outOfRange');
  if (!isOnStep(criterion, value)) return refuse('judging:problems.offStep');
  return { value, wrong: null };
}
