import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { isLead, mayWithdraw } from './idea-access.ts';
import { insistThat } from './insist.server.ts';
import { lockIdea } from './lock-idea.server.ts';

/**
 * Withdraws an idea for good: nothing of it is public from this moment. The lead may say why; staff must. Team and staff
 * keep reading what there was.
 */
export async function withdrawIdea({
  by,
  slug,
  reason,
}: {
  by: Actor;
  slug: string;
  reason: string;
}): Promise<{ slug: string }> {
  return db.$transaction(async (tx) => {
    const idea = await lockIdea(tx, { slug, by });
    insistThat(mayWithdraw(by, idea));
    if (!isLead(by, idea) && reason === '') throw new NotValid({ reason: [{ key: 'ideas:problems.staffReason' }] });
    const at = now();
    await tx.submission.updateMany({
      where: { ideaId: idea.id, recalledAt: null, decision: { is: null } },
      data: { recalledAt: at },
    });
    await tx.ideaWithdrawal.create({ data: { ideaId: idea.id, byId: by.id, at, reason: reason || null } });
    await tx.idea.update({ where: { id: idea.id }, data: { state: 'WITHDRAWN', publishedVersionId: null } });
    await recordEvent(tx, {
      kind: 'idea.withdrawn',
      by: by.id,
      ideaId: idea.id,
      unitId: idea.unitId ?? undefined,
      payload: { byStaff: !isLead(by, idea), wasPublished: idea.published },
    });
    return { slug: idea.slug };
  });
}
