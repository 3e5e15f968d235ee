import { createHash } from 'node:crypto';
import type { LoaderFunctionArgs } from '@remix-run/node';
import type { z } from 'zod';
import { NotFound } from '#app/domain/refusal.ts';
import { log } from '#app/platform/log.server.ts';
import { TokenBucket } from '#app/platform/token-bucket.ts';
import { cleanText } from '#app/routes/typed.ts';
import { i18nFor } from '#app/words/i18n.server.ts';
import { isLocale, type Locale } from '#app/words/locales.ts';
import type { refusedAnswer } from './contract.ts';

/** The door for programs that read: no session, no cookie, every answer JSON and everybody's to use and to keep for a while. */

/** A school behind one address may look around; nobody copies everything at once. */
export const apiLimit = { burst: 600, perSecond: 10 };
const bucket = new TokenBucket(apiLimit);

/** How long an answer may be kept without asking again; seconds. */
const freshFor = 30;

/** What was asked cannot be answered; `fields` says of each parameter why, in the words of the language asked for. */
export class NotReadable extends Error {
  constructor(readonly fields: Record<string, { key: string; values?: Record<string, string | number> }>) {
    super('not readable');
  }
}

export type Reading<Query> = {
  query: Query;
  part: (name: string) => string;
  locale: Locale;
  /** What every address in an answer begins with. */
  origin: string;
};

function hadWrong(issue: z.core.$ZodIssue): { key: string; values?: Record<string, string | number> } {
  switch (issue.code) {
    case 'unrecognized_keys':
      return { key: 'api:problems.unknownParameter' };
    case 'invalid_value':
      return { key: 'api:problems.oneOf', values: { values: issue.values.map(String).join(', ') } };
    case 'too_big':
      return issue.origin === 'array'
        ? { key: 'api:problems.tooMany', values: { max: Number(issue.maximum) } }
        : { key: 'api:problems.tooBig', values: { max: Number(issue.maximum) } };
    case 'too_small':
      return { key: 'api:problems.tooSmall', values: { min: Number(issue.minimum) } };
    default:
      return { key: 'api:problems.format' };
  }
}

/** The parameters as the schema wants them: lists where it has lists, numbers where it has numbers, each of the others once. */
function parsed<Query extends z.ZodObject>(schema: Query, params: URLSearchParams): z.output<Query> {
  const inner = (name: string) => {
    let type = schema.shape[name] as z.core.$ZodType | undefined;
    while (type !== undefined && 'innerType' in type._zod.def) type = type._zod.def.innerType as z.core.$ZodType;
    return type?._zod.def.type;
  };
  const given: Record<string, unknown> = {};
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name).map(cleanText);
    const one = values.length === 1 ? values[0]! : values;
    const isNumber = inner(name) === 'number' && typeof one === 'string' && /^-?\d{1,15}$/.test(one);
    given[name] = inner(name) === 'array' ? [...new Set(values)].filter(Boolean) : isNumber ? Number(one) : one;
  }
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const fields: ConstructorParameters<typeof NotReadable>[0] = {};
  for (const issue of result.error.issues) {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0] ?? 'query')];
    for (const name of names.slice(0, 20)) fields[name.slice(0, 60)] ??= hadWrong(issue);
  }
  throw new NotReadable(fields);
}

type Refused = z.infer<typeof refusedAnswer>;

/**
 * Answers a program: the query is checked, the address counted, the answer gets an ETag of all that does not change by itself
 * (`volatile` names what does).
 */
export function forPrograms<Query extends z.ZodObject, Answer extends object>(
  schema: Query,
  serve: (reading: Reading<z.output<Query>>) => Promise<Answer>,
  { volatile = [] }: { volatile?: (keyof Answer & string)[] } = {},
) {
  return async ({ request, params, context }: LoaderFunctionArgs): Promise<Response> => {
    const url = new URL(request.url);
    const asked = url.searchParams.get('lang');
    const locale = isLocale(asked) ? asked : 'vi';
    const { t } = i18nFor(locale);
    const headers = new Headers({
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'ETag, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset',
      'cross-origin-resource-policy': 'cross-origin',
      'ratelimit-limit': String(apiLimit.burst),
    });
    const refuse = (status: number, error: Refused['error']) => {
      headers.set('cache-control', 'no-store');
      return new Response(JSON.stringify({ error } satisfies Refused), { status, headers });
    };
    const allowed = bucket.take(context?.address ?? 'unknown', performance.now());
    headers.set('ratelimit-remaining', String(allowed.left));
    headers.set('ratelimit-reset', String(allowed.full));
    if (!allowed.ok) {
      headers.set('retry-after', String(allowed.wait));
      const values = { count: allowed.wait, ...apiLimit };
      return refuse(429, { code: 'too-many', message: t('api:errors.tooMany', values) });
    }
    try {
      const answer = await serve({
        query: parsed(schema, url.searchParams),
        part: (name) => cleanText(params[name] ?? ''),
        locale,
        origin: context?.origin ?? url.origin,
      });
      const kept =
        volatile.length === 0 ? answer : { ...answer, ...Object.fromEntries(volatile.map((key) => [key, 0])) };
      const body = JSON.stringify(answer);
      const sum = createHash('sha1').update(kept === answer ? body : JSON.stringify(kept));
      const etag = `W/"${sum.digest('base64url')}"`;
      headers.set('etag', etag);
      headers.set('cache-control', `public, max-age=${freshFor}, stale-while-revalidate=${2 * freshFor}`);
      const has = (request.headers.get('if-none-match') ?? '').split(',').map((one) => one.trim());
      if (has.includes(etag) || has.includes('*')) {
        headers.delete('content-type');
        return new Response(null, { status: 304, headers });
      }
      return new Response(body, { status: 200, headers });
    } catch (thrown) {
      if (thrown instanceof NotReadable) {
        const fields = Object.entries(thrown.fields).map(([name, { key, values }]) => [name, t(key, values)]);
        return refuse(400, {
          code: 'not-valid',
          message: t('api:errors.notValid'),
          fields: Object.fromEntries(fields),
        });
      }
      if (thrown instanceof NotFound) return refuse(404, { code: 'not-found', message: t('api:errors.notFound') });
      log.error({ err: thrown, path: url.pathname }, 'a program could not be answered');
      return refuse(500, { code: 'broken', message: t('api:errors.broken') });
    }
  };
}
