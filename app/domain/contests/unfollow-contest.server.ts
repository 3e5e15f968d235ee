import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';

/** No longer wants to hear of a contest; where they did not follow nothing happens. Throws NotFound. */
export async function unfollowContest({ by, slug }: { by: Actor; slug: string }): Promise<{ slug: string }> {
  return db.$transaction(async (tx) => {
    const contest = await tx.contest.findUnique({ where: { slug }, select: { id: true, slug: true, openedAt: true } });
    if (contest === null || contest.openedAt === null) throw new NotFound();
    const { count } = await tx.contestFollow.updateMany({
      where: { contestId: contest.id, personId: by.id, endedAt: null },
      data: { endedAt: now() },
    });
    if (count > 0) await recordEvent(tx, { kind: 'contest.unfollowed', by: by.id, contestId: contest.id });
    return { slug: contest.slug };
  });
}
