import { z } from 'zod';
import type { ContestFilter } from '#app/domain/contests/find-contests.server.ts';
import { ideaStages, lookingFors } from '#app/domain/ideas/idea.ts';
import { locales } from '#app/words/locales.ts';

/**
 * The public reading API as data: what may be asked and what is answered. Requests are checked by these schemas, answers are typed
 * by them, and the description at /api/openapi.json is made from them. `description` is a key of the words.
 */

export const longestQ = 400;
export const mostPerPage = 100;
/** Nobody turns further than this; lists that are longer are for narrowing. */
export const deepestItem = 10_000;

const told = (key: string) => ({ description: `api:${key}` });
const lower = (values: readonly string[]) => values.map((value) => value.toLowerCase()) as [string, ...string[]];
const slug = z.string().min(1).max(200);
const several = <Value extends z.ZodType>(value: Value) => z.array(value).max(40);
const page = z.int().min(1).max(deepestItem).default(1).meta(told('params.page'));
const perPage = z.int().min(1).max(mostPerPage).default(20).meta(told('params.perPage'));

export const stages = lower(ideaStages);
export const searchedFor = lower(lookingFors);
export const ideaSorts = ['relevance', 'newest', 'oldest', 'endorsed'] as const;

const lang = z.enum(locales).default('vi').meta(told('params.lang'));

export const ideasQuery = z.strictObject({
  q: z.string().default('').meta(told('params.q')),
  field: several(slug).default([]).meta(told('params.field')),
  province: several(slug).default([]).meta(told('params.province')),
  unit: several(slug).default([]).meta(told('params.unit')),
  stage: several(z.enum(stages)).default([]).meta(told('params.stage')),
  year: several(z.string().regex(/^(19|20)\d\d$/))
    .default([])
    .meta(told('params.year')),
  contest: several(slug).default([]).meta(told('params.contest')),
  award: several(slug).default([]).meta(told('params.award')),
  lookingFor: several(z.enum(searchedFor)).default([]).meta(told('params.lookingFor')),
  sort: z.enum(ideaSorts).optional().meta(told('params.sort')),
  page,
  perPage,
  lang,
});

const listedPhases = ['open', 'judging', 'published', 'cancelled'] as const satisfies readonly ContestFilter[];
const phases = ['announced', 'suspended', ...listedPhases] as const;

export const contestsQuery = z.strictObject({
  phase: z.enum(listedPhases).optional().meta(told('params.phase')),
  page,
  lang,
});

export const resultsQuery = z.strictObject({ lang });
export const ideaQuery = z.strictObject({ lang });

export const unitsQuery = z.strictObject({
  q: z.string().default('').meta(told('params.unitQ')),
  perPage,
  lang,
});

const text = z.string();
const time = z.iso.datetime().meta(told('fields.time'));
const address = z.url().meta(told('fields.url'));
const place = z.object({ slug: text, name: text }).nullable();
const pieces = z.array(z.object({ text, hit: z.boolean() })).meta(told('fields.pieces'));

const listedIdea = z.object({
  slug: text,
  url: address,
  title: text,
  abstract: text,
  field: text.nullable().meta(told('fields.field')),
  province: place,
  unit: text.nullable(),
  stage: z.enum(stages),
  lookingFor: z.array(z.enum(searchedFor)),
  authors: z.array(text).meta(told('fields.authors')),
  awards: z.array(text),
  endorsements: z.int(),
  publishedAt: time,
  highlights: z.object({ title: pieces, abstract: pieces, text: pieces.nullable() }),
});

const facetValues = z.array(z.object({ value: text, label: text, count: z.int() }));

