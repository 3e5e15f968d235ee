import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EmbeddedPostgresFailed, openEmbeddedPostgres } from '#app/platform/db/embedded-postgres.server.ts';

let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'y-hay-embedded-'));
  await chmod(dataDir, 0o711);
});

afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

const pidOf = async () =>
  Number((await readFile(path.join(dataDir, 'postgres/data/postmaster.pid'), 'utf8')).split('\n')[0]);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

test('keeps its data over a stop, knows Vietnamese order, and is reached with its password on loopback only', async () => {
  const first = await openEmbeddedPostgres({ dataDir });
  await ask(
    first.url(),
    `create table word (w text); insert into word values ('đường'), ('duyên'), ('ánh'), ('Dương')`,
  );
  const wrong = first.url().replace(/:[0-9a-f]{64}@/, ':wrong@');
  await expect(ask(wrong, 'select 1')).rejects.toThrow('password authentication failed');
  await first.stop();
  const second = await openEmbeddedPostgres({ dataDir });
  const rows = await ask(second.url(), `select w from word order by w collate "vi-x-icu"`);
  expect(rows).toEqual(['ánh', 'duyên', 'Dương', 'đường'].map((w) => ({ w })));
  expect(await ask(second.url(), 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  await second.stop();
});

test('a second start on the same data is refused with a line that says who has it; a command may join', async () => {
  const server = await openEmbeddedPostgres({ dataDir });
  const refused = await openEmbeddedPostgres({ dataDir }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(EmbeddedPostgresFailed);
  expect((refused as Error).message).toBe(
    `the data in ${dataDir} is in use by process ${process.pid}: stop that one first, or set another DATA_DIR`,
  );
  const joined = await openEmbeddedPostgres({ dataDir, join: true });
  expect([joined.isJoined, joined.url()]).toEqual([true, server.url()]);
  await joined.stop();
  expect(await ask(server.url(), 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
});

test('two first starts at once: one has it, the other is refused', async () => {
  const other = path.join(dataDir, 'race');
  const starts = await Promise.allSettled([
    openEmbeddedPostgres({ dataDir: other }),
    openEmbeddedPostgres({ dataDir: other }),
  ]);
  expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  for (const start of starts) if (start.status === 'fulfilled') await start.value.stop();
});

test('ends with the process that started it, however that ends', async () => {
  const script = `
    import { openEmbeddedPostgres } from '#app/platform/db/embedded-postgres.server.ts';
    await openEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    console.log('open');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  const pid = await pidOf();
  expect(isAlive(pid)).toBe(true);
  child.kill('SIGKILL');
  for (let waited = 0; isAlive(pid) && waited < 10_000; waited += 50) await new Promise((go) => setTimeout(go, 50));
  expect(isAlive(pid)).toBe(false);
  // The lock it left names a process that is gone.
  const next = await openEmbeddedPostgres({ dataDir });
  await next.stop();
});

test('starts after a power cut: a lock and a number that some other program has by now', async () => {
  await writeFile(
    path.join(dataDir, 'postgres.lock'),
    JSON.stringify({ pid: process.pid, started: 'another', port: 1 }),
  );
  const bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  const pidFile = path.join(dataDir, 'postgres/data/postmaster.pid');
  await writeFile(pidFile, `${bystander.pid}\n${path.dirname(pidFile)}\n1\n5432\n\n127.0.0.1\n`);
  const server = await openEmbeddedPostgres({ dataDir });
  expect(await ask(server.url(), 'select count(*)::int as words from word')).toEqual([{ words: 4 }]);
  await server.stop();
  expect(isAlive(bystander.pid!)).toBe(true);
  bystander.kill('SIGKILL');
});
