import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { mayEndorse } from './idea-access.ts';
import { insistThat } from './insist.server.ts';
import { lockIdea } from './lock-idea.server.ts';

/** Stands behind a published idea of others, once: again is the same. Throws NotAllowed for the team itself. */
export async function endorseIdea({ by, slug }: { by: Actor; slug: string }): Promise<{ slug: string }> {
  return db.$transaction(async (tx) => {
    const idea = await lockIdea(tx, { slug, by });
    insistThat(mayEndorse(by, idea));
    const { count } = await tx.endorsement.createMany({
      data: [{ ideaId: idea.id, personId: by.id, at: now() }],
      skipDuplicates: true,
    });
    if (count > 0) await recordEvent(tx, { kind: 'idea.endorsed', by: by.id, ideaId: idea.id });
    return { slug: idea.slug };
  });
}
