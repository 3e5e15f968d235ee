import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { running } from '#app/platform/running.server.ts';

let made = 0;

/** A new database without anything in it, on the server of the tests; `drop` it in the end. */
export async function anEmptyDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  made += 1;
  const name = `e_${process.pid}_${made}`;
  const onServer = async (sql: string) => {
    const client = new pg.Client({ connectionString: inject('postgres') });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await onServer(`create database ${name}`);
  const url = new URL(inject('postgres'));
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(`drop database if exists ${name} with (force)`) };
}

export async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

/** Every table with the number of its rows and a hash of them all, by PostgreSQL's own doing. */
export async function tableHashes(url: string, without: RegExp): Promise<Record<string, string>> {
  const tables = await ask<{ name: string }>(
    url,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  );
  const hashes: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !without.test(table.name))) {
    const [row] = await ask<{ n: string; hash: string }>(
      url,
      `select count(*)::text as n, md5(coalesce(string_agg(t::text, '|' order by t::text collate "C"), '')) as hash from "${name}" t`,
    );
    hashes[name] = `${row!.n} ${row!.hash}`;
  }
  return hashes;
}

/** Every file under a folder, by its path there, with its hash. */
export async function fileHashes(folder: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const place = path.join(entry.parentPath, entry.name);
    hashes[path.relative(folder, place)] = createHash('sha256')
      .update(await readFile(place))
      .digest('hex');
  }
  return Object.fromEntries(Object.entries(hashes).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The database of this file. */
export const ownDatabase = () => running().databaseUrl!;
