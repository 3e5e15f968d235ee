import { z } from 'zod';
import { agreed, fullName, mailAddress } from './account-form.ts';
import { consentPurposes } from './consent.ts';

const purposes = z
  .preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.enum(consentPurposes)).max(consentPurposes.length),
  )
  .transform((list) => [...new Set(list)].sort());

export const consentForm = z.object({ purpose: z.enum(consentPurposes) });

export const guardianRequestForm = z.object({
  guardianName: fullName,
  guardianMail: mailAddress,
  purposes: purposes.refine((list) => list.length > 0, 'people:problems.purposes'),
});
export type GuardianRequestForm = z.output<typeof guardianRequestForm>;

export const guardianAnswerForm = z.object({
  token: z.string().max(200).default(''),
  purposes,
  guardian: agreed('people:problems.guardian'),
});

export const guardianWithdrawalForm = z.object({ token: z.string().max(200).default('') });
