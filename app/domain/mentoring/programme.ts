/** Where a programme stands at a moment. The clock moves it on by itself. */
export type ProgrammePhase = 'announced' | 'open' | 'matching' | 'ended';

export function programmePhase(
  programme: { opensAt: Date; closesAt: Date; endedAt: Date | null },
  at: Date,
): ProgrammePhase {
  if (programme.endedAt !== null) return 'ended';
  if (at.getTime() < programme.opensAt.getTime()) return 'announced';
  return at.getTime() <= programme.closesAt.getTime() ? 'open' : 'matching';
}
