import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';

const loopbackHosts = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

export function isLoopback(host: string): boolean {
  return loopbackHosts.has(host) || /^127(\.\d{1,3}){3}$/.test(host);
}

function urlWith(protocols: string[], example: string) {
  return z.string().refine((value) => {
    try {
      return protocols.includes(new URL(value).protocol);
    } catch {
      return false;
    }
  }, `must be an address like ${example}`);
}

function isProxy(value: string): boolean {
  const [address = '', bits, ...rest] = value.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

const schema = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
    HOST: z.string().default('127.0.0.1'),
    PORT: z
      .string()
      .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
      .transform(Number)
      .refine((port) => port <= 65535, 'must be a number from 0 to 65535')
      .default(3000),
    PUBLIC_URL: urlWith(['http:', 'https:'], 'https://y-hay.example')
      .refine((value) => URL.canParse(value) && new URL(value).href === `${new URL(value).origin}/`, {
        error: 'must be an origin alone, without a path, a query or a user',
      })
      .transform((value) => new URL(value).origin)
      .optional(),
    DATABASE_URL: urlWith(['postgres:', 'postgresql:'], 'postgresql://user:password@server:5432/y_hay').optional(),
    DATABASE_POOL: z
      .string()
      .regex(/^[1-9]\d{0,2}$/, 'must be a number from 1 to 999')
      .transform(Number)
      .default(10),
    MEILI_URL: urlWith(['http:', 'https:'], 'http://server:7700').optional(),
    MEILI_KEY: z.string().min(16, 'must have 16 characters or more').optional(),
    SMTP_URL: urlWith(['smtp:', 'smtps:'], 'smtps://user:password@server:465').optional(),
    MAIL_FROM: z
      .string()
      .regex(/^([^<>@\r\n]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, 'must be like Ý Hay <tin@y-hay.example>')
      .default('Ý Hay <khong-tra-loi@y-hay.example>'),
    DATA_DIR: z
      .string()
      .transform((folder) => path.resolve(folder))
      .default(path.resolve('.data')),
    TRUSTED_PROXIES: z
      .string()
      .transform((list) => list.split(/[\s,]+/).filter(Boolean))
      .refine((list) => list.every(isProxy), 'must be addresses or ranges such as 10.0.0.5, 10.1.0.0/16')
      .default([]),
    SECOND_FACTOR: z.enum(['required'], { error: 'must be required, or not set' }).optional(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  })
  .superRefine((env, context) => {
    const wrong = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message });
    const origin = env.PUBLIC_URL === undefined ? null : new URL(env.PUBLIC_URL);
    const loopback = isLoopback(env.HOST) && (origin === null || isLoopback(origin.hostname));
    if (!loopback && origin?.protocol !== 'https:') {
      wrong('PUBLIC_URL', 'must be an https address when the site is served beyond loopback');
    }
    if (!loopback && env.DATABASE_URL === undefined) {
      wrong('DATABASE_URL', 'must be set when the site is served beyond loopback: the demo world is for loopback only');
    }
    if (env.MEILI_URL !== undefined && env.MEILI_KEY === undefined) wrong('MEILI_KEY', 'must be set with MEILI_URL');
  });

export type Env = z.infer<typeof schema>;

/** A setting is wrong: the message is one line that names it and says what it must be. */
export class WrongEnv extends Error {}

/** Reads the settings out of `source`; an empty value counts as not set. Throws WrongEnv. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new WrongEnv(result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; '));
}

let parsed: Env | undefined;

/** The settings of this process, parsed once. */
export function env(): Env {
  parsed ??= readEnv(process.env);
  return parsed;
}
