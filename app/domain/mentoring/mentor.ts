/** Where an offer to mentor stands. Only one that stands `open` is asked and matched. */
export type MentorState = 'waiting' | 'declined' | 'paused' | 'open';

export function mentorState(mentor: {
  checkedAt: Date | null;
  declinedAt: Date | null;
  pausedAt: Date | null;
}): MentorState {
  if (mentor.declinedAt !== null) return 'declined';
  if (mentor.checkedAt === null) return 'waiting';
  return mentor.pausedAt === null ? 'open' : 'paused';
}

/**
 * How many further teams a mentor can take: what they offered, less the teams they walk with and the proposals that wait.
 * Who has no hours takes nobody, whatever capacity was typed.
 */
export function placesLeft(mentor: {
  capacity: number;
  hoursPerMonth: number;
  teams: number;
  waiting: number;
}): number {
  if (mentor.hoursPerMonth <= 0) return 0;
  return Math.max(0, mentor.capacity - mentor.teams - mentor.waiting);
}

/** The youngest who may mentor. */
export const ageToMentor = 18;
