import { z } from 'zod';
import { readDay } from './day.ts';
import { passwordLength } from './password.ts';
import { userNameLength, userNameOf, userNamePattern } from './user-name.ts';

/** Letters of any script with the signs that stand in names; spaces become one. */
export const fullName = z
  .string()
  .max(100)
  .transform((name) => name.replaceAll(/\s+/g, ' ').trim())
  .refine((name) => name !== '', 'controls:problems.required')
  .refine((name) => name === '' || /^\p{L}[\p{L}\p{M}'’.\- ]*$/u.test(name), 'people:problems.name');

/** A day of the calendar, as `2008-11-22`. */
export const day = z
  .string()
  .max(40)
  .transform((typed) => readDay(typed) ?? '')
  .refine((typed) => typed !== '', 'controls:problems.date');

export const birthDay = z
  .string()
  .max(40)
  .refine((typed) => typed.trim() !== '', 'controls:problems.required')
  .refine((typed) => typed.trim() === '' || readDay(typed) !== null, 'controls:problems.date')
  .transform((typed) => readDay(typed) ?? '');

export const mailAddress = z
  .string()
  .max(254)
  .transform((typed) => typed.trim().toLowerCase())
  .refine((typed) => typed !== '', 'controls:problems.required')
  .refine((typed) => typed === '' || z.email().safeParse(typed).success, 'controls:problems.mail');

/** As typed; what makes it good or bad is said by `problemWithPassword`. A sign-in form asks no more than this. */
export const password = z.string().min(1).max(passwordLength.max);

const yes = z
  .literal('yes')
  .optional()
  .transform((ticked) => ticked === 'yes');

/** A box that must be ticked; left alone, it sends nothing. */
export const agreed = (problem: string) =>
  z.preprocess(
    (ticked) => ticked ?? '',
    z.string().refine((ticked) => ticked === 'yes', problem),
  );

/** A unit as the finder sends it: the id that was picked, or the words that were typed. */
export const unitFields = {
  unit: z
    .union([z.literal(''), z.string().regex(/^\d{1,9}$/, 'controls:problems.choice')])
    .optional()
    .transform((text) => (text ? Number(text) : null)),
  unitText: z.string().trim().max(200).default(''),
};

export const signUpForm = z.object({
  fullName,
  birthDate: birthDay,
  email: mailAddress,
  password,
  ...unitFields,
  publishName: yes,
  terms: agreed('people:problems.terms'),
});
export type SignUpForm = Omit<z.output<typeof signUpForm>, 'unit' | 'unitText' | 'terms'>;

const userName = z
  .string()
  .max(userNameLength.max)
  .transform(userNameOf)
  .refine((name) => name !== '', 'controls:problems.required')
  .refine(
    (name) => name === '' || (name.length >= userNameLength.min && userNamePattern.test(name)),
    'people:problems.userName',
  );

export const classCodeJoiningForm = z.object({
  code: z
    .string()
    .max(40)
    .refine((typed) => typed.trim() !== '', 'controls:problems.required'),
  fullName,
  birthDate: birthDay,
  userName,
  password,
  publishName: yes,
  terms: agreed('people:problems.terms'),
});
export type ClassCodeJoiningForm = Omit<z.output<typeof classCodeJoiningForm>, 'terms'>;

export const signInForm = z.object({
  login: z
    .string()
    .max(254)
    .transform((typed) => typed.trim().toLowerCase())
    .refine((typed) => typed !== '', 'controls:problems.required'),
  password,
});

export const mailForm = z.object({ email: mailAddress });

export const tokenField = z.string().max(200).default('');

export const verificationForm = z.object({ token: tokenField, password });

export const ownPasswordForm = z.object({ password });

export const mailChangeForm = z.object({ email: mailAddress, password });

export const tokenForm = z.object({ token: tokenField });

export const passwordChangeForm = z.object({ password, newPassword: password });

/** One session by the hash that names it; none: all others. */
export const sessionEndingForm = z.object({
  session: z
    .string()
    .regex(/^([0-9a-f]{64})?$/, 'controls:problems.choice')
    .optional()
    .transform((id) => id || null),
});

export const newPasswordForm = z.object({ token: tokenField, password });

/** An account of somebody who holds a link: a first administrator, or somebody asked by mail at the address the letter went to. */
export const invitedAccountForm = z.object({
  token: tokenField,
  fullName,
  birthDate: birthDay,
  password,
  terms: agreed('people:problems.terms'),
});
export type InvitedAccountForm = Omit<z.output<typeof invitedAccountForm>, 'terms' | 'token'>;

const phone = z
  .string()
  .max(30)
  .transform((typed) => typed.trim().replaceAll(/[\s.()-]/g, ''))
  .refine((digits) => digits === '' || /^\+?\d{8,15}$/.test(digits), 'people:problems.phone')
  .default('')
  .transform((digits) => (digits === '' ? null : digits));

export const profileForm = z.object({
  fullName,
  birthDate: birthDay.optional(),
  phone,
  guardianPhone: phone,
  language: z.enum(['vi', 'en']),
});
export type ProfileForm = z.output<typeof profileForm>;
