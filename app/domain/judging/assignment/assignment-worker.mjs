import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

// The other end of `assignInWorker`. A thread starts without the loader of its parent, so it brings its own.
const problem = { ...workerData.problem, affinity: [], conflicts: [] };
parentPort.on('message', async (message) => {
  if (message.list) {
    problem[message.list].push(...message.part);
    return;
  }
  register();
  const { assign } = await import('./assign.ts');
  parentPort.postMessage(await assign(problem, workerData.options));
});
