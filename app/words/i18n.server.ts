import i18next, { type i18n } from 'i18next';
import en from './en.ts';
import { defaultLocale, isLocale, type Locale, locales } from './locales.ts';
import vi from './vi.ts';
import { wordOptions } from './words.ts';

const resources = { vi, en };

function makeInstance(locale: Locale): i18n {
  const instance = i18next.createInstance();
  void instance.init({ ...wordOptions(locale), resources });
  return instance;
}

const instances = Object.fromEntries(locales.map((locale) => [locale, makeInstance(locale)])) as Record<Locale, i18n>;

/** The words of one language. They never change while the process runs, so every request shares them. */
export function i18nFor(locale: Locale): i18n {
  return instances[locale];
}

export const localeCookie = 'ngon-ngu';

/** The language a request asks for: only what a person chose by the switch counts; anything else is Vietnamese. */
export function localeOf(request: Request): Locale {
  const cookies = request.headers.get('cookie') ?? '';
  for (const part of cookies.split(';')) {
    const [name, value] = part.split('=').map((side) => side.trim());
    if (name === localeCookie && isLocale(value)) return value;
  }
  return defaultLocale;
}

/** Remembers a choice of language for a year, on this browser. */
export function languageCookie(locale: Locale): string {
  return `${localeCookie}=${locale}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`;
}
