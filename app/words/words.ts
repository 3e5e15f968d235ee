import type { InitOptions } from 'i18next';
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

/** What server and browser must agree on, so that both render the same sentence. */
export function wordOptions(locale: Locale): InitOptions {
  return {
    lng: locale,
    fallbackLng: defaultLocale,
    ns: [...namespaces],
    defaultNS: 'site',
    interpolation: { escapeValue: false },
    returnNull: false,
    initImmediate: false,
    react: { useSuspense: false, bindI18nStore: 'added' },
  };
}
