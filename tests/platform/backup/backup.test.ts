import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keysInUse, madeAnew } from '#app/commands/kept-in-backup.ts';
import { continueAfterCopy } from '#app/domain/history/continue-after-copy.server.ts';
import { placeOf, readEvents } from '#app/domain/history/read-events.server.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { seededRandom } from '#app/domain/judging/random.ts';
import {
  BackupRefused,
  diskTrouble,
  type Manifest,
  readTarHeader,
  tarHeader,
} from '#app/platform/backup/archive-form.ts';
import { makeBackup } from '#app/platform/backup/make-backup.server.ts';
import { Archive } from '#app/platform/backup/read-archive.server.ts';
import { isBeingRestored, restoreBackup } from '#app/platform/backup/restore-backup.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { openEmbeddedPostgres } from '#app/platform/db/embedded-postgres.server.ts';
import { env } from '#app/platform/env.server.ts';
import { removeStoredFile, storeFile } from '#app/platform/files.server.ts';
import { running } from '#app/platform/running.server.ts';
import { secretsOf } from '#app/platform/secrets.server.ts';
import { seedDemo, seedReference } from '#prisma/seed/seed.ts';
import { anEmptyDatabase, ask, fileHashes, ownDatabase, tableHashes } from '#tests/support/copies.ts';

let folder: string;
/** A backup of the demo world with files, taken in quiet. */
let archive: string;
let manifest: Manifest;
const keys: string[] = [];
const at = new Date('2026-11-22T10:00:00Z');
const version = '0.1.0';

/** A file of an idea, in the database and on the disk. */
async function addFile(bytes: Buffer): Promise<string> {
  const idea = await db.idea.findFirstOrThrow({ select: { id: true, ownerId: true } });
  const key = await storeFile(bytes);
  await db.ideaFile.create({
    data: {
      ideaId: idea.id,
      uploadedById: idea.ownerId,
      name: 'Ảnh thử.png',
      key,
      mediaType: 'image/png',
      bytes: bytes.length,
      sha256: 'of no account here',
      createdAt: at,
    },
  });
  return key;
}

async function removeFile(key: string): Promise<void> {
  await db.ideaFile.update({ where: { key }, data: { removedAt: at } });
  await removeStoredFile(key);
}

const order = (to: string) => ({
  to,
  databaseUrl: ownDatabase(),
  dataDir: env().DATA_DIR,
  version,
  demo: false,
  at,
  without: madeAnew,
  keysInUse,
});

/** Restores into `url` (a new database where none is given) and a folder of its own. */
async function restoring(from: string, to: { url?: string; dataDir?: string; migrationsFolder?: string } = {}) {
  const made = to.url === undefined ? await anEmptyDatabase() : null;
  const url = to.url ?? made!.url;
  const dataDir = to.dataDir ?? path.join(await mkdtemp(path.join(folder, 'restored-')), 'data');
  const opened = await Archive.open(from);
  const openDatabase = async () => ({ url, isEmbedded: false, undo: async () => {} });
  const finish = async () => {};
  const result = await restoreBackup({ archive: opened, dataDir, openDatabase, finish, ...to }).then(
    () => null,
    (error: unknown) => error,
  );
  await opened.close();
  return { url, dataDir, drop: made?.drop ?? (async () => {}), refusal: result };
}

const refusalOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof BackupRefused ? error.message : error;
};

async function refusalOfFile(place: string) {
  return refusalOf(
    (async () => {
      const opened = await Archive.open(place);
      await opened.verify().finally(() => opened.close());
    })(),
  );
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'y-hay-backup-'));
  secretsOf(env().DATA_DIR);
  await seedReference();
  await seedDemo();
  const random = seededRandom(1);
  for (let n = 0; n < 24; n += 1) {
    keys.push(await addFile(Buffer.from(Array.from({ length: 20 + n * 997 }, () => Math.floor(random() * 256)))));
  }
  archive = path.join(folder, 'quiet.tar');
  manifest = await makeBackup(order(archive));
}, 120_000);

afterAll(async () => {
  for (const key of keys) await removeStoredFile(key);
  await rm(folder, { recursive: true, force: true });
});

