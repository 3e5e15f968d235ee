import { z } from 'zod';

/** The signs of a code: none is taken for another when read aloud or written by hand. */
export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
/** `B` and seven signs for an entry (bài), `G` and seven for a judge (giám khảo). */
const entry = z.string().regex(/^B[2-9A-HJKMNP-TV-Z]{7}$/);
const judge = z.string().regex(/^G[2-9A-HJKMNP-TV-Z]{7}$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const slug = z.string().min(1).max(200);
const round = z.number().int().min(1);
const count = z.number().int().min(0);
/** A mark on 0–100 as it is published: to 0.01. */
const published = z.number();
const pair = z.tuple([entry, judge]);
const award = z.number().int().min(1).max(12);
/** Set by the chair for one panel of a division whose panels cannot be compared. */
const quota = z.strictObject({
  division: slug,
  component: count,
  top: count.nullable(),
  places: z.array(count.nullable()),
});

/** What of a contest's rules decides: everything a machine needs to come from ballots to results, and no word of text. */
export const decidingRules = z.strictObject({
  /** Left out: thresholds look at the raw mean, nothing breaks a tie, there are no awards. */
  thresholds: z.enum(['RAW', 'ADJUSTED']).optional(),
  ties: z.array(z.string().regex(/^(mean|adjusted|median|spread|criterion-[1-9]\d?)$/)).optional(),
  /** Best first, named by their place: 1, 2, 3 … */
  awards: z
    .array(z.strictObject({ from: z.number().nullable(), places: z.number().int().min(1).nullable() }))
    .optional(),
  /** Divisions that give other numbers of the awards than these. */
  places: z.array(z.strictObject({ division: slug, places: z.array(count.nullable()) })).optional(),
  divisions: z.array(slug),
  rounds: z.array(
    z.strictObject({
      number: round,
      method: z.enum(['RAW', 'ADJUSTED']),
      rubrics: z.array(
        z.strictObject({
          /** Null for the rubric of every division that has none of its own. */
          division: slug.nullable(),
          /** In the order of the rubric; a ballot's marks stand in the same order. */
          criteria: z
            .array(
              z.strictObject({ weight: z.number().positive(), min: z.number(), max: z.number(), step: z.number() }),
            )
            .min(1),
        }),
      ),
      /** Who goes on: every condition that is given must hold. Null where the rules name none. */
      pass: z
        .strictObject({
          top: z.number().int().min(1).nullable(),
          minMean: z.number().nullable(),
          noZero: z.boolean(),
        })
        .nullable(),
    }),
  ),
});
export type DecidingRules = z.infer<typeof decidingRules>;

const standing = z.strictObject({
  entry,
  division: slug,
  /** Entries of different components were never compared; a rank counts within division and component. */
  component: count,
  sheets: z.number().int().min(1),
  mean: published,
  adjusted: published.nullable(),
  rank: z.number().int().min(1),
  rankLow: z.number().int().min(1).nullable(),
  rankHigh: z.number().int().min(1).nullable(),
});
export type RecordedStanding = z.infer<typeof standing>;

/** Every kind of record and the shape of its body. The private part of some holds the text that belongs to it. */
export const recordBodies = {
  /** `before`: the root of the host's contest before this one, so that two contests hold each other. */
  'contest-opened': z.strictObject({
    contest: z.uuid(),
    host: z.number().int(),
    before: z.strictObject({ contest: z.uuid(), root: hash }).nullable(),
  }),
  /** Private part: the whole document. `hash` is its SHA-256 as canonical JSON. */
  'rules-frozen': z.strictObject({ number: z.number().int().min(1), hash, deciding: decidingRules }),
  'entry-made': z.strictObject({ entry, division: slug }),
  'entry-changed': z.strictObject({ entry, division: slug }),
  'entry-withdrawn': z.strictObject({ entry }),
  /** Whether an entry takes part outside the competition from now on, by a rule or by decision. Private part: the reason. */
  'entry-outside': z.strictObject({ entry, outside: z.boolean(), by: z.enum(['board', 'host', 'decision']) }),
  /** Who reads what: what was added and what was taken away, in one act. */
  assigned: z.strictObject({ round, added: z.array(pair), removed: z.array(pair) }),
  recused: z.strictObject({ round, entry, judge }),
  /** Private part: the notes. */
  ballot: z.strictObject({ round, entry, judge, reading: z.number().int().min(1), marks: z.array(z.number()).min(1) }),
  /** Private part: the reason. */
  'ballot-reopened': z.strictObject({
    round,
    entry,
    judge,
    reading: z.number().int().min(1),
    /** The judge can have seen what others gave the entry. */
    afterSeeing: z.literal(true).optional(),
  }),
  /** `missing`: sheets that were assigned and not handed in. Private part: the reason. */
  'round-closed': z.strictObject({ round, missing: z.array(pair) }),
  /** A closed round takes further readings, before anything of it was published. */
  'round-reopened': z.strictObject({ round }),
  'round-ranked': z.strictObject({
    round,
    method: z.enum(['RAW', 'ADJUSTED']),
    /** Of the draws behind the rank intervals. */
    seed: z.number().int(),
    ballots: count,
    /** Ballots handed in that do not count: a conflict of interest was found since. */
    aside: z.array(pair),
    standings: z.array(standing),
  }),
  /** Who goes on. `overrides`: where the chair decided otherwise than the rules; private part: the reasons. */
  'round-decided': z.strictObject({
    round,
    passed: z.array(entry),
    overrides: z.array(z.strictObject({ entry, passed: z.boolean() })),
    /** Places after ties were broken, where they are not the rank. */
    places: z.array(z.tuple([entry, z.number().int().min(1)])).optional(),
    quotas: z.array(quota).optional(),
    /** Kept back because a criterion was at its least on a sheet that counts; where the rules ask for that. */
    zeroed: z.array(entry).optional(),
    /** Ranked outside the competition: they take no place and no award. Left out where there are none. */
    outside: z.array(entry).optional(),
  }),
  /** Who is given what, awards by their place in the rules. `overrides`: where the chair decided otherwise; private part: the reasons. */
  'round-awarded': z.strictObject({
    round,
    awarded: z.array(z.tuple([entry, award])),
    overrides: z.array(z.strictObject({ entry, award: award.nullable() })),
  }),
  'round-published': z.strictObject({ round }),
  /** What came of an appeal: what holds of the entry from now on. Private part: what was asked, and the reason. */
  'appeal-decided': z.strictObject({
    round,
    entry,
    upheld: z.boolean(),
    passed: z.boolean(),
    award: award.nullable(),
  }),
} as const;

export type RecordKind = keyof typeof recordBodies;
export type RecordBody<Kind extends RecordKind> = z.infer<(typeof recordBodies)[Kind]>;

export function isRecordKind(kind: string): kind is RecordKind {
  return Object.hasOwn(recordBodies, kind);
}

/** The kinds anyone may read; the others are for those entitled to the full bundle. */
export const publicKinds: readonly RecordKind[] = [
  'contest-opened',
  'rules-frozen',
  'round-ranked',
  'round-decided',
  'round-awarded',
  'round-published',
  'appeal-decided',
];

/** After these a bundle may end, an appeal where it changed something (`endsEdition`): what follows is for nobody yet. */
export const closingKinds: readonly RecordKind[] = ['round-published', 'appeal-decided'];

/**
 * A bundle may end with this record. A rejected appeal is on record, and is given out with the next edition: it changes no result, and
 * a root nobody was sent would make the one that everybody holds look old.
 */
export function endsEdition({ kind, body }: { kind: string; body: unknown }): boolean {
  return kind === 'round-published' || (kind === 'appeal-decided' && (body as { upheld: boolean }).upheld);
}
