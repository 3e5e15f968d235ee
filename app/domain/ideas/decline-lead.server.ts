import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockLeadOffer } from './lock-lead-offer.server.ts';

/** The member says no, or the lead takes the offer back. */
export async function declineLead({ by, id }: { by: Actor; id: string }): Promise<{ slug: string }> {
  return db.$transaction(async (tx) => {
    const { offer, idea } = await lockLeadOffer(tx, { id, by });
    const own = offer.fromId === by.id;
    await tx.leadHandover.update({
      where: { id: offer.id },
      data: own ? { withdrawnAt: now() } : { declinedAt: now() },
    });
    await recordEvent(tx, {
      kind: own ? 'idea-lead.taken-back' : 'idea-lead.declined',
      by: by.id,
      ideaId: idea.id,
      personId: own ? offer.toId : offer.fromId,
      payload: { handoverId: offer.id },
    });
    return { slug: idea.slug };
  });
}
