import type { TFunction } from 'i18next';
import type { LetterKind, NoticeKind, Subject, SubjectNames } from '#app/domain/notifications/notice.ts';
import { paths } from '#app/paths.ts';

/** The values a sentence about a subject may need; what is gone is said to be gone. */
export function wordsOf(names: SubjectNames, t: TFunction): Record<string, string | number> {
  const gone = t('notifications:gone');
  return {
    idea: names.idea?.title || gone,
    unit: names.unit?.name ?? gone,
    contest: names.contest?.name ?? gone,
    place: names.unit?.name ?? names.contest?.name ?? 'Ý Hay',
    entry: names.entry?.number ?? gone,
    round: names.round?.name ?? '',
    announcement: names.announcement?.title ?? gone,
    business: names.business?.name ?? gone,
    role: names.role === undefined ? gone : t(`notifications:roles.${names.role}`),
  };
}

/** Where to go from a notice or a letter; null where what it is about is gone. */
export function addressOf(kind: NoticeKind | LetterKind, subject: Subject, names: SubjectNames): string | null {
  const { idea, unit, contest, entry, round } = names;
  switch (kind) {
    case 'membership-claimed':
      return unit ? paths.unitMembers(unit) : null;
    case 'membership-confirmed':
    case 'membership-declined':
    case 'membership-ended':
      return paths.membership();
    case 'role-granted':
    case 'role-ended':
    case 'role-carried-over':
      return paths.mine();
    case 'unit-merging':
      return unit ? paths.unit(unit) : null;
    case 'birth-date-corrected':
      return paths.profile();
    case 'mail-wanted':
    case 'mail-changed':
    case 'password-changed':
      return paths.account();
    case 'second-factor-set':
    case 'second-factor-ended':
    case 'second-factor-reset':
    case 'recovery-code-used':
      return paths.secondFactor();
    case 'idea-taken-down':
    case 'followed-renewed':
    case 'followed-stage':
      return idea ? paths.idea(idea) : null;
    case 'lead-offered':
      return subject.handoverId ? paths.leadOffer({ id: subject.handoverId }) : null;
    case 'lead-taken':
    case 'lead-declined':
      return idea ? paths.ideaTeam(idea) : null;
    case 'consent-given':
    case 'consent-refused':
      return paths.consent();
    case 'idea-submitted':
      return subject.submissionId ? paths.submissionReview({ id: subject.submissionId }) : paths.moderation();
    case 'idea-invitation':
      return subject.memberId ? paths.teamInvitation({ id: subject.memberId }) : null;
    case 'idea-member-confirmed':
    case 'idea-member-declined':
    case 'idea-member-left':
      return idea ? paths.ideaTeam(idea) : null;
    case 'idea-published':
    case 'idea-returned':
    case 'idea-declined':
      return idea ? paths.idea(idea) : null;
    case 'entry-made':
    case 'entry-withdrawn':
    case 'entry-outside':
    case 'entry-competes':
      return contest && entry ? paths.entry(contest, entry) : null;
    case 'judge-appointed':
    case 'reopening-decided':
    case 'sheets-assigned':
      return paths.desk();
    case 'judge-accepted':
    case 'judge-declined':
      return contest ? paths.judgeInvitations(contest) : null;
    case 'judge-recused':
    case 'reopening-asked':
      return contest && round ? paths.managedRound(contest, round) : contest ? paths.managedContest(contest) : null;
    case 'mentor-offered':
      return paths.managedMentoring();
    case 'mentor-checked':
    case 'mentor-declined':
      return paths.ownMentoring();
    case 'mentor-request-unserved':
      return idea ? paths.ideaMentoring(idea) : null;
    case 'proposal-made':
    case 'proposal-accepted':
    case 'proposal-declined':
    case 'proposal-lapsed':
      return subject.proposalId ? paths.proposal({ id: subject.proposalId }) : null;
    case 'mentorship-begun':
    case 'mentorship-ended':
    case 'session-noted':
      return subject.mentorshipId ? paths.mentorship({ id: subject.mentorshipId }) : null;
    case 'business-registered':
      return paths.businesses();
    case 'business-declined':
      return paths.business();
    case 'support-offered':
    case 'support-withdrawn':
    case 'support-accepted':
    case 'support-declined':
    case 'pledge-made':
    case 'pledge-delivered':
    case 'pledge-confirmed':
    case 'pledge-disputed':
    case 'pledge-withdrawn':
      return subject.offerId ? paths.offer({ id: subject.offerId }) : null;
    case 'contact-withdrawn':
      if (subject.mentorshipId) return paths.mentorship({ id: subject.mentorshipId });
      return subject.offerId ? paths.offer({ id: subject.offerId }) : null;
    case 'appeal-made':
      return contest && round ? paths.appeals(contest, round) : null;
    case 'appeal-decided':
      return contest && entry ? paths.ownAppeal(contest, entry) : null;
    case 'nomination-ready':
      return subject.nominationId ? paths.nomination({ id: subject.nominationId }) : null;
    case 'nomination-answered':
      return contest ? paths.nominations(contest) : null;
    case 'nomination-asked':
    case 'own-nomination-answered':
      return contest && entry ? paths.entry(contest, entry) : null;
    case 'contest-announced':
      return contest ? paths.announcements(contest) : null;
    case 'contest-amended':
      return contest ? paths.contestRules(contest) : null;
    case 'contest-extended':
    case 'contest-postponed':
    case 'contest-suspended':
    case 'contest-resumed':
    case 'contest-cancelled':
      return contest ? paths.contest(contest) : null;
    case 'deadline-extended':
      return contest ? paths.newEntry(contest) : null;
    case 'question-asked':
      return contest ? paths.managedQuestions(contest) : null;
    case 'question-answered':
    case 'contest-answered':
      return contest ? paths.questions(contest) : null;
    case 'round-published':
    case 'results-changed':
      return contest ? paths.results(contest) : null;
    default:
      return null;
  }
}
