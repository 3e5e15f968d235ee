import { z } from 'zod';
import type { RoleKind } from './actor.ts';

/** Roles that may see or decide what is not their own: without a second factor in this session they sleep. */
export const rolesThatAskForTwo: readonly RoleKind[] = [
  'MODERATOR',
  'ORGANISER',
  'ADMINISTRATOR',
  'CHAIR',
  'SECRETARY',
];

/** How many recovery codes are given at a time, and how long one has to set an authenticator up, in minutes. */
export const recoveryCodes = 10;
export const setUpMinutes = 60;

/** A recovery code as it is kept and compared: small letters and figures alone. */
export function recoveryWord(typed: string): string {
  return typed.toLowerCase().replaceAll(/[^a-z2-7]/g, '');
}

const typedCode = z
  .string()
  .max(60)
  .transform((typed) => typed.trim())
  .refine((typed) => typed !== '', 'controls:problems.required');

/** Six figures from the authenticator; people type them with a space in the middle. */
const code = typedCode
  .transform((typed) => typed.replaceAll(/[\s-]/g, ''))
  .refine((typed) => typed === '' || /^\d{6}$/.test(typed), 'people:problems.codeForm');

export const factorCodeForm = z.object({ code });

/** Either six figures or one of the recovery codes. */
export const secondStepForm = z.object({ token: z.string().max(200).default(''), code: typedCode });

export const resetFactorForm = z.object({
  whom: z
    .string()
    .max(254)
    .transform((typed) => typed.trim().toLowerCase())
    .refine((typed) => typed !== '', 'controls:problems.required'),
  reason: z
    .string()
    .max(500)
    .transform((typed) => typed.trim())
    .refine((typed) => typed !== '', 'controls:problems.required'),
});
