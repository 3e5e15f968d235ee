import { z } from 'zod';
import { day, unitFields } from '#app/domain/people/account-form.ts';
import { reason } from '#app/domain/people/role-form.ts';
import { unitKinds } from './unit.ts';

const unitName = z
  .string()
  .max(150)
  .transform((typed) => typed.replaceAll(/\s+/g, ' ').trim())
  .refine((typed) => typed !== '', 'controls:problems.required')
  .refine((typed) => typed === '' || /[\p{L}\p{N}]{2}/u.test(typed), 'staff:problems.name');

export const newUnitForm = z.object({
  name: unitName,
  kind: z.enum(unitKinds),
});
export type NewUnitForm = z.output<typeof newUnitForm>;

export const renamingForm = z.object({ name: unitName });

/** The successor as the finder sends it. */
export const mergerForm = z.object({ ...unitFields, on: day });

export const unitChoiceForm = z.object(unitFields);

/** How many ideas; empty for no target. */
export const targetForm = z.object({
  ideas: z
    .string()
    .max(20)
    .default('')
    .transform((typed) => typed.replaceAll(/[\s.]/g, ''))
    .refine((typed) => typed === '' || /^[1-9]\d{0,8}$/.test(typed), 'staff:problems.target')
    .transform((typed) => (typed === '' ? null : Number(typed))),
});

export const declineForm = z.object({ reason });

export const birthDateForm = z.object({ birthDate: day, reason });
export type BirthDateForm = z.output<typeof birthDateForm>;

export const classCodeForm = z.object({
  label: z
    .string()
    .max(80)
    .transform((typed) => typed.replaceAll(/\s+/g, ' ').trim())
    .refine((typed) => typed !== '', 'controls:problems.required'),
  seats: z.coerce.number({ error: 'controls:problems.number' }).int('controls:problems.number').min(1).max(500),
  lastDay: day,
});
export type ClassCodeForm = z.output<typeof classCodeForm>;

export const leavingForm = z.object({ membership: z.string().max(64) });