export const ideasAnswer = z.object({
  items: z.array(listedIdea),
  total: z.int().meta(told('fields.total')),
  totalMeans: z.enum(['exact', 'over', 'candidates']).meta(told('fields.totalMeans')),
  page: z.int(),
  pages: z.int(),
  facets: z
    .object({
      field: facetValues,
      province: facetValues,
      unit: facetValues,
      stage: facetValues,
      year: facetValues,
      contest: facetValues,
      award: facetValues,
      lookingFor: facetValues,
    })
    .partial()
    .meta(told('fields.facets')),
  engine: z.enum(['meilisearch', 'postgres']).meta(told('fields.engine')),
  tookMs: z.number().meta(told('fields.tookMs')),
  read: z
    .object({
      words: text,
      cut: z.boolean(),
      corrected: text.nullable(),
      loose: z.boolean(),
    })
    .meta(told('fields.read')),
  didYouMean: text.optional().meta(told('fields.didYouMean')),
});

export const ideaAnswer = z.object({
  slug: text,
  url: address,
  title: text,
  abstract: text,
  problem: text,
  solution: text,
  novelty: text,
  method: text,
  beneficiaries: text,
  progress: text,
  needs: text,
  field: text.nullable(),
  province: place,
  unit: place,
  stage: z.enum(stages),
  lookingFor: z.array(z.enum(searchedFor)),
  authors: z.array(text).meta(told('fields.authors')),
  contests: z.array(z.object({ slug: text, name: text })),
  awards: z.array(text),
  endorsements: z.int(),
  publishedAt: time,
});

export const contestsAnswer = z.object({
  items: z.array(
    z.object({
      slug: text,
      url: address,
      name: text,
      summary: text,
      host: text,
      phase: z.enum(phases),
      opensAt: time,
      closesAt: time,
      publishedAt: time.nullable(),
      entries: z.int(),
    }),
  ),
  total: z.int(),
  page: z.int(),
  pages: z.int(),
});

export const resultsAnswer = z.object({
  contest: z.object({ slug: text, url: address, name: text, host: text }),
  rounds: z
    .array(
      z.object({
        number: z.int(),
        name: text,
        method: z.enum(['raw', 'adjusted']).meta(told('fields.method')),
        computedAt: time,
        divisions: z.array(
          z.object({
            slug: text,
            name: text,
            groups: z
              .array(
                z.array(
                  z.object({
                    entry: z.int(),
                    title: text,
                    idea: text.nullable().meta(told('fields.idea')),
                    authors: z.array(text).meta(told('fields.authors')),
                    unit: text.nullable(),
                    rank: z.int(),
                    rankLow: z.int().nullable(),
                    rankHigh: z.int().nullable(),
                    sheets: z.int(),
                    mean: z.number(),
                    adjusted: z.number().nullable(),
                  }),
                ),
              )
              .meta(told('fields.groups')),
          }),
        ),
      }),
    )
    .meta(told('fields.rounds')),
});

export const unitsAnswer = z.object({
  items: z.array(
    z.object({
      slug: text,
      url: address,
      name: text,
      kind: text,
      province: place,
      formerly: text.nullable().meta(told('fields.formerly')),
    }),
  ),
  total: z.int(),
});

export const refusedAnswer = z.object({
  error: z.object({
    code: z.enum(['not-valid', 'not-found', 'too-many', 'broken']),
    message: text,
    fields: z.record(text, text).optional().meta(told('fields.fields')),
  }),
});

export type Endpoint = {
  name: 'ideas' | 'idea' | 'contests' | 'results' | 'units';
  path: string;
  query: z.ZodObject;
  answer: z.ZodType;
};

/** Everything that can be read, in the order it is described. */
export const endpoints: Endpoint[] = [
  { name: 'ideas', path: '/api/v1/ideas', query: ideasQuery, answer: ideasAnswer },
  { name: 'idea', path: '/api/v1/ideas/{slug}', query: ideaQuery, answer: ideaAnswer },
  { name: 'contests', path: '/api/v1/contests', query: contestsQuery, answer: contestsAnswer },
  { name: 'results', path: '/api/v1/contests/{slug}/results', query: resultsQuery, answer: resultsAnswer },
  { name: 'units', path: '/api/v1/units', query: unitsQuery, answer: unitsAnswer },
];
