import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { isPublic } from './contest.ts';
import { insistOnUnfinished, lockContest } from './lock-contest.server.ts';

/** Asks to hear of a public contest: announcements, answers, changes of its calendar. Again is the same. Throws NotFound, NotNow. */
export async function followContest({ by, slug }: { by: Actor; slug: string }): Promise<{ slug: string }> {
  return db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    if (!isPublic(contest)) throw new NotFound();
    insistOnUnfinished(contest);
    const { count } = await tx.contestFollow.createMany({
      data: [{ contestId: contest.id, personId: by.id, at: now() }],
      skipDuplicates: true,
    });
    if (count > 0) await recordEvent(tx, { kind: 'contest.followed', by: by.id, contestId: contest.id });
    return { slug: contest.slug };
  });
}
