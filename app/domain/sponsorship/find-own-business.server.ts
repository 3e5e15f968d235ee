import type { Actor } from '#app/domain/people/actor.ts';
import { dayKept } from '#app/domain/people/day.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { businessesOf } from './sponsorship-access.ts';
import { offerState, pledgeState } from './support.ts';

/** The business somebody speaks for, or the one they registered and that still waits, with its offers. Two queries. */
export async function findOwnBusiness({ by }: { by: Actor }) {
  const [represented] = businessesOf(by);
  const business = await db.business.findFirst({
    where:
      represented === undefined
        ? { registeredById: by.id, OR: [{ verifiedAt: null }, { declinedAt: { not: null } }] }
        : { id: represented },
    orderBy: { registeredAt: 'desc' },
    select: {
      id: true,
      slug: true,
      name: true,
      taxCode: true,
      about: true,
      website: true,
      position: true,
      registeredAt: true,
      verifiedAt: true,
      declinedAt: true,
      declineReason: true,
    },
  });
  if (business === null) return null;
  const offers =
    represented === undefined
      ? []
      : await db.supportOffer.findMany({
          where: { businessId: business.id },
          orderBy: { at: 'desc' },
          take: 200,
          include: {
            pledge: { include: { disputes: { select: { id: true } } } },
            idea: { select: { slug: true, publishedVersion: { select: { title: true } } } },
          },
        });
  const at = now();
  const { id: _, ...face } = business;
  return {
    ...face,
    represents: represented !== undefined,
    offers: offers.map(({ id, kind, at: offeredAt, idea, pledge, ...offer }) => ({
      id,
      kind,
      at: offeredAt,
      idea: { slug: idea.slug, title: idea.publishedVersion?.title ?? '' },
      state: offerState(offer),
      pledge: pledge === null ? null : { state: pledgeState(pledge, at), dueOn: dayKept(pledge.dueOn) },
    })),
  };
}
