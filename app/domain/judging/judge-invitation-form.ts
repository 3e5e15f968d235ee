import { z } from 'zod';
import { mailAddress, tokenField } from '#app/domain/people/account-form.ts';
import { mostHours } from './judge-invitation.ts';

const count = (max: number) =>
  z
    .string()
    .trim()
    .default('')
    .refine((typed) => typed === '' || /^\d{1,6}$/.test(typed), 'controls:problems.number')
    .transform((typed) => (typed === '' ? null : Number(typed)))
    .pipe(z.number().min(0).max(max).nullable());

const seatOffered = {
  name: z
    .string()
    .max(100)
    .transform((name) => name.replaceAll(/\s+/g, ' ').trim())
    .default(''),
  minLoad: count(10_000).transform((typed) => typed ?? 0),
  maxLoad: count(10_000).transform((typed) => typed ?? 50),
  pools: z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.string().max(200)).max(200),
  ),
  deputy: z
    .string()
    .optional()
    .transform((ticked) => ticked !== undefined && ticked !== ''),
};

const loadsCross = { path: ['maxLoad'], message: 'organising:problems.loadsCross' };

export const judgeInvitationForm = z
  .object({ email: mailAddress, ...seatOffered })
  .refine(({ minLoad, maxLoad }) => minLoad <= maxLoad, loadsCross);

export const standCodeForm = z.object(seatOffered).refine(({ minLoad, maxLoad }) => minLoad <= maxLoad, loadsCross);

export const acceptanceForm = z.object({
  token: tokenField,
  fieldIds: z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.string().max(64)).max(100),
  ),
  hours: z
    .string()
    .trim()
    .min(1)
    .regex(/^\d{1,4}$/, 'controls:problems.number')
    .transform(Number)
    .pipe(z.number().min(1).max(mostHours)),
  ties: z.string().trim().max(4000).default(''),
});
export type AcceptanceForm = Omit<z.output<typeof acceptanceForm>, 'token'>;
