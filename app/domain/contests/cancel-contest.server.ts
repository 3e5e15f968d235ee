import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { insistThat, whyNotCancel } from './contest-access.ts';
import { insistOnUnfinished, lockContest } from './lock-contest.server.ts';

/** Calls a contest off, with a reason everybody can read. Entries and sheets stay on record; names are hidden no longer. */
export async function cancelContest({ by, slug, reason }: { by: Actor; slug: string; reason: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    insistThat(whyNotCancel(by, contest));
    insistOnUnfinished(contest);
    await tx.contest.update({ where: { id: contest.id }, data: { state: 'CANCELLED' } });
    await tx.contestAct.create({
      data: { contestId: contest.id, to: 'CANCELLED', byId: by.id, at: now(), reason },
    });
    await recordEvent(tx, { kind: 'contest.cancelled', by: by.id, contestId: contest.id });
  });
}
