import { useTranslation } from 'react-i18next';
import { formatNumber } from '#app/words/format.ts';
import { isLocale } from '#app/words/locales.ts';

/** A number as the reader's language writes it: `1.647`. */
export function Num({ value, digits }: { value: number; digits?: number }) {
  const { i18n } = useTranslation();
  return <>{formatNumber(value, isLocale(i18n.language) ? i18n.language : 'vi', digits)}</>;
}
