import { z } from 'zod';
import { timeInVietnam } from '#app/domain/contests/vietnam-time.ts';
import { unitFields } from '#app/domain/people/account-form.ts';
import { reason } from '#app/domain/people/role-form.ts';
import { mentoringAspects } from './aspect.ts';

const paragraph = (min: number, max: number) =>
  z
    .string()
    .max(max)
    .transform((typed) => typed.trim())
    .refine((typed) => typed !== '', 'controls:problems.required')
    .refine((typed) => typed === '' || typed.length >= min, 'mentoring:problems.tellMore');

const line = (max: number) =>
  z
    .string()
    .max(max)
    .transform((typed) => typed.replaceAll(/\s+/g, ' ').trim())
    .refine((typed) => typed !== '', 'controls:problems.required');

const whole = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .regex(/^-?\d{1,9}$/, 'controls:problems.number')
    .transform(Number)
    .pipe(z.number().min(min).max(max));

const several = <Item extends z.ZodType>(item: Item, most: number) =>
  z
    .preprocess(
      (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
      z.array(item).max(most),
    )
    .transform((list) => [...new Set(list)].sort());

const ticked = z
  .string()
  .max(10)
  .optional()
  .transform((value) => value === 'yes');

const aspects = several(z.enum(mentoringAspects), mentoringAspects.length);
const language = z.enum(['vi', 'en']);

export const mentorOfferForm = z
  .object({
    about: paragraph(40, 3000),
    fieldIds: several(z.string().max(64), 30),
    aspects,
    languages: several(language, 2).refine((list) => list.length > 0, 'controls:problems.required'),
    online: ticked,
    inPerson: ticked,
    capacity: whole(1, 20),
    hoursPerMonth: whole(0, 200),
    ...unitFields,
  })
  .refine(({ online, inPerson }) => online || inPerson, { path: ['online'], message: 'mentoring:problems.someWay' })
  .refine(({ fieldIds, aspects: list }) => fieldIds.length + list.length > 0, {
    path: ['fieldIds'],
    message: 'mentoring:problems.somethingToHelpWith',
  });
export type MentorOfferForm = z.output<typeof mentorOfferForm>;

export const declineForm = z.object({ reason });

export const programmeForm = z
  .object({
    name: line(200),
    summary: paragraph(20, 3000),
    /** Its address. */
    unit: z.string().min(1, 'controls:problems.required').max(200),
    opensAt: timeInVietnam,
    closesAt: timeInVietnam,
    daysToAccept: whole(1, 60),
  })
  .refine(({ opensAt, closesAt }) => opensAt < closesAt, {
    path: ['closesAt'],
    message: 'mentoring:problems.closesBeforeOpens',
  });
export type ProgrammeForm = z.output<typeof programmeForm>;

/** Either a programme or one mentor; `to` says which, as `programme:<id>` or `mentor:<id>`. */
export const requestForm = z.object({
  to: z.string().regex(/^(programme|mentor):[0-9a-f-]{36}$/, 'controls:problems.choice'),
  aspects: aspects.refine((list) => list.length > 0, 'mentoring:problems.aspects'),
  note: paragraph(20, 2000),
  language,
  online: ticked,
});
export type RequestForm = z.output<typeof requestForm>;

export const sessionForm = z.object({
  heldAt: timeInVietnam,
  minutes: whole(5, 600),
  online: ticked,
  summary: paragraph(10, 5000),
  nextSteps: z.string().trim().max(3000).default(''),
});
export type SessionForm = z.output<typeof sessionForm>;

export const planForm = z.object({ plan: z.uuid() });
