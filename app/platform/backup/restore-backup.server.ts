import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { type Client, copyIn, copyOut } from '#app/platform/db/copy-rows.server.ts';
import { applyMigrations, listMigrations } from '#app/platform/db/migrate.server.ts';
import {
  BackupRefused,
  diskTrouble,
  keyOfFileName,
  keysName,
  type Manifest,
  type TableRecord,
  tableOfName,
} from './archive-form.ts';
import { appliedMigrations, copyOutOf, describeTables, plainSettings, quoted } from './describe-tables.server.ts';
import type { Archive } from './read-archive.server.ts';

/** There while a restore is under way: what else is there is no site yet, and nothing starts on it. */
const restoringMark = (dataDir: string) => path.join(dataDir, 'restoring');

export function isBeingRestored(dataDir: string): boolean {
  return existsSync(restoringMark(dataDir));
}

/** `undo` closes what was opened; rows that were not committed are gone by themselves. */
type OpenedDatabase = { url: string; isEmbedded: boolean; undo: () => Promise<void> };

export type Restoring = {
  archive: Archive;
  dataDir: string;
  /** Opens the database the rows go to, once the keys are laid; called once. */
  openDatabase: () => Promise<OpenedDatabase>;
  /** To be done with the data in place, before the restore counts as done. */
  finish: () => Promise<void>;
  migrationsFolder?: string;
  tell?: (line: string) => void;
};

/** The backup's migrations must be the first of ours, to the byte. */
function insistOnOurHistory(manifest: Manifest, folder: string): void {
  const ours = new Map(
    listMigrations(folder).migrationDirectories.map(({ path: name, migrationFile }) => [
      name,
      createHash('sha256').update(migrationFile.content.value).digest('hex'),
    ]),
  );
  const unknown = manifest.migrations.filter(({ name }) => !ours.has(name));
  if (unknown.length > 0) {
    throw new BackupRefused(
      `The backup was made by a newer version of Ý Hay (${manifest.version}, ${unknown.at(-1)!.name}): update this copy, then restore`,
    );
  }
  const differing = manifest.migrations.find(({ name, checksum }) => ours.get(name) !== checksum);
  const names = [...ours.keys()].slice(0, manifest.migrations.length);
  const first = differing?.name ?? names.find((name, n) => manifest.migrations[n]!.name !== name);
  if (first !== undefined) {
    throw new BackupRefused(
      `The backup was made by another version of Ý Hay (${manifest.version}), whose ${first} differs from this one's: restore it with that version`,
    );
  }
}

async function isEmptyFolder(folder: string): Promise<boolean> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return entries.every((entry) => entry.isDirectory());
}

async function readKeys(archive: Archive): Promise<Buffer> {
  for await (const part of archive.parts()) {
    if (part.name !== keysName) continue;
    const pieces: Buffer[] = [];
    for await (const piece of part.body()) pieces.push(piece);
    return Buffer.concat(pieces);
  }
  throw new BackupRefused(`${archive.place} holds no keys`);
}

const secretsFile = (dataDir: string) => path.join(dataDir, 'secrets.json');
const sameJson = (one: Buffer, other: Buffer) =>
  JSON.stringify(JSON.parse(one.toString('utf8'))) === JSON.stringify(JSON.parse(other.toString('utf8')));

/** What the mark says, for whoever comes after a restore that was cut off. */
type Mark = {
  /** What the data folder had before, and keeps when all is undone. */
  had: { keys: boolean; cluster: boolean };
  /** The database that was found empty: what is in it now is ours to lay anew. */
  database?: string;
};

async function readMark(dataDir: string): Promise<Mark | null> {
  const text = await readFile(restoringMark(dataDir), 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as Mark);
}

const whichDatabase = (url: string) => `${new URL(url).host}${new URL(url).pathname}`;

/**
 * Lays a backup into an empty database and an empty data folder, or refuses, or undoes what it did: never half of it. What was
 * restored is read back and compared with the manifest, then brought up to this version. Throws BackupRefused.
 */
