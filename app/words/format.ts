import type { Locale } from './locales.ts';

/** Every time on the site is the time in Vietnam, whoever reads it and wherever. */
export const timeZone = 'Asia/Ho_Chi_Minh';

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

export type Moment = Date | string | number;

function pieces(at: Moment) {
  const found: Record<string, string> = {};
  for (const { type, value } of parts.formatToParts(new Date(at))) found[type] = value;
  return found as { year: string; month: string; day: string; hour: string; minute: string };
}

/** `22/11/2026` */
export function formatDate(at: Moment): string {
  const { day, month, year } = pieces(at);
  return `${day}/${month}/${year}`;
}

/** `17:00` */
export function formatClock(at: Moment): string {
  const { hour, minute } = pieces(at);
  return `${hour}:${minute}`;
}

/** `22/11/2026 17:00` */
export function formatTime(at: Moment): string {
  return `${formatDate(at)} ${formatClock(at)}`;
}

/** `2026-11-22`, the day in Vietnam, as date inputs want it. */
export function dateInputValue(at: Moment): string {
  const { day, month, year } = pieces(at);
  return `${year}-${month}-${day}`;
}

/** `2026-11-22T17:00`, the time in Vietnam, as datetime-local inputs want it. */
export function dateTimeInputValue(at: Moment): string {
  return `${dateInputValue(at)}T${formatClock(at)}`;
}

/** A day written without a time (`2008-02-29`, a birth date) as `29/02/2008`; no time zone can move it. */
export function formatDay(day: string): string {
  return day.slice(0, 10).split('-').reverse().join('/');
}

export type Span = { unit: 'minutes' | 'hours' | 'days' | 'months' | 'years' | 'moment'; count: number };

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * The distance between two times in the largest unit that says it well, rounded down: 59 minutes, 23 hours, 59 days,
 * 23 months, then years. Under a minute it is a `moment`. The order of the two does not matter.
 */
export function spanBetween(one: Moment, other: Moment): Span {
  const distance = Math.abs(new Date(one).getTime() - new Date(other).getTime());
  if (distance < minute) return { unit: 'moment', count: 0 };
  if (distance < hour) return { unit: 'minutes', count: Math.floor(distance / minute) };
  if (distance < day) return { unit: 'hours', count: Math.floor(distance / hour) };
  const days = Math.floor(distance / day);
  if (days < 60) return { unit: 'days', count: days };
  if (days < 730) return { unit: 'months', count: Math.floor(days / 30.44) };
  return { unit: 'years', count: Math.floor(days / 365.25) };
}

/** When `spanBetween(at, now)` will next say something else, in milliseconds since 1970. */
export function nextTurn(at: Moment, now: Moment): number {
  const moment = new Date(at).getTime();
  const present = new Date(now).getTime();
  const distance = Math.abs(moment - present);
  const unit = distance < hour ? minute : distance < day ? hour : day;
  const count = Math.floor(distance / unit);
  if (moment <= present) return moment + (count + 1) * unit;
  // Of 3 days and 2 hours 3 days are left, until it is less than 3 days.
  return count === 0 ? moment : moment - count * unit + 1;
}

const numbers = new Map<string, Intl.NumberFormat>();

/**
 * `1.647` in Vietnamese, `1,647` in English. `digits` fixes the number of decimals; without it at most two are shown.
 */
export function formatNumber(value: number, locale: Locale = 'vi', digits?: number): string {
  const key = `${locale}:${digits ?? ''}`;
  let format = numbers.get(key);
  if (!format) {
    format = new Intl.NumberFormat(
      locale === 'vi' ? 'vi-VN' : 'en-GB',
      digits === undefined
        ? { maximumFractionDigits: 2 }
        : { minimumFractionDigits: digits, maximumFractionDigits: digits },
    );
    numbers.set(key, format);
  }
  return format.format(value);
}

/** What stands in a box for a decimal, with the sign of its language: `7,5` in Vietnamese. Nothing is grouped, and what is no decimal stays as typed. */
export function writeDecimal(text: string, locale: Locale = 'vi'): string {
  return locale === 'vi' && /^-?\d+\.\d+$/.test(text) ? text.replace('.', ',') : text;
}

/** `512 B`, `1,2 MB`: sizes as people read them, in steps of 1024. */
export function formatBytes(bytes: number, locale: Locale = 'vi'): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  let value = bytes;
  let step = 0;
  while (value >= 1024 && step < units.length - 1) {
    value /= 1024;
    step += 1;
  }
  return `${formatNumber(value, locale, step === 0 || value >= 100 ? 0 : 1)} ${units[step]}`;
}

const collator = new Intl.Collator('vi', { sensitivity: 'variant' });

/** Vietnamese order of two texts: tones and đ, ơ, ư where a Vietnamese reader looks for them. */
export function compareText(one: string, other: string): number {
  return collator.compare(one, other);
}

/** Up to two letters that stand for a person: family name and given name. `Nguyễn Thị Ánh` → `NÁ`. */
export function initialsOf(name: string): string {
  const words = name.normalize('NFC').trim().split(/\s+/).filter(Boolean);
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last) return '?';
  const letters = words.length === 1 ? [first] : [first, last];
  return letters.map((word) => [...word][0]?.toLocaleUpperCase('vi') ?? '').join('');
}
