import { z } from 'zod';
import { decimalOrNone } from '#app/domain/decimal.ts';
import { readDay } from '#app/domain/people/day.ts';
import { othersMarks, rankingMethods, roundKinds, roundPanels } from './contest.ts';
import { type ContestRules, outsideRules } from './contest-rules.ts';
import { timeInVietnam } from './vietnam-time.ts';

const line = (max: number) =>
  z
    .string()
    .transform((text) => text.replaceAll(/\s+/g, ' ').trim())
    .pipe(z.string().min(1).max(max));
const text = (max: number) => z.string().trim().max(max).default('');
const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined && value !== '');

/** A whole number as typed; an empty box is null. */
const wholeOrNone = (min: number, max: number) =>
  z
    .string()
    .trim()
    .default('')
    .refine((typed) => typed === '' || /^-?\d{1,9}$/.test(typed), 'controls:problems.number')
    .transform((typed) => (typed === '' ? null : Number(typed)))
    .pipe(z.number().min(min).max(max).nullable());
const whole = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .regex(/^-?\d{1,9}$/, 'controls:problems.number')
    .transform(Number)
    .pipe(z.number().min(min).max(max));

/** One value or several of one name. */
const listOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(item),
  );

export const newContestForm = z
  .object({
    name: line(200),
    summary: text(2000),
    hostId: whole(1, 2_000_000_000),
    opensAt: timeInVietnam,
    closesAt: timeInVietnam,
    /** The address of a contest to begin with; empty for a fresh one. */
    from: text(200),
  })
  .refine(({ opensAt, closesAt }) => opensAt < closesAt, {
    path: ['closesAt'],
    message: 'organising:problems.closesBeforeOpens',
  });

const dayOrNone = z
  .string()
  .trim()
  .default('')
  .refine((typed) => typed === '' || readDay(typed) !== null, 'organising:problems.day')
  .transform(readDay);

/** Asked of every change once the rules are frozen. */
const amendment = { reason: text(2000), letter: text(120) };
export type Amendment = { reason: string; letter: string };

/** Name, calendar and rules on one page, since people read them as one. */
export const contestForm = z
  .object({
    name: line(200),
    summary: text(2000),
    opensAt: timeInVietnam,
    closesAt: timeInVietnam,
    from: z.enum(['host', 'anyone']),
    confirmedMembership: ticked,
    minAge: wholeOrNone(6, 120),
    maxAge: wholeOrNone(6, 120),
    ageOn: dayOrNone,
    teamMin: whole(1, 100),
    teamMax: whole(1, 100),
    versions: z.enum(['published', 'submitted']),
    perLead: wholeOrNone(1, 1000),
    perPerson: wholeOrNone(1, 1000),
    unitShare: wholeOrNone(1, 100),
    outside: listOf(z.enum(outsideRules)),
    perSolo: wholeOrNone(1, 1000),
    perUnit: wholeOrNone(1, 100_000),
    fieldIds: listOf(z.string().max(64)),
    questions: z
      .string()
      .default('')
      .transform((typed) =>
        typed
          .split(/\r?\n/)
          .map((question) => question.replaceAll(/\s+/g, ' ').trim())
          .filter(Boolean),
      )
      .refine((questions) => questions.length <= 12, 'organising:problems.manyQuestions')
      .refine((questions) => questions.every(({ length }) => length <= 300), 'organising:problems.longQuestion'),
    minFiles: wholeOrNone(0, 20),
    gap: decimalOrNone(1, 100),
    quorum: wholeOrNone(1, 50),
    blind: ticked,
    sameUnit: ticked,
    prizes: text(10_000),
    more: text(50_000),
    ...amendment,
  })
  .superRefine((form, context) => {
    const wrong = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message });
    if (form.opensAt >= form.closesAt) wrong('closesAt', 'organising:problems.closesBeforeOpens');
    if (form.minAge !== null && form.maxAge !== null && form.minAge > form.maxAge) {
      wrong('maxAge', 'organising:problems.agesCross');
    }
    if (form.teamMin > form.teamMax) wrong('teamMax', 'organising:problems.teamSizesCross');
  });
export type ContestForm = z.output<typeof contestForm>;

