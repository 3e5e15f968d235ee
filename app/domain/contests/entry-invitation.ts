import { z } from 'zod';

/** How long a letter to a team's lead opens, in days; never beyond the deadline for entries. */
export const entryOfferDays = 21;

/** Letters to teams one contest may send in a day. */
export const teamLettersPerDay = 2_000;

export type EntryInvitationState = 'open' | 'expired' | 'withdrawn' | 'declined' | 'accepted';

type Row = { expiresAt: Date; acceptedAt: Date | null; declinedAt: Date | null; withdrawnAt: Date | null };

/** Where an invitation to enter stands. Whoever accepted has a draft of their own, which nobody takes back. */
export function entryInvitationState(row: Row, at: Date): EntryInvitationState {
  if (row.acceptedAt !== null) return 'accepted';
  if (row.withdrawnAt !== null) return 'withdrawn';
  if (row.declinedAt !== null) return 'declined';
  return row.expiresAt.getTime() <= at.getTime() ? 'expired' : 'open';
}

/** When a letter sent now stops opening. */
export function entryOfferUntil({ closesAt }: { closesAt: Date }, at: Date): Date {
  return new Date(Math.min(closesAt.getTime(), at.getTime() + entryOfferDays * 86_400_000));
}

export const entryStates = ['entered', 'accepted', 'open', 'declined', 'expired', 'withdrawn'] as const;
/** As an organiser follows it: who has accepted, and who has entered by now. */
export type EntryProgress = (typeof entryStates)[number];

/** Somebody else of a team, as the office wrote it; without an address the lead asks them in. */
export const namedMember = z.object({ name: z.string(), email: z.string().nullable() });
export type NamedMember = z.infer<typeof namedMember>;
