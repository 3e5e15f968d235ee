import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { insistThat, whyNotRun } from './contest-access.ts';
import { insistOnRunning, lockContest } from './lock-contest.server.ts';

/**
 * Says for the record that the time of entry is over. The clock has ended it already; nobody can end it earlier, since the
 * published deadline is a promise.
 */
export async function closeEntries({ by, slug }: { by: Actor; slug: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    insistThat(whyNotRun(by, contest));
    if (contest.state !== 'OPEN') throw new NotNow({ key: 'organising:refusals.notOpen' });
    insistOnRunning(contest);
    const at = now();
    if (at.getTime() <= contest.closesAt.getTime()) throw new NotNow({ key: 'organising:refusals.deadlineAhead' });
    await tx.contest.update({ where: { id: contest.id }, data: { state: 'CLOSED' } });
    await tx.contestAct.create({ data: { contestId: contest.id, to: 'CLOSED', byId: by.id, at } });
    await recordEvent(tx, { kind: 'contest.closed', by: by.id, contestId: contest.id });
  });
}
