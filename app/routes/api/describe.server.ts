import { z } from 'zod';
import { i18nFor } from '#app/words/i18n.server.ts';
import type { Locale } from '#app/words/locales.ts';
import { endpoints, refusedAnswer } from './contract.ts';
import { apiLimit } from './door.server.ts';

type Json = { [key: string]: unknown };

/** A schema as JSON Schema (draft 2020-12, which OpenAPI 3.1 takes as it is), with its descriptions in the words of a language. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', locale: Locale): Json {
  const { t } = i18nFor(locale);
  const worded = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(worded);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        const isKey = key === 'description' && typeof inner === 'string' && inner.startsWith('api:');
        return [key, isKey ? t(inner, { ...apiLimit }) : worded(inner)];
      }),
    );
  };
  const { $schema, ...rest } = worded(z.toJSONSchema(schema, { io, target: 'draft-2020-12' })) as Json;
  return rest;
}

export type Parameter = { name: string; description: string; schema: Json };

/** What may be asked of an endpoint, in order. */
export function parametersOf(query: z.ZodObject, locale: Locale): Parameter[] {
  const { properties = {} } = schemaOf(query, 'input', locale) as { properties?: Record<string, Json> };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    description: String(description ?? ''),
    schema,
  }));
}

const header = (description: string, type = 'integer') => ({ description, schema: { type } });

/** The whole reading API in OpenAPI 3.1, made from the schemas that check it. */
export function describeApi({ origin, locale }: { origin: string; locale: Locale }): Json {
  const { t } = i18nFor(locale);
  const limits = {
    'RateLimit-Limit': header(t('api:headers.limit')),
    'RateLimit-Remaining': header(t('api:headers.remaining')),
    'RateLimit-Reset': header(t('api:headers.reset')),
  };
  const refused = (description: string, more: Json = {}) => ({
    description,
    headers: { ...limits, ...more },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/refused' } } },
  });
  return {
    openapi: '3.1.0',
    info: { title: t('api:title'), version: '1.0.0', description: t('api:lead') },
    servers: [{ url: origin }],
    paths: Object.fromEntries(
      endpoints.map(({ name, path, query }) => [
        path,
        {
          get: {
            operationId: name,
            summary: t(`api:endpoints.${name}.title`),
            description: t(`api:endpoints.${name}.text`),
            parameters: [
              ...(path.includes('{slug}')
                ? [
                    {
                      name: 'slug',
                      in: 'path',
                      required: true,
                      description: t('api:params.slug'),
                      schema: { type: 'string' },
                    },
                  ]
                : []),
              ...parametersOf(query, locale).map((parameter) => ({ ...parameter, in: 'query', required: false })),
            ],
            responses: {
              200: {
                description: t('api:answers.ok'),
                headers: { ...limits, ETag: header(t('api:headers.etag'), 'string') },
                content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
              },
              304: { description: t('api:answers.same'), headers: limits },
              400: refused(t('api:answers.notValid')),
              404: refused(t('api:answers.notFound')),
              429: refused(t('api:answers.tooMany', { ...apiLimit }), {
                'Retry-After': header(t('api:headers.retryAfter')),
              }),
            },
          },
        },
      ]),
    ),
    components: {
      schemas: {
        ...Object.fromEntries(endpoints.map(({ name, answer }) => [name, schemaOf(answer, 'output', locale)])),
        refused: schemaOf(refusedAnswer, 'output', locale),
      },
    },
  };
}
