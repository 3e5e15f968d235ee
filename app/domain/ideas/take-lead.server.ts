import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { isLead, isOnTeam } from './idea-access.ts';
import { lockLeadOffer } from './lock-lead-offer.server.ts';

/**
 * The member takes the lead; who led before stays as a member. Entries keep the team they were made by. Throws NotNow
 * where the offer no longer fits the team.
 */
export async function takeLead({ by, id }: { by: Actor; id: string }): Promise<{ slug: string }> {
  return db.$transaction(async (tx) => {
    const { offer, idea } = await lockLeadOffer(tx, { id, by });
    if (offer.toId !== by.id) throw new NotFound({ key: 'ideas:refusals.noLeadOffer' });
    const fits = isOnTeam(by, idea) && isLead({ ...by, id: offer.fromId }, idea);
    if (!fits || idea.state === 'WITHDRAWN') throw new NotNow({ key: 'ideas:refusals.leadOfferStale' });
    const team = { ideaId: idea.id, leftAt: null, confirmedAt: { not: null } };
    await tx.ideaMember.updateMany({ where: { ...team, personId: offer.fromId }, data: { kind: 'MEMBER' } });
    await tx.ideaMember.updateMany({ where: { ...team, personId: by.id }, data: { kind: 'LEAD' } });
    await tx.idea.update({ where: { id: idea.id }, data: { ownerId: by.id } });
    await tx.leadHandover.update({ where: { id: offer.id }, data: { acceptedAt: now() } });
    await recordEvent(tx, {
      kind: 'idea-lead.taken',
      by: by.id,
      ideaId: idea.id,
      personId: offer.fromId,
      payload: { handoverId: offer.id },
    });
    return { slug: idea.slug };
  });
}
