import type { Actor } from '#app/domain/people/actor.ts';
import { withdrawShare } from '#app/domain/people/withdraw-share.server.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockOffer } from './lock-offer.server.ts';
import { sideOf } from './sponsorship-access.ts';

/** What one of both sides shared is taken back; who has left their side may still do so. */
export async function withdrawShareInSupport({ by, id }: { by: Actor; id: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const offer = await lockOffer(tx, { id });
    const shared = await tx.contactShare.count({ where: { offerId: id, personId: by.id } });
    if (sideOf(by, offer) === null && shared === 0) throw new NotFound();
    await withdrawShare(tx, { by, relation: { offerId: id } });
  });
}
