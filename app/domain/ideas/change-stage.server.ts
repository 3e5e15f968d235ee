import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { IdeaStage } from './idea.ts';
import { mayChangeStage } from './idea-access.ts';
import { insistThat } from './insist.server.ts';
import { lockIdea } from './lock-idea.server.ts';

/** Says how far the idea has come, forward or back; every change stays on record. The same stage again changes nothing. */
export async function changeStage({
  by,
  slug,
  stage,
}: {
  by: Actor;
  slug: string;
  stage: IdeaStage;
}): Promise<{ slug: string }> {
  return db.$transaction(async (tx) => {
    const idea = await lockIdea(tx, { slug, by });
    insistThat(mayChangeStage(by, idea));
    if (stage === idea.stage) return { slug: idea.slug };
    await tx.ideaStageChange.create({
      data: { ideaId: idea.id, from: idea.stage, to: stage, byId: by.id, at: now() },
    });
    await tx.idea.update({ where: { id: idea.id }, data: { stage } });
    await recordEvent(tx, {
      kind: 'idea.stage-changed',
      by: by.id,
      ideaId: idea.id,
      payload: { from: idea.stage, to: stage },
    });
    return { slug: idea.slug };
  });
}
