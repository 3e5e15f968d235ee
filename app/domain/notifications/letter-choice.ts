import { z } from 'zod';
import { type LetterKind, letterKinds } from './notice.ts';

/** About the account and its safety, or an answer to what somebody just asked for: these are always sent. */
const always: readonly LetterKind[] = [
  'verify-mail',
  'signed-up-again',
  'reset-password',
  'guardian-consent',
  'judge-invitation',
  'entry-invitation',
  'role-granted',
  'role-carried-over',
  'unit-merging',
  'membership-ended',
  'birth-date-corrected',
  'mail-change',
  'mail-wanted',
  'mail-changed',
  'password-changed',
  'second-factor-set',
  'second-factor-ended',
  'second-factor-reset',
  'recovery-code-used',
  'account-closed',
];

/** The kinds one may choose, as they stand in the list of kinds. */
export const chosenLetters: readonly LetterKind[] = letterKinds.filter((kind) => !always.includes(kind));

export function isChosen(kind: string): kind is LetterKind {
  return (chosenLetters as readonly string[]).includes(kind);
}

export const letterTopics = ['ideas', 'contests', 'mentoring', 'support', 'unit'] as const;
export type LetterTopic = (typeof letterTopics)[number];

/** Under which heading a kind stands. */
export function topicOf(kind: LetterKind): LetterTopic {
  if (/^(idea|lead|follow)/.test(kind)) return 'ideas';
  if (/^(mentor|proposal)/.test(kind)) return 'mentoring';
  if (/^(support|pledge|business)/.test(kind)) return 'support';
  return /^membership/.test(kind) ? 'unit' : 'contests';
}

export const letterChoiceForm = z.object({
  wanted: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.string().max(100)).max(200),
  ),
});
