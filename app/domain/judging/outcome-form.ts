import { z } from 'zod';

const number = z
  .string()
  .trim()
  .regex(/^\d{1,7}$/, 'controls:problems.number')
  .transform(Number);
const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined && value !== '');

/** The chair decides otherwise than the rules; an empty award is none. */
export const overrideForm = z.object({
  entry: number,
  passed: ticked,
  award: z
    .string()
    .default('')
    .refine((typed) => typed === '' || /^([1-9]|1[0-2])$/.test(typed), 'controls:problems.choice')
    .transform((typed) => (typed === '' ? null : Number(typed))),
  reason: z.string().trim().min(1).max(2000),
});
export type OverrideForm = z.output<typeof overrideForm>;

export const overrideWithdrawalForm = z.object({ override: z.uuid() });

const quotaField = /^(top|places)\.([0-9a-f-]{36})\.(\d{1,4})(?:\.(\d{1,2}))?$/;

/** `top.<division>.<component>` and `places.<division>.<component>.<award>`; a blank is no limit. */
export const quotaForm = z.record(z.string(), z.unknown()).transform((form, context) => {
  const quotas = new Map<
    string,
    { divisionId: string; component: number; top: number | null; places: (number | null)[] }
  >();
  for (const [field, value] of Object.entries(form)) {
    const found = quotaField.exec(field);
    if (found === null || typeof value !== 'string') continue;
    const typed = value.trim();
    if (typed !== '' && !/^\d{1,6}$/.test(typed)) {
      context.addIssue({ code: 'custom', path: [field], message: 'controls:problems.number' });
      continue;
    }
    const count = typed === '' ? null : Number(typed);
    const [, kind, divisionId, component, award] = found;
    const key = `${divisionId} ${component}`;
    const quota = quotas.get(key) ?? { divisionId: divisionId!, component: Number(component), top: null, places: [] };
    if (kind === 'top') quota.top = count;
    else quota.places[Number(award)] = count;
    quotas.set(key, quota);
  }
  return [...quotas.values()];
});
export type QuotaForm = z.output<typeof quotaForm>;

/** What the chair looked at, as the page named it. */
export const publicationForm = z.object({
  seal: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});
