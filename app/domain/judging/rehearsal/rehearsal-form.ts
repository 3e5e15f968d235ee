import { z } from 'zod';

const whole = (min: number, max: number, fallback: string) =>
  z
    .string()
    .trim()
    .default(fallback)
    .refine((typed) => /^\d{1,7}$/.test(typed), 'controls:problems.number')
    .transform(Number)
    .pipe(z.number().min(min).max(max));

/** More and the machine would be at it for an hour. */
export const mostRehearsed = 3000;

export type RehearsalOptions = {
  seed: number;
  /** `last`: the entries of the contest these rules were taken from, with their marks. */
  source: 'synthetic' | 'last';
  /** Entries expected in each division, by its slug. */
  entries: Record<string, number>;
  /** Judges, and how many entries each reads at most, where nobody sits on the panel yet. */
  judges: number;
  load: number;
};

/** Entries expected stand as `entries.<division>`. */
export const rehearsalForm = z
  .looseObject({
    seed: whole(1, 1_000_000, '1'),
    source: z.enum(['synthetic', 'last']).default('synthetic'),
    judges: whole(1, 500, '9'),
    load: whole(1, 3000, '40'),
  })
  .transform((form, context): RehearsalOptions => {
    const entries: Record<string, number> = {};
    for (const [name, value] of Object.entries(form as Record<string, unknown>)) {
      const found = /^entries\.(.{1,200})$/.exec(name);
      if (found === null || typeof value !== 'string') continue;
      const typed = value.trim() === '' ? '0' : value.trim();
      if (/^\d{1,5}$/.test(typed)) entries[found[1]!] = Number(typed);
      else context.addIssue({ code: 'custom', path: [name], message: 'controls:problems.number' });
    }
    const sum = Object.values(entries).reduce((total, count) => total + count, 0);
    if (form.source === 'synthetic' && (sum === 0 || sum > mostRehearsed)) {
      const [first = 'entries'] = Object.keys(entries);
      context.addIssue({ code: 'custom', path: [`entries.${first}`], message: 'judging:rehearsal.problems.entries' });
    }
    const { seed, source, judges, load } = form;
    return { seed, source, entries, judges, load };
  });
