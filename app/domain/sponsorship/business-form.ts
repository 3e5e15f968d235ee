import { z } from 'zod';
import { whom } from '#app/domain/people/role-form.ts';
import { readTaxCode } from './business.ts';

export const businessForm = z.object({
  name: z
    .string()
    .max(200)
    .transform((typed) => typed.replaceAll(/\s+/g, ' ').trim())
    .refine((typed) => typed !== '', 'controls:problems.required')
    .refine((typed) => typed === '' || /[\p{L}\p{N}]{2}/u.test(typed), 'sponsorship:problems.name'),
  taxCode: z
    .string()
    .max(40)
    .refine((typed) => typed.trim() !== '', 'controls:problems.required')
    .refine((typed) => typed.trim() === '' || readTaxCode(typed) !== null, 'sponsorship:problems.taxCode')
    .transform((typed) => readTaxCode(typed) ?? ''),
});
export type BusinessForm = z.output<typeof businessForm>;

export const representativeForm = z.object({ whom });
