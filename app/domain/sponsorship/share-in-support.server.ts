import type { Actor } from '#app/domain/people/actor.ts';
import type { ShareForm } from '#app/domain/people/contact.ts';
import { shareContact } from '#app/domain/people/share-contact.server.ts';
import { NotFound, NotNow } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockOffer } from './lock-offer.server.ts';
import { sideOf } from './sponsorship-access.ts';
import { offerState } from './support.ts';

/** A representative, or one of the team, lets the other side of an accepted offer know how to reach them. */
export async function shareInSupport({ by, id, form }: { by: Actor; id: string; form: ShareForm }): Promise<void> {
  await db.$transaction(async (tx) => {
    const offer = await lockOffer(tx, { id });
    if (sideOf(by, offer) === null) throw new NotFound();
    if (offerState(offer) !== 'accepted') throw new NotNow({ key: 'sponsorship:refusals.acceptedFirst' });
    await shareContact(tx, { by, relation: { offerId: id }, form });
  });
}
