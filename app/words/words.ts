import type { InitOptions } from 'i18next';
import { formatNumber } from './format.ts';
import { defaultLocale, type Locale } from './locales.ts';

/** One namespace per noun; each has a file of its own in every language. */
export const namespaces = [
  'site',
  'controls',
  'people',
  'units',
  'staff',
  'ideas',
  'moderation',
  'contests',
  'organising',
  'judging',
  'results',
  'awards',
  'mentoring',
  'sponsorship',
  'notifications',
  'search',
  'mails',
  'admin',
  'api',
] as const;
export type Namespace = (typeof namespaces)[number];

/** A number that is not whole as its language writes it: 0,5 in Vietnamese. Whole ones stay as they are: years and positions are among them. */
function written(value: unknown, _format: string | undefined, language: string | undefined): string {
  return typeof value === 'number' && !Number.isInteger(value)
    ? formatNumber(value, language === 'en' ? 'en' : 'vi')
    : (value as string);
}

/** What server and browser must agree on, so that both render the same sentence. */
export function wordOptions(locale: Locale): InitOptions {
  return {
    lng: locale,
    fallbackLng: defaultLocale,
    ns: [...namespaces],
    defaultNS: 'site',
    interpolation: { escapeValue: false, alwaysFormat: true, format: written },
    returnNull: false,
    initImmediate: false,
    react: { useSuspense: false, bindI18nStore: 'added' },
  };
}
