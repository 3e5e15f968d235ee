import { withdrawEntriesOfIdeas } from '#app/domain/contests/withdraw-entries-of-ideas.server.ts';
import { lapseProposals } from '#app/domain/mentoring/lapse-proposals.server.ts';
import { writeNotices } from '#app/domain/notifications/write-notices.server.ts';
import { endDueRoles } from '#app/domain/people/end-due-roles.server.ts';
import { eraseClosedAccounts } from '#app/domain/people/erase-closed-accounts.server.ts';
import { forgetExpiredLinks } from '#app/domain/people/forget-expired-links.server.ts';
import { carryOverDueMergers } from '#app/domain/units/carry-over-due-mergers.server.ts';
import { forgetOldCounts } from '#app/platform/limits.server.ts';
import { forgetExpiredSessions } from '#app/platform/session.server.ts';
import { syncIndex } from '#search/sync.server.ts';
import type { EventReader } from './follow-events.ts';
import { playRehearsals } from './play-rehearsals.ts';
import { printCertificates } from './print-certificates.ts';
import { sendLetters } from './send-letters.ts';
import { sweepFiles } from './sweep-files.ts';
import { startWorker, type Task, type Worker } from './worker.ts';

export const tellPeople: EventReader = { name: 'notices', batch: 200, within: writeNotices };

/** An idea that goes takes its entries with it. */
export const followWithdrawals: EventReader = { name: 'withdrawals', batch: 50, within: withdrawEntriesOfIdeas };

const letters: Task = { name: 'letters', run: async () => (await sendLetters()) > 0 };

const printing: Task = { name: 'certificates', run: printCertificates };

const rehearsals: Task = { name: 'rehearsals', run: playRehearsals };

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
    await eraseClosedAccounts();
    await carryOverDueMergers();
    await sweepFiles();
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

/** A role past its day gives no power, job or no job; this writes its end down and has its holder told. */
const roles: Task = {
  name: 'roles',
  async run() {
    if (Date.now() - lastEnding < 60_000) return false;
    lastEnding = Date.now();
    return (await endDueRoles()) > 0;
  },
};
let lastEnding = 0;

let worker: Worker | undefined;

/** Everything that follows from what people did: notices, mails, the index. */
export function startJobs(): void {
  worker ??= startWorker({
    readers: [tellPeople, followWithdrawals],
    tasks: [letters, printing, rehearsals, ...indexes, proposals, roles, housekeeping],
  });
}

export async function stopJobs(): Promise<void> {
  await worker?.stop();
  worker = undefined;
}
