import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { insistThat } from '#app/domain/ideas/insist.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockOffer } from './lock-offer.server.ts';
import { mayAnswerForTeam, sideOf } from './sponsorship-access.ts';
import { offerState } from './support.ts';

/** The lead accepts an offer for the team. From now on each side may share its contact with the other; nothing is shared by itself. */
export async function acceptSupport({ by, id }: { by: Actor; id: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const offer = await lockOffer(tx, { id });
    if (sideOf(by, offer) === null) throw new NotFound();
    insistThat(mayAnswerForTeam(by, offer));
    if (offerState(offer) !== 'open') throw new NotNow({ key: 'sponsorship:refusals.answeredAlready' });
    await tx.supportOffer.update({ where: { id }, data: { acceptedAt: now(), acceptedById: by.id } });
    const payload = { offerId: id, businessId: offer.businessId };
    await recordEvent(tx, { kind: 'support.accepted', by: by.id, ideaId: offer.ideaId, payload });
  });
}
