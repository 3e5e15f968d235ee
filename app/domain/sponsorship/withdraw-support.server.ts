import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { insistThat } from '#app/domain/ideas/insist.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockOffer } from './lock-offer.server.ts';
import { mayActForBusiness, sideOf } from './sponsorship-access.ts';
import { offerState } from './support.ts';

/** The business takes an offer back that the team has not answered yet. */
export async function withdrawSupport({ by, id }: { by: Actor; id: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const offer = await lockOffer(tx, { id });
    if (sideOf(by, offer) === null) throw new NotFound();
    insistThat(mayActForBusiness(by, offer));
    if (offerState(offer) !== 'open') throw new NotNow({ key: 'sponsorship:refusals.answeredAlready' });
    await tx.supportOffer.update({ where: { id }, data: { withdrawnAt: now(), withdrawnById: by.id } });
    const payload = { offerId: id, businessId: offer.businessId };
    await recordEvent(tx, { kind: 'support.withdrawn', by: by.id, ideaId: offer.ideaId, payload });
  });
}
