import { z } from 'zod';

/**
 * A decimal as people type it: `12.5` or, as Vietnamese writes it, `12,5`; null for anything else. At most one sign, so that
 * `1.234,5` and `1,234.5` are refused rather than guessed at. Up to nine digits before the sign and six after it.
 */
export function readDecimal(typed: string): number | null {
  const text = typed.trim();
  return /^-?\d{1,9}([.,]\d{1,6})?$/.test(text) ? Number(text.replace(',', '.')) : null;
}

/** A decimal of at most two places between two bounds, as a form sends it; an empty box is null. */
export const decimalOrNone = (min: number, max: number) =>
  z
    .string()
    .trim()
    .default('')
    .refine(
      (typed) => typed === '' || (readDecimal(typed) !== null && !/[.,]\d{3}/.test(typed)),
      'controls:problems.number',
    )
    .transform((typed) => (typed === '' ? null : readDecimal(typed)))
    .pipe(z.number().min(min).max(max).nullable());
