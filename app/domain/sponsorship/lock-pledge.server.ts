import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { lockOffer } from './lock-offer.server.ts';
import { sideOf } from './sponsorship-access.ts';
import { pledgeState } from './support.ts';

/** An offer and the pledge that came of it, with where it stands; both held. Throws NotFound for
 * anyone on neither side, NotNow where none was made. */
export async function lockPledge(tx: Tx, { id, by }: { id: string; by: Actor }) {
  const offer = await lockOffer(tx, { id });
  if (sideOf(by, offer) === null) throw new NotFound();
  const { pledge } = offer;
  if (pledge === null) throw new NotNow({ key: 'sponsorship:refusals.noPledge' });
  const payload = { offerId: id, pledgeId: pledge.id, businessId: offer.businessId };
  return { offer, pledge, state: pledgeState(pledge, now()), payload };
}
