import type { OutsideRule } from './contest-rules.ts';

/** What of a team the rules look at to tell whether it takes part outside the competition. */
export type OutsideFacts = {
  /** Somebody in it organises for the host or a unit above, or is chair or secretary of the contest. */
  inBoard: boolean;
  /** Somebody in it belongs to the host unit itself, not to a unit below it. */
  inHost: boolean;
};

/** The rule that lets a team enter outside the competition; null where it competes. The board comes before the host. */
export function outsideBy(rules: readonly OutsideRule[], { inBoard, inHost }: OutsideFacts): OutsideRule | null {
  if (inBoard && rules.includes('board')) return 'board';
  return inHost && rules.includes('host') ? 'host' : null;
}
