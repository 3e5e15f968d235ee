import { z } from 'zod';

/** A day without a time. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const percent = z.number().min(0).max(100);

/** A criterion is named by its place in the rubric, from 1. The higher goes first; of the spread, the lower. */
export const tieBreak = z.union([
  z.enum(['mean', 'adjusted', 'median', 'spread']),
  z
    .string()
    .regex(/^criterion-[1-9]\d?$/)
    .transform((name) => name as `criterion-${number}`),
]);
export type TieBreak = z.infer<typeof tieBreak>;

/** Bậc học, as the name of a member's school tells it. */
export const schoolLevels = ['PRIMARY', 'LOWER_SECONDARY', 'UPPER_SECONDARY', 'COLLEGE'] as const;
export type SchoolLevel = (typeof schoolLevels)[number];

/** Whom the rules may let enter outside the competition. */
export const outsideRules = ['board', 'host'] as const;
export type OutsideRule = (typeof outsideRules)[number];

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
    /** Per cent of the team, at least, that belongs to the unit the idea is put forward by; null for no such rule. */
    unitShare: z.number().int().min(1).max(100).nullable().default(null),
    /**
     * Who may enter but takes no award and no place. `board`: a team with somebody in it who organises for the host, or is the contest's
     * chair or secretary; `host`: one with a member of the host unit itself, not of a unit below it.
     */
    outside: z.array(z.enum(outsideRules)).max(2).default([]),
  }),
  entries: z.object({
    /** `published`: only what is public; `submitted`: any version that was handed in and not declined. */
    versions: z.enum(['published', 'submitted']),
    /** How many entries one person may lead; null for no limit. */
    perLead: z.number().int().min(1).nullable(),
    /** How many entries one person may be in at all. */
    perPerson: z.number().int().min(1).nullable(),
    /** How many entries one person may make alone. */
    perSolo: z.number().int().min(1).nullable().default(null),
    /** How many entries may come from one unit. */
    perUnit: z.number().int().min(1).nullable().default(null),
    /** Ids of the fields an idea may be of; empty for all. */
    fieldIds: z.array(z.string().max(64)).max(60).default([]),
    /** Asked of every team as it enters. */
    questions: z.array(z.string().min(1).max(300)).max(12).default([]),
    /** So many files, at least, must be attached. */
    minFiles: z.number().int().min(0).max(20).default(0),
  }),
  /** What a division asks of every member beyond what holds for all, and what it gives otherwise. */
  divisions: z
    .array(
      z.object({
        division: z.string().max(200),
        levels: z.array(z.enum(schoolLevels)).max(4),
        minAge: z.number().int().min(6).max(120).nullable(),
        maxAge: z.number().int().min(6).max(120).nullable(),
        /** In the place of each award's own number of places; null for that one as it is, 0 for none here. */
        places: z.array(z.number().int().min(0).max(100_000).nullable()).max(12).default([]),
        /** In the place of what every division may send upwards; null for that. */
        upwards: z.number().int().min(0).max(10_000).nullable().default(null),
      }),
    )
    .max(200)
    .default([]),
  judging: z
    .object({
      /** A third reader is due where two sheets of an entry differ by more, on 0–100. */
      gap: percent.nullable(),
      /** An entry with fewer sheets handed in is not ranked unless the chair says why. */
      quorum: z.number().int().min(1).max(50).nullable(),
    })
    .default({ gap: null, quorum: null }),
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
  /** Which mark thresholds (the least mean, the least mark of an award) look at; the raw one where there is no model. */
  thresholds: z.enum(['RAW', 'ADJUSTED']).default('RAW'),
  /** What is looked at, in this order, where published marks are equal. */
  ties: z.array(tieBreak).max(12).default([]),
  /** Giải, best first, given in the last round to those who pass it. */
  awards: z
    .array(
      z.object({
        name: z.string().min(1).max(80),
        /** On 0–100: the least published mark it is given for, so that bands are half-open; null for none. */
        from: percent.nullable(),
        /** So many of each division; null for no limit. A place nobody reaches stays empty. */
        places: z.number().int().min(1).max(100_000).nullable(),
      }),
    )
    .max(12)
    .default([]),
  /** Phúc khảo: how many days after publication a team may ask for a recount; null where it may not. */
  appealDays: z.number().int().min(1).max(90).nullable().default(null),
  /** How many of each division the host may send to the unit above it; null where it sends none. */
  upwards: z.number().int().min(1).max(10_000).nullable().default(null),
  /** Prizes text as the organiser wrote it. */
  prizes: z.string().max(10_000),
  /** What else the rules say. */
  more: z.string().max(50_000),
});

export type ContestRules = z.infer<typeof contestRules>;

/** How many of each award a division gives, best first; null for no limit. */
export function placesIn(rules: Pick<ContestRules, 'awards' | 'divisions'>, division: string): (number | null)[] {
  const own = rules.divisions.find((one) => one.division === division)?.places ?? [];
  return rules.awards.map(({ places }, at) => own[at] ?? places);
}

/** How many a division may send to the unit above; null where it sends none by a number. */
export function upwardsFrom(rules: Pick<ContestRules, 'upwards' | 'divisions'>, division: string): number | null {
  return rules.divisions.find((one) => one.division === division)?.upwards ?? rules.upwards;
}

export const firstRules: ContestRules = {
  entrants: {
    from: 'host',
    confirmedMembership: false,
    minAge: 16,
    maxAge: 30,
    ageOn: null,
    teamMin: 1,
    teamMax: 5,
    unitShare: null,
    outside: [],
  },
  entries: {
    versions: 'published',
    perLead: 1,
    perPerson: null,
    perSolo: null,
    perUnit: null,
    fieldIds: [],
    questions: [],
    minFiles: 0,
  },
  divisions: [],
  judging: { gap: null, quorum: null },
  blind: true,
  conflicts: { sameUnit: true },
  pass: [],
  thresholds: 'RAW',
  ties: [],
  awards: [],
  appealDays: null,
  upwards: null,
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
  contest: {
    slug: string;
    name: string;
    host: { id: number; name: string };
    opensAt: string;
    closesAt: string;
    /** Put off until further notice since then; left out where it is not. */
    suspendedAt?: string;
  };
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
    /** Left out where entries are not parted. */
    panels?: 'DIVISION' | 'UNIT';
    /** By these units, with `UNIT`. */
    panelUnits?: { id: number; name: string }[];
    /** Left out where judges see others' marks once the round is closed. */
    othersMarks?: 'SUBMITTED';
    rubrics: RubricText[];
  }[];
};
