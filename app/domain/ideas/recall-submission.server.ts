import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { mayRecall } from './idea-access.ts';
import { insistThat } from './insist.server.ts';
import { lockIdea } from './lock-idea.server.ts';

/** Takes back what waits, before anyone has decided. Throws NotNow once a decision stands. */
export async function recallSubmission({ by, slug }: { by: Actor; slug: string }): Promise<{ slug: string }> {
  return db.$transaction(async (tx) => {
    const idea = await lockIdea(tx, { slug, by });
    insistThat(mayRecall(by, idea));
    const waiting = await tx.submission.findFirst({
      where: { ideaId: idea.id, recalledAt: null, decision: { is: null } },
      select: { id: true, version: { select: { unitId: true } } },
    });
    if (waiting === null) throw new NotNow({ key: 'ideas:refusals.nothingWaits' });
    await tx.submission.update({ where: { id: waiting.id }, data: { recalledAt: now() } });
    await tx.idea.update({ where: { id: idea.id }, data: { state: idea.published ? 'PUBLISHED' : 'DRAFT' } });
    await recordEvent(tx, {
      kind: 'idea.recalled',
      by: by.id,
      ideaId: idea.id,
      unitId: waiting.version.unitId ?? undefined,
      payload: { submissionId: waiting.id },
    });
    return { slug: idea.slug };
  });
}
