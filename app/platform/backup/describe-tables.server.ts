import type { Client } from '#app/platform/db/copy-rows.server.ts';
import type { TableRecord } from './archive-form.ts';

export type Table = Pick<TableRecord, 'name' | 'columns' | 'order'>;

/** Prisma's own table is laid by the migrations themselves. */
const migrationsTable = '_prisma_migrations';

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Every table with the columns that hold data, and what puts its rows in one order on any server. */
export async function describeTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; order: string[] | null; texts: string[] }>(`
    select c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select array_agg(a.attname::text order by k.n) from pg_index i
        cross join lateral unnest(i.indkey) with ordinality k(attnum, n)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary) as "order",
      coalesce((select array_agg(a.attname::text) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attcollation <> 0), '{}') as texts
    from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> '${migrationsTable}'
    order by c.relname collate "C"`);
  return rows.map(({ name, columns, order, texts }) => ({
    name,
    columns,
    order: (order ?? columns.map((column) => `${quoted(column)}::text`)).map((column) =>
      order === null ? `${column} collate "C"` : `${quoted(column)}${texts.includes(column) ? ' collate "C"' : ''}`,
    ),
  }));
}

/** The rows of a table as COPY text, the same bytes for the same rows. */
export function copyOutOf({ name, columns, order }: Table): string {
  return `copy (select ${columns.map(quoted).join(', ')} from ${quoted(name)} order by ${order.join(', ')}) to stdout`;
}

/** How values are written, whatever the server or the user prefers; and nothing here is hurried or waits for a lock for ever. */
export const plainSettings = `
  set client_encoding = 'UTF8'; set DateStyle = 'ISO, YMD'; set IntervalStyle = 'postgres'; set TimeZone = 'UTC';
  set extra_float_digits = 3; set bytea_output = 'hex'; set statement_timeout = 0; set lock_timeout = '60s';
  set idle_in_transaction_session_timeout = 0`;

/** Migrations that were applied to the end, in their order; none in a database that has no tables of ours. */
export async function appliedMigrations(client: Client): Promise<{ name: string; checksum: string }[]> {
  const there = await client.query(`select to_regclass('${migrationsTable}') as it`);
  if (there.rows[0].it === null) return [];
  const { rows } = await client.query<{ name: string; checksum: string }>(`
    select migration_name as name, checksum from ${migrationsTable}
    where finished_at is not null and rolled_back_at is null order by migration_name collate "C"`);
  return rows;
}
