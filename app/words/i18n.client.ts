import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Bundle, bundleNames } from './bundles.ts';
import { defaultLocale, isLocale, type Locale } from './locales.ts';
import { wordOptions } from './words.ts';

type Words = Record<string, object>;

const files: Record<Locale, Record<Bundle, () => Promise<{ default: Words }>>> = {
  vi: {
    everywhere: () => import('./vi-everywhere.ts'),
    ideas: () => import('./vi-ideas.ts'),
    contests: () => import('./vi-contests.ts'),
    people: () => import('./vi-people.ts'),
    results: () => import('./vi-results.ts'),
    support: () => import('./vi-support.ts'),
    units: () => import('./vi-units.ts'),
    work: () => import('./vi-work.ts'),
  },
  en: {
    everywhere: () => import('./en-everywhere.ts'),
    ideas: () => import('./en-ideas.ts'),
    contests: () => import('./en-contests.ts'),
    people: () => import('./en-people.ts'),
    results: () => import('./en-results.ts'),
    support: () => import('./en-support.ts'),
    units: () => import('./en-units.ts'),
    work: () => import('./en-work.ts'),
  },
};

const instance = i18next.createInstance();
let locale: Locale = defaultLocale;
let here: Bundle[] = [];
let coming: Promise<void> | null = null;

async function fetchWords(wanted: Bundle[]): Promise<Words> {
  const parts = await Promise.all(wanted.map((bundle) => files[locale][bundle]()));
  return Object.assign({}, ...parts.map((part) => part.default));
}

/**
 * Loads the words this page was written with, in its language, and is done before React takes the page over. The first touch,
 * key or movement sends for the rest.
 */
export async function startWords(): Promise<i18n> {
  const { lang } = document.documentElement;
  locale = isLocale(lang) ? lang : defaultLocale;
  const used = document.getElementById('words')?.dataset.bundles?.split(' ');
  here = used ? bundleNames.filter((bundle) => used.includes(bundle)) : bundleNames;
  const words = await fetchWords(here);
  await instance
    .use(initReactI18next)
    .init({ ...wordOptions(locale), fallbackLng: locale, resources: { [locale]: words } });
  for (const sign of ['pointermove', 'pointerdown', 'keydown', 'scroll']) {
    window.addEventListener(sign, () => void restOfWords(), { once: true, passive: true });
  }
  return instance;
}

/** Null once every word is here; until then the promise of them. */
export function restOfWords(): Promise<void> | null {
  const missing = bundleNames.filter((bundle) => !here.includes(bundle));
  if (missing.length === 0) return null;
  coming ??= fetchWords(missing).then(
    (words) => {
      for (const [namespace, texts] of Object.entries(words)) instance.addResourceBundle(locale, namespace, texts);
      here = bundleNames;
    },
    () => {
      // The line broke, or a newer version of the site has taken these files away: the next page comes whole from the server.
      coming = null;
      location.reload();
    },
  );
  return coming;
}
