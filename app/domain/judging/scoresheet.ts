import type { RoundState } from '#app/domain/contests/contest.ts';

/** Where a sheet stands. `blocked`: a conflict of interest was found after it was assigned. */
export type SheetState = 'assigned' | 'begun' | 'submitted' | 'recused' | 'blocked' | 'left';

type Sheet = {
  submittedAt: Date | null;
  recusal: object | null;
  marks: number;
  /** The judge's seat has ended. */
  seatEnded: boolean;
  conflict: boolean;
};

/** A recusal stands over everything, a conflict over the rest; what was submitted before its judge left stays. */
export function sheetState({ submittedAt, recusal, marks, seatEnded, conflict }: Sheet): SheetState {
  if (recusal !== null) return 'recused';
  if (conflict) return 'blocked';
  if (submittedAt !== null) return 'submitted';
  if (seatEnded) return 'left';
  return marks > 0 ? 'begun' : 'assigned';
}

/** Whether a sheet counts among the readings an entry has or is going to have. */
export function isLive(state: SheetState): boolean {
  return state === 'assigned' || state === 'begun' || state === 'submitted';
}

/** Marks are taken from the opening until the chair closes the round; the deadline says who is late, it loses no marks. */
export function takesMarks(round: { state: RoundState }): boolean {
  return round.state === 'OPEN';
}

/** Characters of Vietnamese text an attentive reader reads in a minute. */
const readPerMinute = 1000;

/** Minutes a sheet will take, about: reading its text once and a minute for each criterion. */
export function minutesFor({ characters, criteria }: { characters: number; criteria: number }): number {
  return Math.max(1, Math.ceil(characters / readPerMinute) + criteria);
}
