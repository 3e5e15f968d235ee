/** How long a seat is offered, in days: a letter waits for somebody's week, a code at the stand for the days of a contest. */
export const offeredFor = { mail: 14, code: 3 } as const;

/** Hours somebody may offer at most: a month of working days. */
export const mostHours = 200;

export type InvitationState = 'open' | 'expired' | 'withdrawn' | 'declined' | 'waiting' | 'refused' | 'seated';

type Row = {
  expiresAt: Date;
  acceptedAt: Date | null;
  confirmedAt: Date | null;
  declinedAt: Date | null;
  withdrawnAt: Date | null;
};

/**
 * Where an invitation stands. `waiting`: accepted by somebody the link alone says too little of, until an officer has seen who it is;
 * `refused`: the officer said no.
 */
export function invitationState(row: Row, at: Date): InvitationState {
  if (row.withdrawnAt !== null) return row.acceptedAt === null ? 'withdrawn' : 'refused';
  if (row.confirmedAt !== null) return 'seated';
  if (row.acceptedAt !== null) return 'waiting';
  if (row.declinedAt !== null) return 'declined';
  return row.expiresAt.getTime() <= at.getTime() ? 'expired' : 'open';
}

/** Whole sheets that fit into the hours somebody has, at so many minutes each; one at least. */
export function sheetsIn({ hours, minutes }: { hours: number; minutes: number }): number {
  return Math.max(1, Math.floor((hours * 60) / Math.max(1, minutes)));
}

/** The load of a seat: never more than was offered, nor than the hours allow; who has no time for the least is asked for less. */
export function loadWithin({ minLoad, maxLoad }: { minLoad: number; maxLoad: number }, fits: number) {
  const max = Math.min(maxLoad, fits);
  return { minLoad: Math.min(minLoad, max), maxLoad: max };
}
