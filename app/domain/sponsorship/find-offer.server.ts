import type { Actor } from '#app/domain/people/actor.ts';
import { contactsOf, ownShare, sharerColumns } from '#app/domain/people/contact.ts';
import { dayKept } from '#app/domain/people/day.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { sideOf } from './sponsorship-access.ts';
import { offerState, pledgeState } from './support.ts';

/**
 * An offer as one of its two sides sees it. The business sees of the team what is public until the team accepts, then the names
 * of those who shared a contact with it; the team sees the business and, after accepting, those of its present representatives
 * who did the same. NotFound for everyone else, staff too.
 */
export async function findOffer({ by, id }: { by: Actor; id: string }) {
  if (!isUuid(id)) throw new NotFound();
  const at = now();
  const person = {
    select: {
      ...sharerColumns,
      contactShares: {
        where: { offerId: id },
        orderBy: { givenAt: 'desc' as const },
        select: { mail: true, phone: true, givenAt: true, withdrawnAt: true },
      },
    },
  };
  const found = await db.supportOffer.findUnique({
    where: { id },
    include: {
      business: {
        select: {
          slug: true,
          name: true,
          taxCode: true,
          about: true,
          website: true,
          verifiedAt: true,
          roles: {
            where: { kind: 'REPRESENTATIVE', endedAt: null, OR: [{ until: null }, { until: { gt: at } }] },
            orderBy: { grantedAt: 'asc' },
            select: { person },
          },
        },
      },
      pledge: { include: { disputes: { orderBy: { at: 'desc' }, select: { id: true, at: true, reason: true } } } },
      idea: {
        select: {
          slug: true,
          publishedVersion: { select: { title: true } },
          draft: { select: { title: true } },
          members: {
            where: { confirmedAt: { not: null }, leftAt: null, personId: { not: null } },
            orderBy: [{ kind: 'asc' }, { confirmedAt: 'asc' }],
            select: { kind: true, personId: true, person },
          },
        },
      },
    },
  });
  if (found === null) throw new NotFound();
  const { business, idea, pledge, ...offer } = found;
  const team = idea.members.map(({ personId, kind }) => ({ personId: personId!, lead: kind === 'LEAD' }));
  const side = sideOf(by, { businessId: offer.businessId, team });
  if (side === null) throw new NotFound();
  const state = offerState(offer);
  const people = idea.members.flatMap((member) => member.person ?? []);
  const representatives = business.roles.map((role) => role.person);
  const others = contactsOf(side === 'business' ? people : representatives, at).filter(
    ({ contact }) => contact !== null,
  );
  const mine = (side === 'business' ? representatives : people).find((one) => one.id === by.id)!;
  const { roles: _, ...face } = business;
  return {
    id: offer.id,
    kind: offer.kind,
    text: offer.text,
    at: offer.at,
    acceptedAt: offer.acceptedAt,
    declinedAt: offer.declinedAt,
    declineReason: offer.declineReason,
    withdrawnAt: offer.withdrawnAt,
    state,
    side,
    business: face,
    represented: representatives.length > 0,
    idea: {
      slug: idea.slug,
      title: idea.publishedVersion?.title ?? (side === 'business' ? '' : (idea.draft?.title ?? '')),
    },
    others: state === 'accepted' ? others : [],
    mine: ownShare(mine, at),
    pledge:
      pledge === null
        ? null
        : {
            text: pledge.text,
            dueOn: dayKept(pledge.dueOn),
            madeAt: pledge.madeAt,
            deliveredAt: pledge.deliveredAt,
            deliveryNote: pledge.deliveryNote,
            confirmedAt: pledge.confirmedAt,
            withdrawnAt: pledge.withdrawnAt,
            withdrawReason: pledge.withdrawReason,
            disputes: pledge.disputes,
            state: pledgeState(pledge, at),
          },
  };
}
