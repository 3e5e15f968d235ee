import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { ideaIdAt } from './lock-idea.server.ts';

/** No longer wants to be told, also of an idea that is public no more; where they did not follow nothing happens. */
export async function unfollowIdea({ by, slug }: { by: Actor; slug: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const ideaId = await ideaIdAt(tx, slug);
    if (ideaId === null) return;
    const { count } = await tx.ideaFollow.updateMany({
      where: { ideaId, personId: by.id, endedAt: null },
      data: { endedAt: now() },
    });
    if (count > 0) await recordEvent(tx, { kind: 'idea.unfollowed', by: by.id, ideaId });
  });
}
