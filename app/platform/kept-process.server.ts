import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export type KeptProcess = {
  /** Settles when the server has ended, wanted or not. */
  ended: Promise<void>;
  hasEnded: () => boolean;
  /** The last lines the server wrote, for a message about why it did not start. */
  lastWords: () => string;
  stop: () => Promise<void>;
};

const keeper = fileURLToPath(new URL('./keeper.mjs', import.meta.url));
const longestLog = 5_000_000;

/**
 * Starts a server that cannot outlive this process. `logFile` takes what it writes; the one before is kept once as
 * `.old` when it has grown.
 */
export function keepProcess(options: {
  command: string;
  args: string[];
  env?: Record<string, string | undefined>;
  user: { uid: number; gid: number } | null;
  logFile: string;
  signal: 'SIGINT' | 'SIGTERM';
  graceMs: number;
  /** Where signals do not exist. */
  stopCommand?: string[];
}): KeptProcess {
  const { logFile, user, ...told } = options;
  mkdirSync(path.dirname(logFile), { recursive: true });
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > longestLog) renameSync(logFile, `${logFile}.old`);
  const output = openSync(logFile, 'a', 0o600);
  const child = spawn(process.execPath, [keeper], {
    stdio: ['pipe', output, output],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  // A pipe by the options above; the types know that for three pipes only.
  const lifeline = child.stdin as Socket;
  lifeline.on('error', () => {});
  lifeline.write(`${JSON.stringify({ ...told, env: { ...process.env, TZ: 'UTC', ...told.env }, ...user })}\n`);
  closeSync(output);
  let done = false;
  const ended = new Promise<void>((resolve) => {
    const finish = () => {
      done = true;
      resolve();
    };
    child.once('exit', finish);
    child.once('error', finish);
  });
  child.unref();
  lifeline.unref();
  return {
    ended,
    hasEnded: () => done,
    lastWords: () => readFileSync(logFile, 'utf8').trim().split('\n').slice(-6).join('\n'),
    async stop() {
      child.ref();
      lifeline.end();
      await ended;
    },
  };
}

/** A TCP port of the loopback address that is free at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
