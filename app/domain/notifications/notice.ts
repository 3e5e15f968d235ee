/** What a person is told in the site. Names are read when it is shown; a notice itself holds ids only. */
export const noticeKinds = [
  'membership-claimed',
  'membership-confirmed',
  'membership-declined',
  'role-granted',
  'role-ended',
  'role-carried-over',
  'unit-merging',
  'membership-ended',
  'birth-date-corrected',
  'consent-given',
  'consent-refused',
  'idea-submitted',
  'idea-published',
  'idea-returned',
  'idea-declined',
  'idea-invitation',
  'idea-member-confirmed',
  'idea-member-declined',
  'idea-member-left',
  'entry-made',
  'entry-withdrawn',
  'entry-outside',
  'entry-competes',
  'judge-appointed',
  'judge-accepted',
  'judge-declined',
  'judge-refused',
  'sheets-assigned',
  'judge-recused',
  'reopening-asked',
  'reopening-decided',
  'contest-announced',
  'contest-amended',
  'contest-extended',
  'deadline-extended',
  'contest-postponed',
  'contest-suspended',
  'contest-resumed',
  'contest-cancelled',
  'question-asked',
  'question-answered',
  'contest-answered',
  'round-published',
  'appeal-made',
  'appeal-decided',
  'results-changed',
  'nomination-asked',
  'nomination-ready',
  'nomination-answered',
  'own-nomination-answered',
  'mentor-offered',
  'mentor-checked',
  'mentor-declined',
  'mentor-request-unserved',
  'proposal-made',
  'proposal-accepted',
  'proposal-declined',
  'proposal-lapsed',
  'mentorship-begun',
  'mentorship-ended',
  'session-noted',
  'business-registered',
  'business-declined',
  'support-offered',
  'support-withdrawn',
  'support-accepted',
  'support-declined',
  'pledge-made',
  'pledge-delivered',
  'pledge-confirmed',
  'pledge-disputed',
  'pledge-withdrawn',
  'contact-withdrawn',
  'mail-changed',
  'second-factor-reset',
  'idea-taken-down',
  'lead-offered',
  'lead-taken',
  'lead-declined',
  'followed-renewed',
  'followed-stage',
] as const;

export type NoticeKind = (typeof noticeKinds)[number];

/** What is sent by mail: some notices, and what reaches people who cannot sign in yet. */
export const letterKinds = [
  'verify-mail',
  'signed-up-again',
  'reset-password',
  'guardian-consent',
  'idea-invitation',
  'membership-confirmed',
  'membership-declined',
  'role-granted',
  'role-carried-over',
  'unit-merging',
  'membership-ended',
  'birth-date-corrected',
  'idea-published',
  'idea-returned',
  'idea-declined',
  'entry-made',
  'entry-outside',
  'entry-competes',
  'entry-invitation',
  'judge-invitation',
  'judge-appointed',
  'sheets-assigned',
  'contest-announced',
  'contest-amended',
  'contest-extended',
  'deadline-extended',
  'contest-postponed',
  'contest-suspended',
  'contest-resumed',
  'contest-cancelled',
  'question-answered',
  'round-published',
  'appeal-decided',
  'results-changed',
  'nomination-asked',
  'mentor-checked',
  'mentor-declined',
  'mentor-request-unserved',
  'proposal-made',
  'mentorship-begun',
  'business-declined',
  'support-offered',
  'support-accepted',
  'pledge-delivered',
  'pledge-confirmed',
  'pledge-disputed',
  'pledge-withdrawn',
  'mail-change',
  'mail-wanted',
  'mail-changed',
  'password-changed',
  'second-factor-set',
  'second-factor-ended',
  'second-factor-reset',
  'recovery-code-used',
  'account-closed',
  'idea-taken-down',
  'lead-offered',
] as const;

export type LetterKind = (typeof letterKinds)[number];

/** Ids of what a notice or a letter is about. */
export type Subject = {
  ideaId?: string;
  submissionId?: string;
  memberId?: string;
  unitId?: number;
  membershipId?: string;
  roleId?: string;
  contestId?: string;
  entryId?: string;
  nominationId?: string;
  announcementId?: string;
  roundId?: string;
  /** Number of the record in the contest's chain whose hash is told. */
  record?: number;
  mailTokenId?: string;
  consentId?: string;
  proposalId?: string;
  mentorshipId?: string;
  offerId?: string;
  businessId?: string;
  handoverId?: string;
  invitationId?: string;
};

/** The names that belong to a subject's ids, as they are at this moment; what is gone is missing. */
export type SubjectNames = {
  idea?: { slug: string; title: string };
  unit?: { slug: string; name: string };
  contest?: { slug: string; name: string };
  entry?: { number: number };
  round?: { number: number; name: string };
  announcement?: { title: string };
  /** Of the record that is named, or else the one at the round's publication: what a bundle is held against. */
  root?: string;
  role?: string;
  business?: { slug: string; name: string };
};

/** How many times a mail is tried: over four days, then it is given up. */
export const mostAttempts = 12;

/** The wait before the next try after `attempts` failures, in seconds: 1 minute, then twice as long each time, at most 12 hours. */
export function secondsUntilRetry(attempts: number): number {
  return Math.min(60 * 2 ** Math.max(0, attempts - 1), 43_200);
}
