import type { TFunction } from 'i18next';
import { entryOfferDays } from '#app/domain/contests/entry-invitation.ts';
import { offeredFor } from '#app/domain/judging/judge-invitation.ts';
import type { LetterKind, Subject, SubjectNames } from '#app/domain/notifications/notice.ts';
import { linkHours } from '#app/domain/people/link-hours.ts';
import { paths } from '#app/paths.ts';
import { addressOf, wordsOf } from '#app/ui/notifications/told.ts';

export type LetterWords = { kind: LetterKind; language: 'vi' | 'en'; subject: Subject; names: SubjectNames };

/** Makes the secret part of a one-use link from the id of the row that stands for it. */
type LinkToken = (rowId: string) => string;

function linkOf({ kind, subject, names }: LetterWords, token: LinkToken): string | null {
  const { mailTokenId, consentId, invitationId } = subject;
  switch (kind) {
    case 'verify-mail':
      return mailTokenId ? paths.mailVerification({ token: token(mailTokenId) }) : null;
    case 'reset-password':
    case 'signed-up-again':
      return mailTokenId ? paths.newPassword({ token: token(mailTokenId) }) : null;
    case 'mail-change':
      return mailTokenId ? paths.mailChangeConfirmation({ token: token(mailTokenId) }) : null;
    case 'mail-changed':
      return mailTokenId ? paths.mailChangeUndoing({ token: token(mailTokenId) }) : null;
    case 'account-closed':
      return mailTokenId ? paths.reopening({ token: token(mailTokenId) }) : null;
    case 'entry-invitation':
      return invitationId ? paths.entryInvitation({ token: token(invitationId) }) : null;
    case 'judge-invitation':
      return invitationId ? paths.judgeInvitation({ token: token(invitationId) }) : null;
    case 'guardian-consent':
      return consentId ? paths.guardianConsent({ token: token(consentId) }) : null;
    default:
      return addressOf(kind, subject, names);
  }
}

/** What kind of link a letter carries, which says how long it is good for. */
const purposes: Partial<Record<LetterKind, keyof typeof linkHours>> = {
  'verify-mail': 'VERIFY_MAIL',
  'mail-change': 'CHANGE_MAIL',
  'mail-changed': 'UNDO_MAIL_CHANGE',
  'account-closed': 'REOPEN_ACCOUNT',
};

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A name that somebody chose must not break out of a subject line. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** A mail in words and in a plain page of its own; mail programs know no style sheets, so the style stands on each element. */
export function writeLetter(
  letter: LetterWords,
  options: {
    t: TFunction;
    origin: string;
    token: LinkToken;
    /** Where this kind of letter can be stopped, where it can. */
    stop?: string | null;
  },
): { subject: string; text: string; html: string } {
  const { t, origin, token, stop = null } = options;
  const hours = linkHours[purposes[letter.kind] ?? 'RESET_PASSWORD'];
  const opens: Partial<Record<LetterKind, number>> = {
    'judge-invitation': offeredFor.mail,
    'entry-invitation': entryOfferDays,
  };
  const days = opens[letter.kind] ?? Math.round(hours / 24);
  const values = { ...wordsOf(letter.names, t), hours, days };
  const say = (part: string) => oneLine(t(`mails:kinds.${letter.kind}.${part}`, values));
  const address = linkOf(letter, token);
  const link = address === null ? null : new URL(address, origin).href;
  const root = ['round-published', 'results-changed'].includes(letter.kind) ? letter.names.root : undefined;
  const held = root === undefined ? null : new URL(paths.verifying({ goc: root }), origin).href;
  const [subject, words, button] = [say('subject'), say('text'), say('button')];
  const text = [
    t('mails:greeting'),
    words,
    ...(link === null ? [] : [`${button}:\n${link}`]),
    ...(held === null ? [] : [`${t('mails:root')}\n${root}\n${held}`]),
    `${t('mails:farewell')}\n${origin}`,
    t('mails:automatic'),
    ...(stop === null ? [] : [`${t('mails:stop')}\n${stop}`]),
  ].join('\n\n');
  const font = "font-family:'Be Vietnam Pro',Arial,sans-serif;font-size:16px;line-height:1.6;color:#1d2430";
  const small = 'font-size:13px;color:#5b6472';
  const action =
    link === null
      ? ''
      : `<p style="margin:24px 0"><a href="${escaped(link)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#1f4fd8;color:#ffffff;text-decoration:none;font-weight:600">${escaped(button)}</a></p>
<p style="${small}">${escaped(t('mails:linkBelow'))}<br>${escaped(link)}</p>`;
  const html = `<!doctype html>
<html lang="${letter.language}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f5f6f8">
<div style="max-width:560px;margin:0 auto;padding:28px;background:#ffffff;border-radius:12px;${font}">
<p style="font-weight:700;font-size:20px;margin:0 0 16px">Ý Hay</p>
<p>${escaped(t('mails:greeting'))}</p>
<p>${escaped(words)}</p>
${action}${held === null ? '' : `<p style="${small}">${escaped(t('mails:root'))}<br><b>${root}</b><br><a href="${escaped(held)}" style="color:#5b6472">${escaped(held)}</a></p>`}
<p style="${small};margin-top:28px">${escaped(t('mails:farewell'))}<br>${escaped(t('mails:automatic'))}${stop === null ? '' : `<br><a href="${escaped(stop)}" style="color:#5b6472">${escaped(t('mails:stop'))}</a>`}</p>
</div></body></html>
`;
  return { subject: `${subject} · Ý Hay`, text: `${text}\n`, html };
}
