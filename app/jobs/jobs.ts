import { writeNotices } from '#app/domain/notifications/write-notices.server.ts';
import { forgetOldCounts } from '#app/platform/limits.server.ts';
import type { EventReader } from './follow-events.ts';
import { sendLetters } from './send-letters.ts';
import { startWorker, type Task, type Worker } from './worker.ts';

export const tellPeople: EventReader = { name: 'notices', batch: 200, within: writeNotices };

const letters: Task = { name: 'letters', run: async () => (await sendLetters()) > 0 };

const housekeepingEvery = 3_600_000;
let lastHousekeeping = 0;

const housekeeping: Task = {
  name: 'housekeeping',
  async run() {
    if (Date.now() - lastHousekeeping < housekeepingEvery) return false;
    lastHousekeeping = Date.now();
    await forgetOldCounts();
    return false;
  },
};

let worker: Worker | undefined;

/** Everything that follows from what people did: notices, mails, the index. */
export function startJobs(): void {
  worker ??= startWorker({ readers: [tellPeople], tasks: [letters, housekeeping] });
}

export async function stopJobs(): Promise<void> {
  await worker?.stop();
  worker = undefined;
}
