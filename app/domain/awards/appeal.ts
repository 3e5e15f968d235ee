import { z } from 'zod';

/** What a recount of the whole round found of the entry: marks and rank as published, and as counted again. */
export type Recount = {
  /** Whether every entry of the round comes out as it was published. */
  same: boolean;
  published: { mean: number; adjusted: number | null; rank: number };
  again: { mean: number; adjusted: number | null; rank: number } | null;
  milliseconds: number;
};

/** The last moment of the window: so many days after publication; null where the rules know no appeal. */
export function appealsUntil({ publishedAt, days }: { publishedAt: Date; days: number | null }): Date | null {
  return days === null ? null : new Date(publishedAt.getTime() + days * 86_400_000);
}

export const appealForm = z.object({
  round: z
    .string()
    .regex(/^\d{1,3}$/, 'controls:problems.choice')
    .transform(Number),
  text: z.string().trim().min(10).max(5000),
});

export const appealDecisionForm = z.object({
  decision: z.enum(['UPHELD', 'REJECTED']),
  passed: z
    .string()
    .optional()
    .transform((value) => value !== undefined && value !== ''),
  award: z
    .string()
    .default('')
    .refine((typed) => typed === '' || /^([1-9]|1[0-2])$/.test(typed), 'controls:problems.choice')
    .transform((typed) => (typed === '' ? null : Number(typed))),
  reason: z.string().trim().min(1).max(5000),
});
export type AppealDecisionForm = z.output<typeof appealDecisionForm>;
