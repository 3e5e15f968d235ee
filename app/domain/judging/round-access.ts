import { type ContestPlace, runs, type WhyNot, whyNotDecide, whyNotRun } from '#app/domain/contests/contest-access.ts';
import type { Actor } from '#app/domain/people/actor.ts';

/** The board, the sheets, conflicts, assignment and the opening of a round: organisers, chair and secretary. */
export const whyNotManageRound = whyNotRun;

/** Closing and publishing: the chair. */
export const whyNotDecideRound = whyNotDecide;

/**
 * An officer who also judges here never sees others' sheets before the round is closed, nor assigns readings while it is
 * blind: they would learn what a judge must not.
 */
export function whyNotSeeSheets(
  actor: Actor,
  contest: ContestPlace,
  { isJudge, state }: { isJudge: boolean; state: string },
): WhyNot {
  if (!runs(actor, contest)) return { key: 'contests:refusals.notOfficer' };
  if (isJudge && (state === 'PLANNED' || state === 'OPEN')) return { key: 'judging:refusals.judgesToo' };
  return null;
}
