import type { OthersMarks } from '#app/domain/contests/contest.ts';

export type OthersSheet = {
  /** The judge's number; never a name. */
  judge: number;
  total: number | null;
  /** In the order of the criteria. */
  marks: (number | null)[];
};

type Place = {
  submittedAt: Date | null;
  recused: boolean;
  conflict: boolean;
  withdrawn: boolean;
  calibration: boolean;
  round: { state: string; othersMarks: OthersMarks };
};

/**
 * Whether a judge is shown what others gave the entry of this sheet: once the round is closed, or, where its rules say so, as soon as their own
 * sheet is handed in. Never of the entry all mark first, nor where the judge must not judge.
 */
export function showsOthers({ submittedAt, recused, conflict, withdrawn, calibration, round }: Place): boolean {
  if (recused || conflict || withdrawn || calibration || round.state === 'PLANNED') return false;
  if (round.state === 'CLOSED' || round.state === 'PUBLISHED') return true;
  return round.othersMarks === 'SUBMITTED' && submittedAt !== null;
}
