import { z } from 'zod';
import { day } from '#app/domain/people/account-form.ts';
import { reason } from '#app/domain/people/role-form.ts';
import { businessForm } from './business-form.ts';
import { supportKinds } from './support.ts';

const paragraph = (min: number, max: number) =>
  z
    .string()
    .max(max)
    .transform((typed) => typed.trim())
    .refine((typed) => typed !== '', 'controls:problems.required')
    .refine((typed) => typed === '' || typed.length >= min, 'sponsorship:problems.tellMore');

const line = (max: number) =>
  z
    .string()
    .max(max)
    .transform((typed) => typed.replaceAll(/\s+/g, ' ').trim())
    .refine((typed) => typed !== '', 'controls:problems.required');

/** `congty.example` and `https://congty.example/x`; nothing that a browser would run. */
const website = z
  .string()
  .trim()
  .max(300)
  .default('')
  .transform((typed) => (typed === '' || /^https?:\/\//i.test(typed) ? typed : `https://${typed}`))
  .refine((typed) => typed === '' || isWebAddress(typed), 'sponsorship:problems.website')
  .transform((typed) => (typed === '' ? null : typed));

function isWebAddress(text: string): boolean {
  try {
    const url = new URL(text);
    return (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname.includes('.') && url.username === '';
  } catch {
    return false;
  }
}

/** A business registered by one of its own people. */
export const registrationForm = businessForm.extend({ position: line(100), about: paragraph(40, 3000), website });
export type RegistrationForm = z.output<typeof registrationForm>;

export const offerForm = z.object({ kind: z.enum(supportKinds), text: paragraph(40, 3000) });
export type OfferForm = z.output<typeof offerForm>;

export const pledgeForm = z.object({ text: paragraph(10, 2000), dueOn: day });
export type PledgeForm = z.output<typeof pledgeForm>;

export const deliveryForm = z.object({ note: z.string().trim().max(2000).default('') });

export const answerForm = z.object({ reason });

export const savedSearchForm = z.object({
  name: line(120),
  /** The query of the list's address. */
  query: z.string().max(2000).default(''),
});
export type SavedSearchForm = z.output<typeof savedSearchForm>;

export const removalForm = z.object({ id: z.uuid() });
