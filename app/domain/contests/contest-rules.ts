import { z } from 'zod';

/** A day without a time. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const percent = z.number().min(0).max(100);

/**
 * Thể lệ as data: what a machine can hold an entry, a round and a prize against. It is frozen with a hash when the contest
 * opens; its readable text comes from `rulesInWords`. Whatever cannot be checked stands in `more`, in the organiser's words.
 */
export const contestRules = z.object({
  entrants: z.object({
    /** `host`: the lead belongs to a unit in the host's subtree; `anyone`: any member of the site. */
    from: z.enum(['host', 'anyone']),
    /** The lead's membership must be confirmed by the unit's staff, not only claimed. */
    confirmedMembership: z.boolean(),
    /** Full years on `ageOn`, every member of the team; null where there is no limit. */
    minAge: z.number().int().min(6).max(120).nullable(),
    maxAge: z.number().int().min(6).max(120).nullable(),
    /** The day the ages are counted on; null for the day of entering. */
    ageOn: day.nullable(),
    teamMin: z.number().int().min(1).max(100),
    teamMax: z.number().int().min(1).max(100),
  }),
  entries: z.object({
    /** `published`: only what is public; `submitted`: any version that was handed in and not declined. */
    versions: z.enum(['published', 'submitted']),
    /** How many entries one person may lead; null for no limit. */
    perLead: z.number().int().min(1).nullable(),
    /** How many entries one person may be in at all. */
    perPerson: z.number().int().min(1).nullable(),
  }),
  /** Judges do not learn who wrote an entry, and the idea's public page names nobody, until the results are published. */
  blind: z.boolean(),
  conflicts: z.object({
    /** Judge and team conflict when their lowest common unit lies strictly below the host. */
    sameUnit: z.boolean(),
  }),
  /** Who goes on from a round: every condition that is given must hold. */
  pass: z.array(
    z.object({
      round: z.number().int().min(1),
      /** The best so many of each division. */
      top: z.number().int().min(1).nullable(),
      /** On 0–100, of the raw mean. */
      minMean: percent.nullable(),
      /** No criterion scored at its least on any submitted sheet. */
      noZero: z.boolean(),
    }),
  ),
  /** Prizes text as the organiser wrote it. */
  prizes: z.string().max(10_000),
  /** What else the rules say. */
  more: z.string().max(50_000),
});

export type ContestRules = z.infer<typeof contestRules>;

export const firstRules: ContestRules = {
  entrants: {
    from: 'host',
    confirmedMembership: false,
    minAge: 16,
    maxAge: 30,
    ageOn: null,
    teamMin: 1,
    teamMax: 5,
  },
  entries: { versions: 'published', perLead: 1, perPerson: null },
  blind: true,
  conflicts: { sameUnit: true },
  pass: [],
  prizes: '',
  more: '',
};

/** What has been stored, as rules. Throws where a row holds something else: that is a bug, not a refusal. */
export function readRules(body: unknown): ContestRules {
  return contestRules.parse(body);
}

export type RubricText = {
  /** Null for the rubric of every division that has none of its own. */
  division: string | null;
  criteria: {
    name: string;
    description: string;
    weight: number;
    min: number;
    max: number;
    step: number;
    anchors: { mark: number; text: string }[];
  }[];
};

/** Everything that is frozen at the opening; its canonical JSON is what the hash is of. */
export type RulesDocument = {
  contest: { slug: string; name: string; host: { id: number; name: string }; opensAt: string; closesAt: string };
  rules: ContestRules;
  divisions: { slug: string; name: string }[];
  rounds: {
    number: number;
    kind: string;
    name: string;
    opensAt: string;
    closesAt: string;
    reviewsPerEntry: number;
    method: string;
    blind: boolean;
    rubrics: RubricText[];
  }[];
};
