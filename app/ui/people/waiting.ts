import type { IconName } from '#app/ui/controls/icon.tsx';

export type WaitingKind =
  | 'sheets'
  | 'invitation'
  | 'judgeInvitation'
  | 'judgesToConfirm'
  | 'entryInvitation'
  | 'entryPrepared'
  | 'returned'
  | 'draft'
  | 'moderation'
  | 'claims'
  | 'declined'
  | 'proposal'
  | 'mentorOffers'
  | 'answerSupport'
  | 'confirmPledge'
  | 'makePledge'
  | 'deliverPledge'
  | 'secondFactor'
  | 'terms'
  | 'leadOffer'
  | 'closeRound'
  | 'decideAppeals'
  | 'appealDecided'
  | 'nominationAsked'
  | 'packages'
  | 'newerVersion'
  | 'answerQuestions'
  | 'roleEnds'
  | 'guardianAnswer'
  | 'guardianRefused'
  | 'noUnit'
  | 'noGuardian';

/** One thing that waits for the reader: what, where, until when, and since when. */
export type Waiting = {
  kind: WaitingKind;
  /** Which role, where it is about one. */
  role?: string;
  title?: string;
  count?: number;
  minutes?: number;
  to: string;
  due: Date | null;
  since: Date | null;
};

export const waitingIcons: Record<WaitingKind, IconName> = {
  sheets: 'clipboard',
  invitation: 'mail',
  judgeInvitation: 'clipboard',
  judgesToConfirm: 'users',
  entryInvitation: 'mail',
  entryPrepared: 'upload',
  returned: 'chat',
  draft: 'edit',
  moderation: 'inbox',
  claims: 'users',
  declined: 'warning',
  proposal: 'handshake',
  mentorOffers: 'users',
  answerSupport: 'handshake',
  confirmPledge: 'check',
  makePledge: 'edit',
  deliverPledge: 'clock',
  secondFactor: 'shield',
  terms: 'file',
  leadOffer: 'flag',
  closeRound: 'lock',
  decideAppeals: 'clipboard',
  appealDecided: 'flag',
  nominationAsked: 'handshake',
  packages: 'inbox',
  newerVersion: 'upload',
  answerQuestions: 'chat',
  roleEnds: 'clock',
  guardianAnswer: 'clock',
  guardianRefused: 'shield',
  noUnit: 'building',
  noGuardian: 'shield',
};

/** What has a deadline before what has none, the nearest first; of the rest, what has waited longest. */
export function soonestFirst(one: Waiting, other: Waiting): number {
  if (one.due !== null || other.due !== null) {
    return (one.due?.getTime() ?? Number.POSITIVE_INFINITY) - (other.due?.getTime() ?? Number.POSITIVE_INFINITY);
  }
  return (one.since?.getTime() ?? 0) - (other.since?.getTime() ?? 0);
}
