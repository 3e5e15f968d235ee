import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { keepEntry } from './keep-entry.server.ts';
import { insistOnUnfinished, lockContest } from './lock-contest.server.ts';
import { insistOnLead, lockEntry } from './lock-entry.server.ts';

/** The lead takes an entry out, as long as no round has been closed over it. Its sheets stay on record and stop counting. */
export async function withdrawEntry({
  by,
  slug,
  number,
  reason,
}: {
  by: Actor;
  slug: string;
  number: number;
  reason: string | null;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    const entry = await lockEntry(tx, { contestId: contest.id, number, by });
    insistOnLead(by, entry);
    if (entry.withdrawal !== null) throw new NotNow({ key: 'contests:refusals.entryWithdrawn' });
    insistOnUnfinished(contest);
    const closed = await tx.round.count({
      where: { contestId: contest.id, state: { in: ['CLOSED', 'PUBLISHED'] } },
    });
    if (closed > 0) throw new NotNow({ key: 'contests:refusals.judgedAlready' });
    await tx.entryWithdrawal.create({ data: { entryId: entry.id, byId: by.id, at: now(), reason } });
    await keepEntry(tx, { kind: 'entry-withdrawn', contestId: contest.id, entryId: entry.id, reason });
    await recordEvent(tx, {
      kind: 'entry.withdrawn',
      by: by.id,
      contestId: contest.id,
      ideaId: entry.ideaId,
      entryId: entry.id,
    });
  });
}
