/** What a business can offer an idea, as the database knows it. */
export const supportKinds = ['MONEY', 'EQUIPMENT', 'EXPERTISE', 'TRIAL', 'PURCHASE', 'INTERNSHIP'] as const;
export type SupportKind = (typeof supportKinds)[number];

export type OfferState = 'open' | 'accepted' | 'declined' | 'withdrawn';

export function offerState(offer: {
  acceptedAt: Date | null;
  declinedAt: Date | null;
  withdrawnAt: Date | null;
}): OfferState {
  if (offer.withdrawnAt !== null) return 'withdrawn';
  if (offer.declinedAt !== null) return 'declined';
  return offer.acceptedAt === null ? 'open' : 'accepted';
}

/** From a promise to what became of it. `disputed`: the business says it delivered, the team has not received it. */
export type PledgeState = 'made' | 'overdue' | 'delivered' | 'disputed' | 'kept' | 'withdrawn';

export function pledgeState(
  pledge: {
    dueOn: Date;
    deliveredAt: Date | null;
    confirmedAt: Date | null;
    withdrawnAt: Date | null;
    disputes: readonly unknown[];
  },
  at: Date,
): PledgeState {
  if (pledge.withdrawnAt !== null) return 'withdrawn';
  if (pledge.confirmedAt !== null) return 'kept';
  if (pledge.deliveredAt !== null) return 'delivered';
  if (pledge.disputes.length > 0) return 'disputed';
  // The last day counts to its end in Vietnam.
  return pledge.dueOn.getTime() + (24 - 7) * 3_600_000 <= at.getTime() ? 'overdue' : 'made';
}
