import type { LetterKind } from '#app/domain/notifications/notice.ts';
import { i18nFor } from '#app/words/i18n.server.ts';
import type { Locale } from '#app/words/locales.ts';

/** What a kind of letter is called: the line it comes under. The words of letters stay on the server. */
export function letterName(kind: LetterKind, locale: Locale): string {
  const some = { idea: '…', contest: '…', round: '…', unit: '…', business: '…', role: '…', place: '…', entry: '…' };
  return i18nFor(locale).t(`mails:kinds.${kind}.subject`, some);
}