describe('into an empty server', () => {
  test('every table, every sequence, every file and the keys are as they were', async () => {
    const { url, dataDir, drop, refusal } = await restoring(archive);
    expect(refusal).toBe(null);
    const tables = await tableHashes(ownDatabase(), madeAnew);
    expect(Object.keys(tables).length).toBeGreaterThan(60);
    expect(await tableHashes(url, madeAnew)).toEqual({ ...tables, _prisma_migrations: expect.any(String) });
    const files = await fileHashes(path.join(env().DATA_DIR, 'files'));
    expect(Object.keys(files)).toEqual(expect.arrayContaining(keys.map((key) => `${key.slice(0, 2)}/${key}`)));
    expect(await fileHashes(path.join(dataDir, 'files'))).toEqual(files);
    expect(await readFile(path.join(dataDir, 'secrets.json'), 'utf8')).toBe(
      await readFile(path.join(env().DATA_DIR, 'secrets.json'), 'utf8'),
    );
    expect((await stat(path.join(dataDir, 'secrets.json'))).mode & 0o777).toBe(0o600);
    const units = 'select last_value::text, is_called from "Unit_id_seq"';
    expect(await ask(url, units)).toEqual(await ask(ownDatabase(), units));
    const held = `select (select count(*) from pg_constraint where contype = 'f')::text as keys,
      (select count(*) from pg_trigger where tgenabled = 'O' and not tgisinternal)::text as triggers`;
    expect(await ask(url, held)).toEqual(await ask(ownDatabase(), held));
    // The same content is the same bytes: a backup of what was restored has the same hashes.
    const again = await makeBackup({ ...order(path.join(folder, 'again.tar')), databaseUrl: url, dataDir });
    expect({ ...again, at: '', server: '' }).toEqual({ ...manifest, at: '', server: '' });
    await drop();
  });

  test('on a server whose transactions count from less, readers lose nothing and repeat nothing', async () => {
    const from = ownDatabase();
    for (let unitId = 1; unitId <= 6; unitId += 1) {
      await db.$transaction((tx) => recordEvent(tx, { kind: 'unit.changed', by: null, unitId }));
    }
    const events = await db.event.findMany({
      orderBy: [{ txid: 'asc' }, { id: 'asc' }],
      select: { id: true, txid: true },
    });
    const half = events[Math.floor(events.length / 2)]!;
    await db.$executeRaw`update "Event" set "txid" = "txid" + 1000000000`;
    await db.eventCursor.create({ data: { reader: 'copied', txid: half.txid + 1_000_000_000n, id: half.id } });
    const to = path.join(folder, 'ahead.tar');
    await makeBackup(order(to));

    const dataDir = path.join(await mkdtemp(path.join(tmpdir(), 'y-hay-other-')), 'data');
    await mkdir(dataDir);
    await cp(path.join(env().DATA_DIR, 'secrets.json'), path.join(dataDir, 'secrets.json'));
    const server = await openEmbeddedPostgres({ dataDir, settings: { fsync: 'off', synchronous_commit: 'off' } });
    try {
      expect((await restoring(to, { url: server.url(), dataDir })).refusal).toBe(null);
      await db.$disconnect();
      running().databaseUrl = server.url();
      expect(await continueAfterCopy()).toBe(true);
      await db.$transaction((tx) => recordEvent(tx, { kind: 'unit.changed', by: null, unitId: 1 }));
      const unread = await readEvents({ after: await placeOf({ reader: 'copied' }), limit: 10_000 });
      const expected = events.slice(Math.floor(events.length / 2) + 1).map(({ id }) => id);
      expect(unread.map(({ id }) => id)).toEqual([
        ...expected,
        events.map(({ id }) => id).reduce((a, b) => (a > b ? a : b)) + 1n,
      ]);
    } finally {
      await db.$disconnect();
      running().databaseUrl = from;
      await server.stop();
      await rm(path.dirname(dataDir), { recursive: true, force: true });
      await db.eventCursor.delete({ where: { reader: 'copied' } });
    }
  });

  test('while people add and remove files and write: one moment, and no file it names is missing', async () => {
    let goesOn = true;
    const mine: string[] = [];
    const busy = (async () => {
      for (let n = 0; goesOn; n += 1) {
        mine.push(await addFile(Buffer.from(`một tệp ${n}`.repeat(50))));
        await wait(5);
        if (n % 3 === 2) await removeFile(mine.splice(Math.floor(mine.length / 2), 1)[0]!);
      }
    })();
    for (let n = 0; n < 2; n += 1) {
      const to = path.join(folder, `busy-${n}.tar`);
      const taken = await makeBackup(order(to));
      expect(taken.lost).toEqual([]);
      const { url, dataDir, refusal, drop } = await restoring(to);
      expect(refusal).toBe(null);
      const named = await ask<{ key: string }>(url, keysInUse);
      expect(named.length).toBeGreaterThanOrEqual(keys.length);
      const there = new Set(Object.keys(await fileHashes(path.join(dataDir, 'files'))));
      expect(named.filter(({ key }) => !there.has(`${key.slice(0, 2)}/${key}`))).toEqual([]);
      await drop();
    }
    goesOn = false;
    await busy;
    expect((await readdir(env().DATA_DIR)).filter((name) => name.startsWith('files-held'))).toEqual([]);
    for (const key of mine) await removeFile(key);
  });

  test('a file that was lost before is said to be, and the rest is saved', async () => {
    const key = await addFile(Buffer.from('sẽ mất'));
    await removeStoredFile(key);
    const taken = await makeBackup(order(path.join(folder, 'lost.tar')));
    expect(taken.lost).toEqual([key]);
    await db.ideaFile.delete({ where: { key } });
  });

  test('a backup of an older version is brought up to this one', async () => {
    const later = path.join(folder, 'migrations');
    await cp('prisma/migrations', later, { recursive: true });
    await mkdir(path.join(later, '9999_later'));
    await writeFile(
      path.join(later, '9999_later/migration.sql'),
      `alter table "Field" add column "later" int not null default 7;`,
    );
    const { url, refusal, drop } = await restoring(archive, { migrationsFolder: later });
    expect(refusal).toBe(null);
    expect(await ask(url, 'select distinct "later" from "Field"')).toEqual([{ later: 7 }]);
    await drop();
  });
});

