import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Assigned, AssignmentProblem, NotAssigned } from './problem.ts';

const require = createRequire(import.meta.url);

/**
 * `assign` in a thread of its own, so that the server goes on answering. The thread ends with the answer, and with it all
 * memory the solver took.
 *
 * The thread runs the source file below through tsx, found by the package's own import names. It is therefore found from
 * the source tree and from a bundle alike, as long as the bundle lies inside the package and the sources are there.
 */
export function assignInWorker(
  problem: AssignmentProblem,
  options: { seconds?: number } = {},
): Promise<Assigned | NotAssigned> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(require.resolve('#app/domain/judging/assignment/assignment-worker.ts'), {
      workerData: { problem, options },
      execArgv: ['--import', pathToFileURL(require.resolve('tsx')).href],
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the assignment thread ended with code ${code} and no answer`)));
  });
}
