import { createRequire } from 'node:module';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { PlanProblem } from '#app/domain/judging/assignment-plan.ts';
import type { Assigned, AssignmentProblem, NotAssigned } from './problem.ts';

const require = createRequire(import.meta.url);

type Options = { seconds?: number };

/** Pairs handed over at a time: copying them takes a millisecond or two. */
const PART = 2_000;

/**
 * `assign` in a thread of its own, so that the server goes on answering. The thread ends with the answer, and with it all
 * memory the solver took. Pairs are handed over in parts, with turns for others between them.
 *
 * The thread runs the source file below, which reads the rest through tsx. It is found by the package's own import names,
 * and so from the source tree and from a bundle alike, as long as the bundle lies in the package and the sources do too.
 */
export function assignInWorker(
  { affinity, conflicts, ...problem }: AssignmentProblem,
  options: Options = {},
): Promise<Assigned | NotAssigned> {
  return inWorker({ problem, isPlan: false, options }, { affinity, conflicts });
}

/** The same for a round's plan: how well each pair fits is worked out in the thread too, since there are very many pairs. */
export function planInWorker(
  { conflicts, ...problem }: PlanProblem,
  options: Options = {},
): Promise<Assigned | NotAssigned> {
  return inWorker({ problem, isPlan: true, options }, { conflicts });
}

async function inWorker(
  workerData: { problem: object; isPlan: boolean; options: Options },
  lists: Record<string, readonly (readonly unknown[])[]>,
): Promise<Assigned | NotAssigned> {
  const worker = new Worker(require.resolve('#app/domain/judging/assignment/assignment-worker.mjs'), {
    workerData,
  });
  const answer = new Promise<Assigned | NotAssigned>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the assignment thread ended with code ${code} and no answer`)));
  });
  // A thread that fails while pairs are still on their way is reported below, not as an unhandled rejection.
  answer.catch(() => {});
  try {
    for (const [list, pairs] of Object.entries(lists)) {
      for (let at = 0; at < pairs.length; at += PART) {
        worker.postMessage({ list, part: pairs.slice(at, at + PART) });
        await nextTurn();
      }
    }
    worker.postMessage({ list: null });
    return await answer;
  } finally {
    await worker.terminate();
  }
}
