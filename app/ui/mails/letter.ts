import type { TFunction } from 'i18next';
import type { LetterKind, Subject, SubjectNames } from '#app/domain/notifications/notice.ts';
import { linkHours } from '#app/domain/people/link-hours.ts';
import { paths } from '#app/paths.ts';
import { addressOf, wordsOf } from '#app/ui/notifications/told.ts';

export type LetterWords = { kind: LetterKind; language: 'vi' | 'en'; subject: Subject; names: SubjectNames };

/** Makes the secret part of a one-use link from the id of the row that stands for it. */
type LinkToken = (rowId: string) => string;

function linkOf({ kind, subject, names }: LetterWords, token: LinkToken): string | null {
  const { mailTokenId, consentId } = subject;
  switch (kind) {
    case 'verify-mail':
      return mailTokenId ? paths.mailVerification({ token: token(mailTokenId) }) : null;
    case 'reset-password':
    case 'signed-up-again':
      return mailTokenId ? paths.newPassword({ token: token(mailTokenId) }) : null;
    case 'guardian-consent':
      return consentId ? paths.guardianConsent({ token: token(consentId) }) : null;
    default:
      return addressOf(kind, subject, names);
  }
}

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
  options: { t: TFunction; origin: string; token: LinkToken },
): { subject: string; text: string; html: string } {
  const { t, origin, token } = options;
  const hours = letter.kind === 'verify-mail' ? linkHours.VERIFY_MAIL : linkHours.RESET_PASSWORD;
  const values = { ...wordsOf(letter.names, t), hours };
  const say = (part: string) => oneLine(t(`mails:kinds.${letter.kind}.${part}`, values));
  const address = linkOf(letter, token);
  const link = address === null ? null : new URL(address, origin).href;
  const [subject, words, button] = [say('subject'), say('text'), say('button')];
  const text = [
    t('mails:greeting'),
    words,
    ...(link === null ? [] : [`${button}:\n${link}`]),
    `${t('mails:farewell')}\n${origin}`,
    t('mails:automatic'),
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
${action}
<p style="${small};margin-top:28px">${escaped(t('mails:farewell'))}<br>${escaped(t('mails:automatic'))}</p>
</div></body></html>
`;
  return { subject: `${subject} · Ý Hay`, text: `${text}\n`, html };
}
