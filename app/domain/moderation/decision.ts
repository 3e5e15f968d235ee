export const decisionKinds = ['PUBLISHED', 'RETURNED', 'DECLINED'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export const decisionReasons = [
  'FITS',
  'UNCLEAR',
  'TOO_SHORT',
  'PERSONAL_DATA',
  'DUPLICATE',
  'NOT_AN_IDEA',
  'OFFENSIVE',
  'AGAINST_LAW',
  'ADVERTISING',
  'OTHER',
] as const;
export type DecisionReason = (typeof decisionReasons)[number];

/** Which reasons fit which decision, in the order of their keys on the desk: 1, 2, 3 … */
export const reasonsFor: Record<DecisionKind, readonly DecisionReason[]> = {
  PUBLISHED: ['FITS'],
  RETURNED: ['UNCLEAR', 'TOO_SHORT', 'PERSONAL_DATA', 'DUPLICATE', 'ADVERTISING', 'OTHER'],
  DECLINED: ['NOT_AN_IDEA', 'DUPLICATE', 'OFFENSIVE', 'AGAINST_LAW', 'ADVERTISING', 'OTHER'],
};

/** The team learns more from a sentence than from "other": there it is asked for. */
export function needsNote(reason: DecisionReason): boolean {
  return reason === 'OTHER';
}
