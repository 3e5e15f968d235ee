import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

// Whoever waits for a page goes first. Linux knows a thread's priority of its own; elsewhere the thread stays as it is.
try {
  setPriority(Number(path.basename(readlinkSync('/proc/thread-self'))), 15);
} catch {}

// The other end of `playInThread`. A thread starts without the loader of its parent, so it brings its own.
register();
const { playRehearsal } = await import('./play.ts');
const report = await playRehearsal(workerData, (done) => parentPort.postMessage({ done }));
parentPort.postMessage({ report });
