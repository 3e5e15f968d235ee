/** The languages of the site; the first is its source and what a stranger sees. */
export const locales = ['vi', 'en'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'vi';

export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && (locales as readonly string[]).includes(value);
}

export const localeCookie = 'ngon-ngu';

/** The language that the cookies of a request ask for: only what a person chose by the switch counts; anything else is Vietnamese. */
export function localeIn(cookies: string): Locale {
  for (const part of cookies.split(';')) {
    const [name, value] = part.split('=').map((side) => side.trim());
    if (name === localeCookie && isLocale(value)) return value;
  }
  return defaultLocale;
}
