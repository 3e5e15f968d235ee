import { lapseProposals } from '#app/domain/mentoring/lapse-proposals.server.ts';
import { writeNotices } from '#app/domain/notifications/write-notices.server.ts';
import { forgetExpiredLinks } from '#app/domain/people/forget-expired-links.server.ts';
import { carryOverDueMergers } from '#app/domain/units/carry-over-due-mergers.server.ts';
import { forgetOldCounts } from '#app/platform/limits.server.ts';
import { forgetExpiredSessions } from '#app/platform/session.server.ts';
import { syncIndex } from '#search/sync.server.ts';
import type { EventReader } from './follow-events.ts';
import { sendLetters } from './send-letters.ts';
import { startWorker, type Task, type Worker } from './worker.ts';

export const tellPeople: EventReader = { name: 'notices', batch: 200, within: writeNotices };

const letters: Task = { name: 'letters', run: async () => (await sendLetters()) > 0 };

/** Each engine is followed by itself: one that hangs holds up neither the other nor the mail. */
const indexes: Task[] = (['postgres', 'meilisearch'] as const).map((engine) => ({
  name: `index ${engine}`,
  run: () => syncIndex(engine),
}));

const housekeepingEvery = 3_600_000;
let lastHousekeeping = 0;

const housekeeping: Task = {
  name: 'housekeeping',
  async run() {
    if (Date.now() - lastHousekeeping < housekeepingEvery) return false;
    lastHousekeeping = Date.now();
    await forgetOldCounts();
    await forgetExpiredSessions();
    await forgetExpiredLinks();
    await carryOverDueMergers();
    return false;
  },
};

/** Time itself ends a proposal; this only passes its request on. */
const proposals: Task = {
  name: 'proposals',
  async run() {
    if (Date.now() - lastLapse < 60_000) return false;
    lastLapse = Date.now();
    return (await lapseProposals()) > 0;
  },
};
let lastLapse = 0;

let worker: Worker | undefined;

/** Everything that follows from what people did: notices, mails, the index. */
export function startJobs(): void {
  worker ??= startWorker({ readers: [tellPeople], tasks: [letters, ...indexes, proposals, housekeeping] });
}

export async function stopJobs(): Promise<void> {
  await worker?.stop();
  worker = undefined;
}
