import { z } from 'zod';
import { decimalOrNone } from '#app/domain/decimal.ts';
import { type ContestRules, type TieBreak, tieBreak } from './contest-rules.ts';

/** Rows offered on the page; rules hold no more. */
export const awardRows = [0, 1, 2, 3, 4, 5, 6, 7] as const;
export const tieRows = [0, 1, 2, 3, 4] as const;

const count = (max: number) =>
  z
    .string()
    .trim()
    .default('')
    .refine((typed) => typed === '' || /^\d{1,6}$/.test(typed), 'controls:problems.number')
    .transform((typed) => (typed === '' ? null : Number(typed)))
    .pipe(z.number().min(1).max(max).nullable());
const name = z
  .string()
  .default('')
  .transform((text) => text.replaceAll(/\s+/g, ' ').trim())
  .pipe(z.string().max(80));
const tie = z.union([z.literal(''), tieBreak]).default('');

/** Awards (`award.<row>.name`, `.from`, `.places`; a row without a name is left out), ties (`tie.<row>`) and what follows. */
export const awardForm = z
  .object({
    ...Object.fromEntries(
      awardRows.flatMap((at) => [
        [`award.${at}.name`, name],
        [`award.${at}.from`, decimalOrNone(0, 100)],
        [`award.${at}.places`, count(100_000)],
      ]),
    ),
    ...Object.fromEntries(tieRows.map((at) => [`tie.${at}`, tie])),
    thresholds: z.enum(['RAW', 'ADJUSTED']),
    appealDays: count(90),
    upwards: count(10_000),
  })
  .superRefine((form, context) => {
    const typed = form as Record<string, unknown>;
    const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    const names = new Set<string>();
    let least: number | null = null;
    for (const at of awardRows) {
      const own = String(typed[`award.${at}.name`] ?? '');
      if (own === '') continue;
      const same = own.toLocaleLowerCase('vi');
      if (names.has(same)) wrong(`award.${at}.name`, 'awards:problems.awardTwice');
      names.add(same);
      const from = typed[`award.${at}.from`] as number | null;
      if (from !== null && least !== null && from >= least) wrong(`award.${at}.from`, 'awards:problems.awardOrder');
      least = from ?? least;
    }
    const seen = new Set<unknown>();
    for (const at of tieRows) {
      const by = typed[`tie.${at}`];
      if (by === '') continue;
      if (seen.has(by)) wrong(`tie.${at}`, 'awards:problems.tieTwice');
      seen.add(by);
    }
  })
  .transform((form): Pick<ContestRules, 'awards' | 'ties' | 'thresholds' | 'appealDays' | 'upwards'> => {
    const typed = form as unknown as Record<string, unknown>;
    return {
      awards: awardRows
        .map((at) => ({
          name: typed[`award.${at}.name`] as string,
          from: typed[`award.${at}.from`] as number | null,
          places: typed[`award.${at}.places`] as number | null,
        }))
        .filter((award) => award.name !== ''),
      ties: tieRows.map((at) => typed[`tie.${at}`] as TieBreak | '').filter((by) => by !== ''),
      thresholds: typed.thresholds as ContestRules['thresholds'],
      appealDays: typed.appealDays as number | null,
      upwards: typed.upwards as number | null,
    };
  });
export type AwardForm = z.output<typeof awardForm>;
