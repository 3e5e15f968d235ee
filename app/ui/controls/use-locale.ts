import { useTranslation } from 'react-i18next';
import { defaultLocale, isLocale, type Locale } from '#app/words/locales.ts';

/** The language the page is read in. */
export function useLocale(): Locale {
  const { language } = useTranslation().i18n;
  return isLocale(language) ? language : defaultLocale;
}
