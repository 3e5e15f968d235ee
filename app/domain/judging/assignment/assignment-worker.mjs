import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

// Whoever waits for a page goes first. Linux knows a thread's priority of its own; elsewhere the thread stays as it is.
try {
  setPriority(Number(path.basename(readlinkSync('/proc/thread-self'))), 15);
} catch {}

// The other end of `assignInWorker` and `planInWorker`. A thread starts without the loader of its parent, so it brings its own.
const problem = { ...workerData.problem, affinity: [], conflicts: [] };
parentPort.on('message', async (message) => {
  if (message.list) {
    problem[message.list].push(...message.part);
    return;
  }
  register();
  const { assign } = await import('./assign.ts');
  const { solverProblem } = workerData.isPlan ? await import('#app/domain/judging/assignment-plan.ts') : {};
  parentPort.postMessage(await assign(solverProblem ? solverProblem(problem) : problem, workerData.options));
});
