import { z } from 'zod';
import { readDay } from '#app/domain/people/day.ts';
import { relationKinds } from './conflict.ts';

const number = z
  .string()
  .regex(/^\d{1,7}$/, 'controls:problems.choice')
  .transform(Number);

const reason = z.string().trim().min(1).max(2000);

export const conflictForm = z.object({ entry: number, judge: number, reason });
export const conflictWithdrawalForm = z.object({ conflict: z.uuid() });

const day = z
  .string()
  .trim()
  .default('')
  .refine((typed) => typed === '' || readDay(typed) !== null, 'organising:problems.day')
  .transform(readDay);

export const relationForm = z
  .object({
    judge: number,
    other: z.string().trim().min(1).max(254),
    kind: z.enum(relationKinds),
    since: day,
    until: day,
    note: z.string().trim().max(500).default(''),
  })
  .refine(({ since, until }) => since === null || until === null || since <= until, {
    path: ['until'],
    message: 'organising:problems.closesBeforeOpens',
  });
export const relationWithdrawalForm = z.object({ relation: z.uuid() });

/** Lines of two numbers, as they are pasted from a spreadsheet: entry, judge. */
export const importForm = z.object({
  pairs: z
    .string()
    .trim()
    .min(1)
    .max(2_000_000)
    .transform((text, context) => {
      const lines = text
        .split(/\r?\n/)
        .map((line, at) => ({ line: at + 1, cells: line.trim().split(/\s*[\t,;]\s*|\s+/) }))
        .filter(({ cells }) => cells[0] !== '');
      const wrong = lines.find(({ cells }) => cells.length < 2 || !cells.slice(0, 2).every((c) => /^\d{1,7}$/.test(c)));
      if (wrong !== undefined) {
        context.addIssue({ code: 'custom', message: 'judging:problems.notTwoNumbers', params: { line: wrong.line } });
        return z.NEVER;
      }
      return lines.map(({ line, cells }) => ({ line, entry: Number(cells[0]), judge: Number(cells[1]) }));
    }),
});

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
  replan: z.string().optional(),
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

export const reopeningForm = z.object({ reason });
export const reopeningDecisionForm = z.object({ reopening: z.uuid(), granted: z.enum(['yes', 'no']) });

/** The number of the entry all judges mark first; empty: none. */
export const calibrationForm = z.object({
  entry: z
    .string()
    .trim()
    .default('')
    .refine((typed) => typed === '' || /^\d{1,7}$/.test(typed), 'controls:problems.choice')
    .transform((typed) => (typed === '' ? null : Number(typed))),
});

/** One judge's sheet of the entry all mark first, by the judge's number. */
export const calibrationReopeningForm = z.object({
  judge: z
    .string()
    .regex(/^\d{1,7}$/, 'controls:problems.choice')
    .transform(Number),
  reason: z.string().trim().min(1).max(2000),
});