export async function restoreBackup(order: Restoring): Promise<void> {
  const { archive, dataDir, migrationsFolder = path.resolve('prisma/migrations'), tell = () => {} } = order;
  const { manifest } = archive;
  await archive.verify();
  insistOnOurHistory(manifest, migrationsFolder);
  const before = await readMark(dataDir);
  const keys = await readKeys(archive);
  const kept = await readFile(secretsFile(dataDir)).catch(() => null);
  if (kept !== null && !sameJson(kept, keys)) {
    throw new BackupRefused(
      before === null
        ? `${dataDir} holds the keys of another site: set DATA_DIR to a new folder, then restore`
        : `A restore of another backup into ${dataDir} was interrupted: finish that one, or set DATA_DIR to a new folder`,
    );
  }
  if (before !== null) await forgetFiles(dataDir);
  if (!(await isEmptyFolder(path.join(dataDir, 'files')))) {
    throw new BackupRefused(`There are files in ${dataDir} already: set DATA_DIR to a new folder, then restore`);
  }

  const mark: Mark = before ?? { had: { keys: kept !== null, cluster: existsSync(path.join(dataDir, 'postgres')) } };
  const draft = path.join(dataDir, 'files.restoring');
  let database: OpenedDatabase | undefined;
  let isLaid = false;
  try {
    await mkdir(dataDir, { recursive: true });
    await writeFile(restoringMark(dataDir), JSON.stringify(mark));
    if (kept === null) await writeFile(secretsFile(dataDir), keys, { mode: 0o600, flag: 'wx' });
    database = await order.openDatabase();
    const client = new pg.Client({ connectionString: database.url });
    client.on('error', () => {});
    await client.connect();
    try {
      await client.query(plainSettings);
      if (before?.database !== whichDatabase(database.url)) await insistOnEmpty(client, database.isEmbedded);
      mark.database = whichDatabase(database.url);
      await writeFile(restoringMark(dataDir), JSON.stringify(mark));
      await layTables(client, database.url, manifest, migrationsFolder);
      await client.query('begin');
      await loadEverything(client, archive, draft, tell);
      await compareTables(client, manifest);
      await compareFiles(archive, draft);
      await rm(path.join(dataDir, 'files'), { recursive: true, force: true });
      await rename(draft, path.join(dataDir, 'files'));
      await client.query('commit');
      isLaid = true;
    } finally {
      await client.end();
    }
    tell('every table and every file read back: as in the backup');
    const later = await applyMigrations(database.url, migrationsFolder);
    if (later.length > 0) tell(`brought up to this version: ${later.join(', ')}`);
    await order.finish();
    await rm(restoringMark(dataDir));
  } catch (error) {
    await database?.undo();
    if (isLaid) {
      const why = error instanceof Error ? error.message : String(error);
      throw new BackupRefused(
        `The data is laid, but was not brought up to this version (${why}): run the restore again`,
      );
    }
    await undo(dataDir, mark);
    const why = diskTrouble(error, dataDir);
    throw why === null ? error : new BackupRefused(`Nothing was restored: ${why}`);
  }
}

async function forgetFiles(dataDir: string): Promise<void> {
  for (const name of ['files', 'files.restoring']) await rm(path.join(dataDir, name), { recursive: true, force: true });
}

async function undo(dataDir: string, { had }: Mark): Promise<void> {
  await forgetFiles(dataDir);
  if (!had.keys) await rm(secretsFile(dataDir), { force: true });
  if (!had.cluster) await rm(path.join(dataDir, 'postgres'), { recursive: true, force: true });
  await rm(restoringMark(dataDir), { force: true });
  // Only what is empty goes.
  await rmdir(dataDir).catch(() => {});
}

/** No row anywhere; tables without rows may be the rest of an interrupted restore. */
async function insistOnEmpty(client: Client, isEmbedded: boolean): Promise<void> {
  const { rows } = await client.query<{ encoding: string }>(
    `select pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()`,
  );
  if (rows[0]!.encoding !== 'UTF8') {
    throw new BackupRefused(
      `The database is in ${rows[0]!.encoding}: make one with "create database … encoding 'UTF8'"`,
    );
  }
  for (const { name } of await describeTables(client)) {
    const { rowCount } = await client.query(`select 1 from ${quoted(name)} limit 1`);
    if (rowCount === 0) continue;
    throw new BackupRefused(
      isEmbedded
        ? `The database is not empty (${name} has rows): set DATA_DIR to a new folder, then restore`
        : `The database is not empty (${name} has rows): make a new one with "create database …", set DATABASE_URL to it, then restore`,
    );
  }
}

