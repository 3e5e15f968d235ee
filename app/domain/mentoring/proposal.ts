/** Where a proposal stands at a moment; the clock ends it by itself, nobody has to press a button. */
export type ProposalState = 'open' | 'accepted' | 'declined' | 'lapsed';

export type ProposalRow = {
  expiresAt: Date;
  mentorAcceptedAt: Date | null;
  teamAcceptedAt: Date | null;
  declinedAt: Date | null;
  lapsedAt: Date | null;
};

export function proposalState(row: ProposalRow, at: Date): ProposalState {
  if (row.declinedAt !== null) return 'declined';
  if (row.mentorAcceptedAt !== null && row.teamAcceptedAt !== null) return 'accepted';
  if (row.lapsedAt !== null || row.expiresAt.getTime() <= at.getTime()) return 'lapsed';
  return 'open';
}

/** Rows that wait for an answer at a moment, as a condition for the database. */
export function openProposals(at: Date) {
  return {
    declinedAt: null,
    lapsedAt: null,
    expiresAt: { gt: at },
    OR: [{ mentorAcceptedAt: null }, { teamAcceptedAt: null }],
  };
}

export type RequestState = 'open' | 'served' | 'unserved' | 'withdrawn';

export function requestState(row: {
  withdrawnAt: Date | null;
  servedAt: Date | null;
  unservedAt: Date | null;
}): RequestState {
  if (row.servedAt !== null) return 'served';
  if (row.withdrawnAt !== null) return 'withdrawn';
  return row.unservedAt === null ? 'open' : 'unserved';
}

/** Days both sides have to accept where no programme says otherwise. */
export const usualDaysToAccept = 7;

/** When a proposal made at a moment runs out. */
export function expiryOf(at: Date, days: number): Date {
  return new Date(at.getTime() + days * 86_400_000);
}
