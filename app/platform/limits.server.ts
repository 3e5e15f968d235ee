import { createHmac } from 'node:crypto';
import { now } from './clock.ts';
import { db } from './db/db.server.ts';
import { secrets } from './secrets.server.ts';

export type Allowance = { ok: true } | { ok: false; retryAfterSeconds: number };

/**
 * Counts one attempt against `key` and says whether it is still within `max` per `seconds`. The key names an account
 * first (`write:<id>`), an address only for anonymous writes and failed sign-ins; it is stored as a keyed hash, so the
 * table tells no address.
 */
export async function countAgainst(limit: { key: string; max: number; seconds: number }): Promise<Allowance> {
  const key = hashed(limit.key);
  const at = now();
  const windowStart = new Date(at.getTime() - limit.seconds * 1000);
  const [row] = await db.$queryRaw<{ count: number; windowStart: Date }[]>`
    insert into "RateLimit" as r ("key", "windowStart", "count") values (${key}, ${at}, 1)
    on conflict ("key") do update set
      "count" = case when r."windowStart" <= ${windowStart} then 1 else r."count" + 1 end,
      "windowStart" = case when r."windowStart" <= ${windowStart} then excluded."windowStart" else r."windowStart" end
    returning "count", "windowStart"`;
  return verdict(row!, limit, at);
}

/** Says how a count stands without adding to it (a sign-in form asks before it looks at the password). */
export async function standsAgainst(limit: { key: string; max: number; seconds: number }): Promise<Allowance> {
  const at = now();
  const row = await db.rateLimit.findUnique({ where: { key: hashed(limit.key) } });
  if (row === null || row.windowStart.getTime() + limit.seconds * 1000 <= at.getTime()) return { ok: true };
  return verdict({ ...row, count: row.count + 1 }, limit, at);
}

/** Forgets a count: the right password clears the wrong ones before it. */
export async function clearCount(key: string): Promise<void> {
  await db.rateLimit.deleteMany({ where: { key: hashed(key) } });
}

/** Removes counts whose window ended more than a day ago. */
export async function forgetOldCounts(): Promise<void> {
  await db.rateLimit.deleteMany({ where: { windowStart: { lt: new Date(now().getTime() - 86_400_000) } } });
}

function verdict(
  row: { count: number; windowStart: Date },
  limit: { max: number; seconds: number },
  at: Date,
): Allowance {
  if (row.count <= limit.max) return { ok: true };
  const ends = row.windowStart.getTime() + limit.seconds * 1000;
  return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil((ends - at.getTime()) / 1000)) };
}

function hashed(key: string): string {
  const [kind = '', ...rest] = key.split(':');
  return `${kind}:${createHmac('sha256', secrets().signing).update(rest.join(':')).digest('base64url')}`;
}
