import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { insistThat } from '#app/domain/ideas/insist.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { dateOfDay, dayOf } from '#app/domain/people/day.ts';
import { NotFound, NotNow, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockOffer } from './lock-offer.server.ts';
import { mayActForBusiness, sideOf } from './sponsorship-access.ts';
import { offerState } from './support.ts';
import type { PledgeForm } from './support-form.ts';

/** The business promises what exactly it gives and by when. Once for an accepted offer; NotValid for a day that has passed. */
export async function makePledge({ by, id, form }: { by: Actor; id: string; form: PledgeForm }): Promise<void> {
  await db.$transaction(async (tx) => {
    const offer = await lockOffer(tx, { id });
    if (sideOf(by, offer) === null) throw new NotFound();
    insistThat(mayActForBusiness(by, offer));
    if (offerState(offer) !== 'accepted') throw new NotNow({ key: 'sponsorship:refusals.acceptedFirst' });
    if (offer.pledge !== null) throw new NotNow({ key: 'sponsorship:refusals.pledgedAlready' });
    const at = now();
    if (form.dueOn < dayOf(at)) throw new NotValid({ dueOn: [{ key: 'sponsorship:problems.dayPassed' }] });
    const pledge = await tx.pledge.create({
      data: { offerId: id, text: form.text, dueOn: dateOfDay(form.dueOn), madeById: by.id, madeAt: at },
      select: { id: true },
    });
    const payload = { offerId: id, pledgeId: pledge.id, businessId: offer.businessId };
    await recordEvent(tx, { kind: 'pledge.made', by: by.id, ideaId: offer.ideaId, payload });
  });
}