/** The tables as they were when the backup was taken. */
async function layTables(client: Client, url: string, manifest: Manifest, folder: string): Promise<void> {
  const there = (await appliedMigrations(client)).map(({ name }) => name);
  const wanted = manifest.migrations.map(({ name }) => name);
  if (there.length > wanted.length || there.some((name, n) => name !== wanted[n])) {
    throw new BackupRefused(
      'The database has tables of another version: make a new one with "create database …", then restore',
    );
  }
  if (there.length < wanted.length) await applyMigrations(url, folder, wanted.length);
  const tables = new Map((await describeTables(client)).map((table) => [table.name, table.columns.join()]));
  for (const { name, columns } of manifest.tables) {
    if (tables.get(name) !== columns.join()) throw new BackupRefused(`The tables of the backup are not ours: ${name}`);
  }
}

type Constraint = { table: string; name: string; definition: string };

async function loadEverything(client: Client, archive: Archive, draft: string, tell: (line: string) => void) {
  const tables = new Map(archive.manifest.tables.map((table) => [table.name, table]));
  // Rows come table by table: who points to whom is checked when all are there.
  const { rows: constraints } = await client.query<Constraint>(`
    select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace`);
  for (const { table, name } of constraints) await client.query(`alter table ${table} drop constraint ${name}`);
  for (const name of tables.keys()) await client.query(`alter table ${quoted(name)} disable trigger user`);
  if (tables.size > 0) await client.query(`truncate ${[...tables.keys()].map(quoted).join(', ')}`);

  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  const parts = archive.parts();
  let next = await parts.next();
  let files = 0;
  while (!next.done) {
    const table = tableOfName(next.value.name);
    const key = keyOfFileName(next.value.name);
    if (key !== null) {
      await layFile(path.join(draft, key.slice(0, 2)), key, next.value.body());
      files += 1;
    }
    if (table === null) {
      next = await parts.next();
      continue;
    }
    const record = tables.get(table);
    if (record === undefined)
      throw new BackupRefused(`${archive.place} holds a table its manifest does not name: ${table}`);
    const sql = `copy ${quoted(table)} (${record.columns.map(quoted).join(', ')}) from stdin`;
    const rowsOfTable = async function* (): AsyncGenerator<Buffer> {
      for (; !next.done && tableOfName(next.value.name) === table; next = await parts.next()) {
        yield* unzipped(next.value.body());
      }
    };
    await copyIn(client, sql, rowsOfTable());
  }
  for (const { name, last, called } of archive.manifest.sequences) {
    await client.query('select setval($1::regclass, $2::bigint, $3)', [quoted(name), last, called]);
  }
  for (const name of tables.keys()) await client.query(`alter table ${quoted(name)} enable trigger user`);
  for (const { table, name, definition } of constraints) {
    await client.query(`alter table ${table} add constraint ${name} ${definition}`);
  }
  tell(`${tables.size} tables and ${files} files laid`);
}

async function* unzipped(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  const fed = (async () => {
    try {
      for await (const piece of source) {
        if (!gunzip.write(piece)) await new Promise((resolve) => gunzip.once('drain', resolve));
      }
      gunzip.end();
    } catch (error) {
      gunzip.destroy(error as Error);
    }
  })();
  yield* gunzip as AsyncIterable<Buffer>;
  await fed;
}

async function layFile(folder: string, key: string, body: AsyncIterable<Buffer>): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await open(path.join(folder, key), 'wx', 0o600);
  try {
    for await (const piece of body) await file.appendFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function compareTables(client: Client, manifest: Manifest): Promise<void> {
  for (const table of manifest.tables) {
    const { rows, sha256 } = await readBack(client, table);
    if (rows !== table.rows || sha256 !== table.sha256) {
      throw new BackupRefused(`Nothing was restored: ${table.name} did not come back as it is in the backup`);
    }
  }
}

async function readBack(client: Client, table: TableRecord): Promise<{ rows: number; sha256: string }> {
  const hash = createHash('sha256');
  const source = copyOut(client, copyOutOf(table));
  for (;;) {
    const next = await source.next();
    if (next.done) return { rows: next.value, sha256: hash.digest('hex') };
    hash.update(next.value);
  }
}

/** What lies on the disk now against the archive, byte by byte. */
async function compareFiles(archive: Archive, draft: string): Promise<void> {
  for await (const part of archive.parts()) {
    const key = keyOfFileName(part.name);
    if (key === null) continue;
    const file = await open(path.join(draft, key.slice(0, 2), key), 'r');
    try {
      for await (const piece of part.body()) {
        const laid = Buffer.alloc(piece.length);
        const { bytesRead } = await file.read(laid, 0, piece.length);
        if (bytesRead < piece.length || !laid.equals(piece)) {
          throw new BackupRefused(`Nothing was restored: ${part.name} did not come back as it is in the backup`);
        }
      }
    } finally {
      await file.close();
    }
  }
}