describe('a file that is not as it was', () => {
  /** Where each part lies, by a reading of the file of our own. */
  async function partsOf(bytes: Buffer): Promise<{ name: string; header: number; end: number }[]> {
    const parts = [];
    for (let offset = 0; bytes[offset] !== 0; ) {
      const { name, size } = readTarHeader(bytes.subarray(offset, offset + 512))!;
      const end = offset + 512 + Math.ceil(size / 512) * 512;
      parts.push({ name, header: offset, end });
      offset = end;
    }
    return parts;
  }

  test('one byte changed in each of 250 places is named each time, and nothing is restored', async () => {
    const bytes = await readFile(archive);
    const parts = await partsOf(bytes);
    const random = seededRandom(20_261_122);
    const place = path.join(folder, 'damaged.tar');
    const spots = Array.from({ length: 250 }, (_, n) => {
      // As many in small parts as in large ones, and some in the end of the file.
      if (n % 25 === 0) return bytes.length - 1 - Math.floor(random() * 1024);
      const part = parts[Math.floor(random() * parts.length)]!;
      return part.header + Math.floor(random() * (part.end - part.header));
    });
    for (const spot of spots) {
      const changed = Buffer.from(bytes);
      changed[spot] = (changed[spot]! + 1 + Math.floor(random() * 255)) % 256;
      await writeFile(place, changed);
      const part = parts.find(({ header, end }) => spot >= header && spot < end);
      const before = parts[parts.indexOf(part!) - 1];
      const named =
        part === undefined
          ? ['its end', `the header after ${parts.at(-1)!.name}`]
          : [part.name, spot < part.header + 512 ? (before?.name ?? 'its beginning') : part.name];
      const said = await refusalOfFile(place);
      expect(said, `byte ${spot}`).toContain(`${place} is damaged: `);
      expect(
        named.some((name) => String(said).includes(name)),
        `byte ${spot} of ${part?.name}: ${said}`,
      ).toBe(true);
    }
    const { refusal, url, dataDir, drop } = await restoring(place).catch((error) => ({
      refusal: error,
      url: '',
      dataDir: '',
      drop: null,
    }));
    expect(refusal).toBeInstanceOf(BackupRefused);
    if (drop !== null) {
      expect(await tableHashes(url, madeAnew)).toEqual({});
      expect(await readdir(path.dirname(dataDir))).toEqual([]);
      await drop();
    }
  });

  test('cut off anywhere, it is said to be cut off', async () => {
    const bytes = await readFile(archive);
    const random = seededRandom(3);
    const place = path.join(folder, 'cut.tar');
    const lengths = [513, bytes.length - 1, bytes.length - 512, bytes.length - 1024];
    for (let n = 0; n < 60; n += 1) lengths.push(512 + Math.floor(random() * (bytes.length - 512)));
    for (const length of lengths) {
      await writeFile(place, bytes);
      await truncate(place, length);
      expect(await refusalOfFile(place), `${length} bytes`).toMatch(/ is cut off after .+\. Take another copy of it$/);
    }
    await writeFile(place, Buffer.concat([bytes, Buffer.from('x')]));
    expect(await refusalOfFile(place)).toContain('is damaged: its end');
  });

  test('something else altogether', async () => {
    const other = path.join(folder, 'other');
    const isNone = `${other} is not a backup of Ý Hay`;
    await writeFile(other, 'Một bức thư, không phải bản sao lưu.'.repeat(100));
    expect(await refusalOfFile(other)).toBe(isNone);
    await writeFile(other, Buffer.concat([tarHeader('thu.txt', 0), Buffer.alloc(1024)]));
    expect(await refusalOfFile(other)).toBe(isNone);
    await writeFile(other, '');
    expect(await refusalOfFile(other)).toBe(isNone);
    expect(await refusalOfFile(folder)).toBe(`${folder} is not a file`);
    expect(await refusalOfFile(path.join(folder, 'none'))).toBe(`there is no file ${path.join(folder, 'none')}`);
  });

  /** The same backup with another story told by its manifest, all hashes right. */
  async function retold(change: (manifest: Manifest) => Manifest): Promise<string> {
    const { createHash } = await import('node:crypto');
    const bytes = await readFile(archive);
    const parts = await partsOf(bytes);
    const list = parts.find(({ name }) => name === 'parts.sha256')!;
    const text = Buffer.from(JSON.stringify(change(structuredClone(manifest))));
    const hash = Buffer.from(`${createHash('sha256').update(text).digest('hex')}\n`);
    const part = (name: string, content: Buffer) =>
      Buffer.concat([tarHeader(name, content.length), content, Buffer.alloc((512 - (content.length % 512)) % 512)]);
    const place = path.join(folder, 'retold.tar');
    await writeFile(
      place,
      Buffer.concat([
        bytes.subarray(0, list.end),
        part('manifest.json', text),
        part('manifest.sha256', hash),
        Buffer.alloc(1024),
      ]),
    );
    return place;
  }

  const saidOf = async (place: string) => {
    const { refusal, drop, dataDir } = await restoring(place);
    await drop();
    expect(isBeingRestored(dataDir)).toBe(false);
    return refusal instanceof BackupRefused ? refusal.message : refusal;
  };

  test('of a newer version, of other tables, or not what its manifest says: refused, nothing restored', async () => {
    expect(
      await saidOf(
        await retold((told) => ({
          ...told,
          version: '9.0.0',
          migrations: [...told.migrations, { name: '9998_new', checksum: 'x' }],
        })),
      ),
    ).toBe('The backup was made by a newer version of Ý Hay (9.0.0, 9998_new): update this copy, then restore');
    expect(
      await saidOf(
        await retold((told) => ({
          ...told,
          migrations: told.migrations.map((one, n) => (n === 1 ? { ...one, checksum: 'x' } : one)),
        })),
      ),
    ).toMatch(/^The backup was made by another version of Ý Hay \(0\.1\.0\), whose 0002_ideas differs from this one's/);
    expect(
      await saidOf(
        await retold((told) => ({
          ...told,
          tables: told.tables.map((table) => (table.name === 'Field' ? { ...table, sha256: 'x' } : table)),
        })),
      ),
    ).toBe('Nothing was restored: Field did not come back as it is in the backup');
    const newer = path.join(folder, 'newer.tar');
    const head = Buffer.from(JSON.stringify({ product: 'y-hay', format: 2, version: '9.0.0' }));
    await writeFile(newer, Buffer.concat([tarHeader('y-hay-backup.json', head.length), head, Buffer.alloc(2048)]));
    expect(await refusalOfFile(newer)).toBe(
      `${newer} was made by a newer version of Ý Hay (9.0.0): restore it with that version`,
    );
  });
});

describe('where there is something already', () => {
  test('a database with rows, files, keys of another site: refused, and all is left as it is', async () => {
    const full = await anEmptyDatabase();
    expect((await restoring(archive, { url: full.url })).refusal).toBe(null);
    const before = await tableHashes(full.url, madeAnew);
    const twice = await restoring(archive, { url: full.url });
    expect((twice.refusal as Error).message).toMatch(
      /^The database is not empty \(\w+ has rows\): make a new one with "create database …", set DATABASE_URL to it, then restore$/,
    );
    expect(await tableHashes(full.url, madeAnew)).toEqual(before);
    expect(await readdir(path.dirname(twice.dataDir))).toEqual([]);
    await full.drop();

    const dataDir = await mkdtemp(path.join(folder, 'with-files-'));
    await mkdir(path.join(dataDir, 'files/ab'), { recursive: true });
    await writeFile(path.join(dataDir, 'files/ab/mine'), 'của tôi');
    expect(((await restoring(archive, { dataDir })).refusal as Error).message).toBe(
      `There are files in ${dataDir} already: set DATA_DIR to a new folder, then restore`,
    );
    expect(await fileHashes(dataDir)).toEqual({ 'files/ab/mine': expect.any(String) });

    const other = await mkdtemp(path.join(folder, 'with-keys-'));
    await writeFile(path.join(other, 'secrets.json'), '{"signing":"another"}');
    expect(((await restoring(archive, { dataDir: other })).refusal as Error).message).toBe(
      `${other} holds the keys of another site: set DATA_DIR to a new folder, then restore`,
    );
    expect(await readdir(other)).toEqual(['secrets.json']);
  });

  test('what breaks half-way leaves no row, no file and no key; cut off by force, it is done again', async () => {
    const { url, drop } = await anEmptyDatabase();
    const broken = await restoring(archive, { url });
    expect(broken.refusal).toBe(null);
    // Tables are there, without rows, and one of them refuses what comes.
    const tables = await ask<{ name: string }>(
      url,
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> '_prisma_migrations'`,
    );
    await ask(url, `truncate ${tables.map(({ name }) => `"${name}"`).join(', ')}`);
    await ask(url, `alter table "Unit" add constraint refuses check (id < 5)`);
    const half = await restoring(archive, { url });
    expect(String(half.refusal)).toContain('refuses');
    expect(await readdir(path.dirname(half.dataDir))).toEqual([]);
    const counted = await tableHashes(url, madeAnew);
    expect(
      Object.entries(counted).filter(([name, hash]) => name !== '_prisma_migrations' && !hash.startsWith('0 ')),
    ).toEqual([]);
    await ask(url, `alter table "Unit" drop constraint refuses`);

    // As a killed restore leaves it: the mark, some files, the keys; the rows may be there or not.
    const dataDir = await mkdtemp(path.join(folder, 'killed-'));
    const database = `${new URL(url).host}${new URL(url).pathname}`;
    await writeFile(
      path.join(dataDir, 'restoring'),
      JSON.stringify({ had: { keys: false, cluster: false }, database }),
    );
    await cp(path.join(env().DATA_DIR, 'secrets.json'), path.join(dataDir, 'secrets.json'));
    await mkdir(path.join(dataDir, 'files.restoring'));
    await mkdir(path.join(dataDir, 'files/ab'), { recursive: true });
    await writeFile(path.join(dataDir, 'files/ab/half'), 'nửa');
    expect(isBeingRestored(dataDir)).toBe(true);
    expect((await restoring(archive, { url, dataDir })).refusal).toBe(null);
    expect(isBeingRestored(dataDir)).toBe(false);
    expect(await fileHashes(path.join(dataDir, 'files'))).toEqual(await fileHashes(path.join(env().DATA_DIR, 'files')));
    await drop();
  });

  test('a name that is taken, and a disk that is full, each in one line', async () => {
    expect(await refusalOf(makeBackup(order(archive)))).toBe(`${archive} is there already: choose another name`);
    expect(diskTrouble({ code: 'ENOSPC' }, '/x')).toBe('the disk is full: make room in /x and try again');
    expect(diskTrouble({ code: '53100' }, '/x')).toBe(
      'the disk of the database server is full: make room there and try again',
    );
    expect(diskTrouble({ code: '23505' }, '/x')).toBe(null);
    expect((await readdir(folder)).filter((name) => name.includes('draft'))).toEqual([]);
  });
});
