import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { defaultLocale, isLocale } from './locales.ts';
import { wordOptions } from './words.ts';

/** Loads only the language the page was rendered in, and is done before React takes the page over. */
export async function startWords(): Promise<i18n> {
  const asked = document.documentElement.lang;
  const locale = isLocale(asked) ? asked : defaultLocale;
  const words = locale === 'en' ? (await import('./en.ts')).default : (await import('./vi.ts')).default;
  const instance = i18next.createInstance();
  await instance
    .use(initReactI18next)
    .init({ ...wordOptions(locale), fallbackLng: locale, resources: { [locale]: words } });
  return instance;
}
