import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockIdea } from './lock-idea.server.ts';

/** Takes an endorsement back; where none stands nothing happens. */
export async function withdrawEndorsement({ by, slug }: { by: Actor; slug: string }): Promise<{ slug: string }> {
  return db.$transaction(async (tx) => {
    const idea = await lockIdea(tx, { slug, by });
    const { count } = await tx.endorsement.updateMany({
      where: { ideaId: idea.id, personId: by.id, withdrawnAt: null },
      data: { withdrawnAt: now() },
    });
    if (count > 0) await recordEvent(tx, { kind: 'idea.endorsement-withdrawn', by: by.id, ideaId: idea.id });
    return { slug: idea.slug };
  });
}
