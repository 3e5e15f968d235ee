import pg from 'pg';
import { inject } from 'vitest';
import { db } from '#app/platform/db/db.server.ts';
import { running } from '#app/platform/running.server.ts';

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function urlOf(name: string): string {
  const url = new URL(inject('postgres'));
  url.pathname = `/${name}`;
  return url.href;
}

let made = 0;

/** A new database, a copy of the migrated and empty template (about 40 ms); `db` uses it from now on. */
export async function openFreshDatabase(): Promise<string> {
  await db.$disconnect();
  made += 1;
  const name = `t_${process.pid}_${made}`;
  await onServer(`create database ${name} template ${inject('template')}`);
  running().databaseUrl = urlOf(name);
  return name;
}

export async function dropDatabase(name: string): Promise<void> {
  await db.$disconnect();
  running().databaseUrl = undefined;
  await onServer(`drop database if exists ${name} with (force)`);
}

let counted = 0;
let listening = false;

/** How many statements `work` sends to the database, the frame of a transaction not counted. */
export async function countQueries<T>(work: () => Promise<T>): Promise<{ queries: number; result: T }> {
  if (!listening) {
    db.$on('query', (event) => {
      if (!/^\s*(begin|commit|rollback|savepoint|release)\b/i.test(event.query)) counted += 1;
    });
    listening = true;
  }
  const before = counted;
  const result = await work();
  return { queries: counted - before, result };
}
