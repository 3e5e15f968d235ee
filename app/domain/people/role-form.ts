import { z } from 'zod';
import { readDay } from './day.ts';
import { unitRoleKinds } from './role-access.ts';

/** A mail address or a user name. */
export const whom = z
  .string()
  .max(254)
  .transform((typed) => typed.trim().toLowerCase())
  .refine((typed) => typed !== '', 'controls:problems.required');

/** The last day a role holds; empty for a role without an end. */
const until = z
  .string()
  .max(40)
  .default('')
  .refine((typed) => typed.trim() === '' || readDay(typed) !== null, 'controls:problems.date')
  .transform((typed) => readDay(typed));

export const roleForm = z.object({ whom, kind: z.enum(unitRoleKinds), until });
export type RoleForm = z.output<typeof roleForm>;

/** A reason somebody else reads: never empty. */
export const reason = z
  .string()
  .max(500)
  .transform((typed) => typed.trim())
  .refine((typed) => typed !== '', 'controls:problems.required');

export const endingForm = z.object({ reason });
