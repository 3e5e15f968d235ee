import { isLead, isOnTeam } from '#app/domain/ideas/idea-access.ts';
import { findStanding, ideaIdAt } from '#app/domain/ideas/lock-idea.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { dayKept } from '#app/domain/people/day.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { businessesOf } from './sponsorship-access.ts';
import { offerState, pledgeState } from './support.ts';

/**
 * Offers of support for one idea: all of them for its team; for a representative those of their business, and whether they may
 * make another. NotFound for anyone else, and for an idea one may not know of.
 */
export async function findOffersOfIdea({ by, slug }: { by: Actor; slug: string }) {
  const id = await ideaIdAt(db, slug);
  const standing = id === null ? null : await findStanding(db, id);
  if (standing === null) throw new NotFound();
  const onTeam = isOnTeam(by, standing);
  const own = businessesOf(by);
  const isPublic = standing.published && standing.state !== 'WITHDRAWN';
  if (!onTeam && !(own.length > 0 && isPublic)) throw new NotFound();
  const idea = await db.idea.findUniqueOrThrow({
    where: { id: standing.id },
    select: {
      draft: { select: { title: true } },
      publishedVersion: { select: { title: true } },
      supportOffers: {
        where: onTeam ? { withdrawnAt: null } : { businessId: { in: own } },
        orderBy: { at: 'desc' },
        include: { business: { select: { name: true } }, pledge: { include: { disputes: { select: { id: true } } } } },
      },
    },
  });
  const at = now();
  const offers = idea.supportOffers.map(({ pledge, business, ...offer }) => ({
    id: offer.id,
    kind: offer.kind,
    at: offer.at,
    business: business.name,
    state: offerState(offer),
    pledge: pledge === null ? null : { state: pledgeState(pledge, at), dueOn: dayKept(pledge.dueOn) },
  }));
  return {
    slug: standing.slug,
    title: idea.publishedVersion?.title ?? (onTeam ? (idea.draft?.title ?? '') : ''),
    side: onTeam ? (isLead(by, standing) ? ('lead' as const) : ('member' as const)) : ('business' as const),
    offers,
    mayOffer: !onTeam && !offers.some(({ state }) => state === 'open'),
  };
}
