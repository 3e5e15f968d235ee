import { useTranslation } from 'react-i18next';
import type { LetterKind } from '#app/domain/notifications/notice.ts';

/** What a kind of letter is called: the line it comes under. */
export function useLetterName(): (kind: LetterKind) => string {
  const { t } = useTranslation();
  const some = { idea: '…', contest: '…', round: '…', unit: '…', business: '…', role: '…', place: '…', entry: '…' };
  return (kind) => t(`mails:kinds.${kind}.subject`, some);
}
