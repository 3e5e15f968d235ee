import i18next, { type i18n } from 'i18next';
import { type Bundle, bundlesFor } from './bundles.ts';
import en from './en.ts';
import { type Locale, localeCookie, localeIn, locales } from './locales.ts';
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

/** The part of i18next's store that every look-up goes through; its types leave it out. */
type Store = { getResource: (language: string, namespace: string, ...rest: unknown[]) => unknown };

/**
 * The words of one language for drawing one page, and the bundles the page has spoken from so far: what the browser has to load
 * before it can take the page over.
 */
export function countedI18n(locale: Locale): { i18n: i18n; bundles: () => Bundle[] } {
  const used = new Set<string>();
  const store = instances[locale].store as unknown as Store;
  const counted = instances[locale].cloneInstance();
  const { translator } = counted as unknown as { translator: { resourceStore: Store } };
  translator.resourceStore = Object.create(store, {
    getResource: {
      value: (...[language, namespace, ...rest]: Parameters<Store['getResource']>) => {
        used.add(namespace);
        return store.getResource(language, namespace, ...rest);
      },
    },
  });
  return { i18n: counted, bundles: () => bundlesFor(used) };
}

/** The language a request asks for. */
export function localeOf(request: Request): Locale {
  return localeIn(request.headers.get('cookie') ?? '');
}

/** Remembers a choice of language for a year, on this browser. */
export function languageCookie(locale: Locale): string {
  return `${localeCookie}=${locale}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`;
}
