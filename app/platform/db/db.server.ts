import { PrismaPg } from '@prisma/adapter-pg';
import { env } from '#app/platform/env.server.ts';
import { log } from '#app/platform/log.server.ts';
import { running } from '#app/platform/running.server.ts';
import { PrismaClient } from './generated/client.ts';

/** Where the database is: the embedded one that this process started or joined, else DATABASE_URL. */
export function databaseUrl(): string {
  const url = running().databaseUrl ?? env().DATABASE_URL;
  if (url === undefined) throw new Error('No database is open: set DATABASE_URL or open the embedded one first');
  return url;
}

/** Asks for the address at the first query only, because the embedded database starts after this module is loaded. */
class LatePrismaPg extends PrismaPg {
  constructor() {
    super({});
  }
  override connect() {
    return new PrismaPg(
      { connectionString: databaseUrl(), max: env().DATABASE_POOL },
      { onPoolError: (err) => log.warn({ err }, 'an idle database connection broke') },
    ).connect();
  }
}

function open() {
  return new PrismaClient({
    adapter: new LatePrismaPg(),
    log: [{ emit: 'event', level: 'query' }],
    transactionOptions: { maxWait: 5_000, timeout: 30_000 },
  });
}

/** One per process: a reload of this module in development must not open a second pool. */
const key = Symbol.for('y-hay.db');
const holder = globalThis as { [key]?: ReturnType<typeof open> };
holder[key] ??= open();

export const db = holder[key];

/** The client inside `db.$transaction(async (tx) => …)`. */
export type Tx = Parameters<Parameters<typeof db.$transaction>[0]>[0];