/** The form's flat words as rules; what the form does not ask for stays as it was. */
export function rulesOf(form: ContestForm, before: ContestRules): ContestRules {
  return {
    ...before,
    entrants: {
      from: form.from,
      confirmedMembership: form.confirmedMembership,
      minAge: form.minAge,
      maxAge: form.maxAge,
      ageOn: form.ageOn,
      teamMin: form.teamMin,
      teamMax: form.teamMax,
      unitShare: form.unitShare,
      outside: outsideRules.filter((rule) => form.outside.includes(rule)),
    },
    entries: {
      versions: form.versions,
      perLead: form.perLead,
      perPerson: form.perPerson,
      perSolo: form.perSolo,
      perUnit: form.perUnit,
      fieldIds: form.fieldIds,
      questions: form.questions,
      minFiles: form.minFiles ?? 0,
    },
    judging: { gap: form.gap, quorum: form.quorum },
    blind: form.blind,
    conflicts: { sameUnit: form.sameUnit },
    prizes: form.prizes,
    more: form.more,
  };
}

/** Units one round may be parted by. */
export const mostPanels = 100;

export const roundForm = z
  .object({
    name: line(120),
    kind: z.enum(roundKinds),
    opensAt: timeInVietnam,
    closesAt: timeInVietnam,
    reviewsPerEntry: whole(1, 50),
    method: z.enum(rankingMethods),
    blind: ticked,
    panels: z.enum(roundPanels).default('NONE'),
    /** Names of units, one a line; looked at where entries are parted by units. */
    panelUnits: z
      .string()
      .max(10_000)
      .default('')
      .transform((typed) =>
        typed
          .split(/\r?\n/)
          .map((name) => name.replaceAll(/\s+/g, ' ').trim())
          .filter(Boolean),
      )
      .refine((names) => names.length <= mostPanels, {
        error: 'organising:problems.manyPanels',
        params: { max: mostPanels },
      }),
    othersMarks: z.enum(othersMarks).default('CLOSED'),
    top: wholeOrNone(1, 100_000),
    minMean: decimalOrNone(0, 100),
    noZero: ticked,
    ...amendment,
  })
  .refine(({ opensAt, closesAt }) => opensAt < closesAt, {
    path: ['closesAt'],
    message: 'organising:problems.closesBeforeOpens',
  })
  .refine(({ panels, panelUnits }) => panels !== 'UNIT' || panelUnits.length > 0, {
    path: ['panelUnits'],
    message: 'organising:problems.noPanelUnits',
  });
export type RoundForm = z.output<typeof roundForm>;

export const appointmentForm = z
  .object({
    /** A mail address or a user name. */
    whom: line(254),
    kind: z.enum(['CHAIR', 'SECRETARY', 'JUDGE']),
    minLoad: wholeOrNone(0, 10_000),
    maxLoad: wholeOrNone(0, 10_000),
    pools: listOf(z.string().max(200)),
    deputy: ticked,
    fieldIds: listOf(z.string().max(64)),
  })
  .refine(({ minLoad, maxLoad }) => (minLoad ?? 0) <= (maxLoad ?? Number.POSITIVE_INFINITY), {
    path: ['maxLoad'],
    message: 'organising:problems.loadsCross',
  });

export const seatForm = z
  .object({
    judge: z.uuid(),
    minLoad: whole(0, 10_000),
    maxLoad: whole(0, 10_000),
    pools: listOf(z.string().max(200)),
    deputy: ticked,
    fieldIds: listOf(z.string().max(64)),
  })
  .refine(({ minLoad, maxLoad }) => minLoad <= maxLoad, {
    path: ['maxLoad'],
    message: 'organising:problems.loadsCross',
  });

/** A later deadline, for everybody or for one lead. */
export const extensionForm = z.object({
  closesAt: timeInVietnam,
  whom: text(254),
  shift: ticked,
  reason: line(2000),
  letter: text(120),
});

export const amendmentForm = z.looseObject(amendment);

/** Acts that need their reason in writing. */
export const reasonForm = z.object({ reason: line(2000) });

export const endingForm = z.object({ role: z.uuid(), reason: line(2000) });

export const seatHandoverForm = z.object({ role: z.uuid(), whom: line(254), reason: line(2000) });

/** The idea and the version of it that are entered, as one choice: `<idea>.<version>`. */
export const entryForm = z.looseObject({
  idea: z
    .string()
    .regex(/^[0-9a-f-]{36}\.[1-9]\d{0,5}$/i, 'contests:problems.noIdea')
    .transform((choice) => ({ id: choice.slice(0, 36), version: Number(choice.slice(37)) })),
  division: line(120),
});

export const entryChangeForm = z.looseObject({ version: whole(1, 1_000_000) });

/** What one types or scans to check a paper. */
export const paperForm = z.object({ so: z.string().max(100).default('') });

export const entryWithdrawalForm = z.object({ reason: text(2000).transform((reason) => reason || null) });
