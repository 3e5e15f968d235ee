/** What became of one question to a guardian. */
export type GuardianState = 'asked' | 'expired' | 'given' | 'refused' | 'withdrawn' | 'taken-back';

/** A question may be answered for thirty days; a yes may be taken back for ever. */
export const daysToAnswer = 30;

export function guardianState(
  row: { askedAt: Date | null; givenAt: Date | null; refusedAt: Date | null; withdrawnAt: Date | null },
  at: Date,
): GuardianState {
  if (row.withdrawnAt !== null) return row.givenAt === null ? 'taken-back' : 'withdrawn';
  if (row.givenAt !== null) return 'given';
  if (row.refusedAt !== null) return 'refused';
  const ends = (row.askedAt?.getTime() ?? 0) + daysToAnswer * 86_400_000;
  return ends > at.getTime() ? 'asked' : 'expired';
}
