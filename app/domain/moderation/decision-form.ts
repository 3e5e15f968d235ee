import { z } from 'zod';
import { decisionKinds, decisionReasons, needsNote, reasonsFor } from './decision.ts';

/** One choice says both what and why, "RETURNED:UNCLEAR", so that two keys are enough. */
export const decisionForm = z
  .object({
    verdict: z.string().transform((text, context) => {
      const [kind, reason] = text.split(':');
      const parsed = z
        .object({ kind: z.enum(decisionKinds), reason: z.enum(decisionReasons) })
        .refine((one) => reasonsFor[one.kind].includes(one.reason))
        .safeParse({ kind, reason });
      if (parsed.success) return parsed.data;
      context.addIssue({ code: 'custom', message: 'moderation:problems.verdict' });
      return z.NEVER;
    }),
    note: z.string().trim().max(2000).default(''),
  })
  .refine((form) => !needsNote(form.verdict.reason) || form.note !== '', {
    path: ['note'],
    message: 'moderation:problems.note',
  });
