import type { WhyNot } from '#app/domain/contests/contest-access.ts';
import type { Actor } from '#app/domain/people/actor.ts';

/** What access looks at: whose seat the sheet belongs to. */
export type SheetPlace = { judge: { personId: string; seatEnded: boolean }; round: { state: string } };

/** Judges know their own sheets only, and only once the round was opened. Everyone else does not learn that a sheet exists. */
export function mayRead(actor: Actor, sheet: SheetPlace): boolean {
  return sheet.judge.personId === actor.id && !sheet.judge.seatEnded && sheet.round.state !== 'PLANNED';
}

type SheetStanding = SheetPlace & {
  submittedAt: Date | null;
  recused: boolean;
  conflict: boolean;
  withdrawn: boolean;
  /** The sheet all judges of the round mark first. */
  calibration: boolean;
  /** That sheet of this judge, while it is not handed in; null where nothing stands before this one. */
  calibrateFirst: string | null;
};

/** Why this sheet takes no marks that count; null where it does. */
export function whyNotMark(sheet: SheetStanding): WhyNot {
  if (sheet.recused) return { key: 'judging:refusals.recused' };
  if (sheet.conflict) return { key: 'judging:refusals.conflict' };
  if (sheet.withdrawn) return { key: 'judging:refusals.entryWithdrawn' };
  if (sheet.submittedAt !== null) return { key: 'judging:refusals.submitted' };
  if (sheet.round.state !== 'OPEN') return { key: 'judging:refusals.roundClosed' };
  if (sheet.calibrateFirst !== null) return { key: 'judging:refusals.calibrateFirst' };
  return null;
}

/** A judge may step back as long as the round is open, even from a sheet that was submitted. */
export function whyNotRecuse(sheet: SheetStanding): WhyNot {
  if (sheet.recused) return { key: 'judging:refusals.recused' };
  if (sheet.round.state !== 'OPEN') return { key: 'judging:refusals.roundClosed' };
  return null;
}

/** A sheet that was handed in is changed only after it was reopened, while the round is open. */
export function whyNotReopen(sheet: SheetStanding & { pending: boolean }): WhyNot {
  if (sheet.recused) return { key: 'judging:refusals.recused' };
  if (sheet.conflict) return { key: 'judging:refusals.conflict' };
  if (sheet.withdrawn) return { key: 'judging:refusals.entryWithdrawn' };
  if (sheet.submittedAt === null) return { key: 'judging:refusals.notSubmitted' };
  if (sheet.round.state !== 'OPEN') return { key: 'judging:refusals.roundClosed' };
  if (sheet.calibration) return { key: 'judging:refusals.calibrationStays' };
  if (sheet.pending) return { key: 'judging:refusals.reopeningAsked' };
  return null;
}
