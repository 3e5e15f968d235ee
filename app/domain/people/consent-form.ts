import { z } from 'zod';
import { agreed, fullName, mailAddress } from './account-form.ts';
import { consentPurposes, generalPurposes } from './consent.ts';

function purposesOf<Purpose extends string>(known: readonly [Purpose, ...Purpose[]]) {
  return z
    .preprocess(
      (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
      z.array(z.enum(known)).max(known.length),
    )
    .transform((list) => [...new Set(list)].sort());
}

export const consentForm = z.object({ purpose: z.enum(generalPurposes) });

/** Whom to ask. */
export const guardianForm = z.object({ guardianName: fullName, guardianMail: mailAddress });
export type GuardianForm = z.output<typeof guardianForm>;

export const guardianRequestForm = guardianForm.extend({
  purposes: purposesOf(generalPurposes).refine((list) => list.length > 0, 'people:problems.purposes'),
});
export type GuardianRequestForm = z.output<typeof guardianRequestForm>;

export const guardianAnswerForm = z.object({
  token: z.string().max(200).default(''),
  purposes: purposesOf(consentPurposes),
  guardian: agreed('people:problems.guardian'),
});

export const guardianWithdrawalForm = z.object({ token: z.string().max(200).default('') });
