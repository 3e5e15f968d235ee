import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { lockIdea } from '#app/domain/ideas/lock-idea.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotAllowed, NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { countAgainst } from '#app/platform/limits.server.ts';
import { businessesOf } from './sponsorship-access.ts';
import type { OfferForm } from './support-form.ts';

/** Offers a business may make in a day: enough to work, too few to flood every team. */
const mostADay = 30;

/**
 * A verified business offers an idea its support; nothing but the offer reaches the team. NotNow for an idea that is not public,
 * the business's own people's idea, or while an earlier offer waits for its answer.
 */
export async function offerSupport({
  by,
  slug,
  form,
}: {
  by: Actor;
  slug: string;
  form: OfferForm;
}): Promise<{ offerId: string }> {
  const [businessId] = businessesOf(by);
  if (businessId === undefined) throw new NotAllowed({ key: 'sponsorship:refusals.representativesOnly' });
  const allowed = await countAgainst({ key: `support:${businessId}`, max: mostADay, seconds: 86_400 });
  if (!allowed.ok) throw new NotNow({ key: 'sponsorship:refusals.tooManyOffers' });
  return db.$transaction(async (tx) => {
    const idea = await lockIdea(tx, { slug, by });
    if (!idea.published || idea.state === 'WITHDRAWN') throw new NotNow({ key: 'sponsorship:refusals.notPublic' });
    const business = await tx.business.findUniqueOrThrow({ where: { id: businessId } });
    if (business.verifiedAt === null) throw new NotNow({ key: 'sponsorship:refusals.verifyFirst' });
    if (idea.team.some(({ personId }) => personId === by.id)) {
      throw new NotNow({ key: 'sponsorship:refusals.ownIdea' });
    }
    const open = await tx.supportOffer.findFirst({
      where: { businessId, ideaId: idea.id, acceptedAt: null, declinedAt: null, withdrawnAt: null },
      select: { id: true },
    });
    if (open !== null) throw new NotNow({ key: 'sponsorship:refusals.offeredAlready' });
    const offer = await tx.supportOffer.create({
      data: { ...form, businessId, ideaId: idea.id, byId: by.id, at: now() },
      select: { id: true },
    });
    await recordEvent(tx, {
      kind: 'support.offered',
      by: by.id,
      ideaId: idea.id,
      payload: { offerId: offer.id, businessId },
    });
    return { offerId: offer.id };
  });
}
