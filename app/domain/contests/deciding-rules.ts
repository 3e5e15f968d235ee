import { z } from 'zod';
import type { DecidingRules } from '#app/domain/history/record/record-body.ts';
import { contestRules, placesIn } from './contest-rules.ts';

/** The parts of a frozen rules document that decide; its words are passed over. */
const document = z.object({
  rules: contestRules.pick({ pass: true }).extend({
    divisions: contestRules.shape.divisions.unwrap().optional(),
    thresholds: contestRules.shape.thresholds.unwrap().optional(),
    ties: contestRules.shape.ties.unwrap().optional(),
    awards: contestRules.shape.awards.unwrap().optional(),
  }),
  divisions: z.array(z.object({ slug: z.string() })),
  rounds: z.array(
    z.object({
      number: z.number(),
      method: z.enum(['RAW', 'ADJUSTED']),
      rubrics: z.array(
        z.object({
          division: z.string().nullable(),
          criteria: z.array(z.object({ weight: z.number(), min: z.number(), max: z.number(), step: z.number() })),
        }),
      ),
    }),
  ),
});

/** What of a frozen rules document decides, as the record keeps it; null for something that is no such document. */
export function decidingRulesOf(content: unknown): DecidingRules | null {
  const parsed = document.safeParse(content);
  if (!parsed.success) return null;
  const { rules, divisions, rounds } = parsed.data;
  const { thresholds, ties, awards } = rules;
  const given = { awards: awards ?? [], divisions: rules.divisions ?? [] };
  const differing = divisions
    .map(({ slug }) => ({ division: slug, places: placesIn(given, slug) }))
    .filter(({ places }) => places.some((count, at) => count !== given.awards[at]!.places));
  return {
    // Rules frozen before they could name these leave them out, and their hash stays what it was.
    ...(thresholds === undefined ? {} : { thresholds }),
    ...(ties === undefined ? {} : { ties }),
    ...(awards === undefined ? {} : { awards: awards.map(({ from, places }) => ({ from, places })) }),
    ...(differing.length === 0 ? {} : { places: differing }),
    divisions: divisions.map(({ slug }) => slug),
    rounds: rounds.map(({ number, method, rubrics }) => {
      const pass = rules.pass.find(({ round }) => round === number);
      return {
        number,
        method,
        rubrics,
        pass: pass === undefined ? null : { top: pass.top, minMean: pass.minMean, noZero: pass.noZero },
      };
    }),
  };
}
