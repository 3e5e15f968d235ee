import { parentPort, workerData } from 'node:worker_threads';
import { assign } from './assign.ts';
import type { AssignmentProblem } from './problem.ts';

// The other end of `assignInWorker`.
const { problem, options } = workerData as { problem: AssignmentProblem; options: { seconds?: number } };
parentPort!.postMessage(await assign(problem, options));
