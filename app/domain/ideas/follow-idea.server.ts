import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { mayFollow } from './idea-access.ts';
import { insistThat } from './insist.server.ts';
import { lockIdea } from './lock-idea.server.ts';

/** Asks to be told what becomes of a published idea; again is the same. Throws NotAllowed for the team, who hear anyway. */
export async function followIdea({ by, slug }: { by: Actor; slug: string }): Promise<{ slug: string }> {
  return db.$transaction(async (tx) => {
    const idea = await lockIdea(tx, { slug, by });
    insistThat(mayFollow(by, idea));
    const { count } = await tx.ideaFollow.createMany({
      data: [{ ideaId: idea.id, personId: by.id, at: now() }],
      skipDuplicates: true,
    });
    if (count > 0) await recordEvent(tx, { kind: 'idea.followed', by: by.id, ideaId: idea.id });
    return { slug: idea.slug };
  });
}
