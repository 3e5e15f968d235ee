import { z } from 'zod';

const number = z
  .string()
  .regex(/^\d{1,7}$/, 'controls:problems.choice')
  .transform(Number);

const reason = z.string().trim().min(1).max(2000);

export const conflictForm = z.object({ entry: number, judge: number, reason });
export const conflictWithdrawalForm = z.object({ conflict: z.uuid() });

export const planForm = z.object({
  mode: z.enum(['best-total', 'fairest']).default('best-total'),
  links: z
    .string()
    .default('0')
    .pipe(z.string().regex(/^[0-5]$/, 'controls:problems.choice'))
    .transform(Number),
  seed: z
    .string()
    .default('1')
    .pipe(z.string().regex(/^[1-9]\d{0,8}$/, 'controls:problems.number'))
    .transform(Number),
});

export const planChoiceForm = z.object({ plan: z.uuid() });
export const byHandForm = z.object({
  entry: number,
  judge: number,
  insteadOf: z
    .union([z.uuid(), z.literal('')])
    .default('')
    .transform((id) => id || null),
});
export const releaseForm = z.object({ sheet: z.uuid() });

/** A reason only where something is missing; the verb knows. */
export const closingForm = z.object({
  reason: z
    .string()
    .trim()
    .max(2000)
    .default('')
    .transform((text) => text || null),
});
