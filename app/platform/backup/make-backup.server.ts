import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import pg from 'pg';
import { type Client, copyOut } from '#app/platform/db/copy-rows.server.ts';
import {
  archiveFormat,
  BackupRefused,
  diskTrouble,
  type Head,
  headName,
  keysName,
  type Manifest,
  manifestHashName,
  manifestName,
  type TableRecord,
  tableName,
} from './archive-form.ts';
import {
  appliedMigrations,
  copyOutOf,
  describeTables,
  plainSettings,
  quoted,
  type Table,
} from './describe-tables.server.ts';
import { HeldFiles } from './hold-files.server.ts';
import { Archive } from './read-archive.server.ts';
import { ArchiveWriter } from './write-archive.server.ts';

export type BackupOrder = {
  /** Where the archive will stand; it appears whole or not at all. */
  to: string;
  databaseUrl: string;
  dataDir: string;
  version: string;
  demo: boolean;
  at: Date;
  /** Tables that can be made anew from the others. */
  without: RegExp;
  /** SQL for the keys of the files that the database names. */
  keysInUse: string;
  tell?: (line: string) => void;
};

/** Of a table's rows, before they are compressed: a part holds about this much. */
const partBytes = 4 * 1024 * 1024;
/** How often a backup begins again because a file went while the database was looked at. */
const tries = 5;

/**
 * The whole site in one file: database (one snapshot: what is written meanwhile is in the next backup), files and keys. Nothing is
 * kept in memory but a few mebibytes. The file is read back and compared before it takes its name. Throws BackupRefused.
 */
export async function makeBackup(order: BackupOrder): Promise<Manifest> {
  const { to, dataDir } = order;
  if (existsSync(to)) throw new BackupRefused(`${to} is there already: choose another name`);
  const draft = `${to}.draft-${process.pid}`;
  let writer: ArchiveWriter | undefined;
  let held: HeldFiles | undefined;
  try {
    await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
    writer = await ArchiveWriter.open(draft);
    held = await HeldFiles.begin(dataDir);
    await held.hold();
    const manifest = await write(order, writer, held);
    await writer.finish();
    await writer.close();
    const archive = await Archive.open(draft);
    await archive.verify().finally(() => archive.close());
    await rename(draft, to);
    return manifest;
  } catch (error) {
    const why = diskTrouble(error, path.dirname(to));
    throw why === null ? error : new BackupRefused(`No backup was made: ${why}`);
  } finally {
    await writer?.close();
    await held?.letGo();
    await rm(draft, { force: true });
  }
}

async function write(order: BackupOrder, writer: ArchiveWriter, held: HeldFiles): Promise<Manifest> {
  const { client, lost } = await openSnapshot(order, held);
  try {
    const migrations = await appliedMigrations(client);
    const head: Head = {
      product: 'y-hay',
      format: archiveFormat,
      version: order.version,
      lastMigration: migrations.at(-1)?.name ?? null,
    };
    const server = await client.query<{ server_version: string }>('show server_version');
    await writer.add(headName, Buffer.from(`${JSON.stringify(head)}\n`));
    await writer.add(keysName, await readFile(path.join(order.dataDir, 'secrets.json')));

    const files = { count: 0, bytes: 0 };
    for await (const { name, place } of held.all()) {
      files.bytes += await writer.addFile(name, place);
      files.count += 1;
    }
    order.tell?.(`${files.count} files`);

    const tables: TableRecord[] = [];
    for (const table of await describeTables(client)) {
      if (!order.without.test(table.name)) tables.push(await writeTable(client, table, writer));
    }
    order.tell?.(`${tables.length} tables, ${tables.reduce((sum, { rows }) => sum + rows, 0)} rows`);

    const manifest: Manifest = {
      ...head,
      at: order.at.toISOString(),
      server: `PostgreSQL ${server.rows[0]!.server_version}`,
      demo: order.demo,
      migrations,
      tables,
      sequences: await readSequences(client),
      files,
      lost,
      parts: await writer.addList(),
    };
    const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
    await writer.addAfterList(manifestName, text);
    await writer.addAfterList(
      manifestHashName,
      Buffer.from(`${createHash('sha256').update(text).digest('hex')}\n`, 'latin1'),
    );
    return manifest;
  } finally {
    await client.end();
  }
}

/**
 * One view of the database, with every file it names held. A file that went between the two is looked for again in a newer view,
 * which does not name it any more; one that is missing there too was lost before, and is said to be.
 */
async function openSnapshot(order: BackupOrder, held: HeldFiles): Promise<{ client: Client; lost: string[] }> {
  let before = new Set<string>();
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client({ connectionString: order.databaseUrl });
    client.on('error', () => {});
    await client.connect();
    try {
      await client.query(plainSettings);
      await client.query('begin isolation level repeatable read read only');
      const tables = await describeTables(client);
      if (tables.length === 0) throw new BackupRefused('There is nothing to back up: the database has no tables');
      await client.query(`lock table ${tables.map(({ name }) => quoted(name)).join(', ')} in access share mode`);
      await held.hold();
      const missing = new Set<string>();
      for await (const key of linesOf(copyOut(client, `copy (${order.keysInUse}) to stdout`))) {
        if (!(await held.has(key))) missing.add(key);
      }
      const lost = [...missing].filter((key) => before.has(key));
      if (lost.length === missing.size || attempt === tries) return { client, lost: [...missing].sort() };
      before = missing;
    } catch (error) {
      await client.end();
      throw error;
    }
    await client.end();
  }
}

async function* linesOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + piece.toString('utf8')).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
}

async function writeTable(client: Client, table: Table, writer: ArchiveWriter): Promise<TableRecord> {
  const hash = createHash('sha256');
  let [pieces, bytes, part]: [Buffer[], number, number] = [[], 0, 0];
  const flush = async () => {
    part += 1;
    await writer.add(tableName(table.name, part), await promisify(gzip)(Buffer.concat(pieces), { level: 5 }));
    pieces = [];
    bytes = 0;
  };
  const source = copyOut(client, copyOutOf(table));
  let rows: number;
  for (;;) {
    const next = await source.next();
    if (next.done) {
      rows = next.value;
      break;
    }
    hash.update(next.value);
    pieces.push(next.value);
    bytes += next.value.length;
    if (bytes >= partBytes) await flush();
  }
  if (bytes > 0) await flush();
  return { ...table, rows, sha256: hash.digest('hex') };
}

async function readSequences(client: Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ name: string }>(`
    select sequencename as name from pg_sequences where schemaname = current_schema() order by sequencename collate "C"`);
  const sequences: Manifest['sequences'] = [];
  for (const { name } of rows) {
    const { rows: at } = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${quoted(name)}`,
    );
    sequences.push({ name, last: at[0]!.last, called: at[0]!.called });
  }
  return sequences;
}
