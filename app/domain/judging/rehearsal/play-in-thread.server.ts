import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { RehearsalProblem, RehearsalReport } from './rehearsal.ts';

const require = createRequire(import.meta.url);

/** Minutes after which a rehearsal is given up. */
const most = 10;

/** `playRehearsal` in a thread of its own, so that the server goes on answering; `told` hears how many plays are done. */
export async function playInThread(problem: RehearsalProblem, told: (done: number) => void): Promise<RehearsalReport> {
  const worker = new Worker(require.resolve('#app/domain/judging/rehearsal/rehearsal-worker.mjs'), {
    workerData: problem,
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<RehearsalReport>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`a rehearsal took more than ${most} minutes`)), most * 60_000);
      worker.on('message', (message: { done?: number; report?: RehearsalReport }) => {
        if (message.report !== undefined) resolve(message.report);
        else told(message.done!);
      });
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the thread of a rehearsal ended with code ${code}`)));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
