const dayInVietnam = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day it is in Vietnam at a moment, as `2026-11-22`: rules speak of days, and days begin at Vietnam's midnight. */
export function dayOf(moment: Date): string {
  return dayInVietnam.format(moment);
}

/** A day kept without a time (a birth date, the day a unit ends) as `2026-11-22`; no time zone moves it. */
export function dayKept(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** `2026-11-22` as a date column keeps it. Throws RangeError where there is no such day. */
export function dateOfDay(day: string): Date {
  const date = new Date(`${day}T00:00:00.000Z`);
  if (Number.isNaN(date.getTime()) || dayKept(date) !== day) throw new RangeError('no such day');
  return date;
}

/**
 * Full years of age at a moment. The birthday counts from its first minute in Vietnam; who was born on 29 February grows
 * a year older on 1 March where the year has no 29th.
 */
export function ageOn(birthDate: Date, moment: Date): number {
  const [birthYear, birthMonth, birthDay] = dayKept(birthDate).split('-').map(Number) as [number, number, number];
  const [year, month, day] = dayOf(moment).split('-').map(Number) as [number, number, number];
  const hadBirthday = month > birthMonth || (month === birthMonth && day >= birthDay);
  return year - birthYear - (hadBirthday ? 0 : 1);
}

/** The moment a day ends in Vietnam: what holds "until 31/12" holds before this moment. */
export function endOfDay(day: string): Date {
  return new Date(dateOfDay(day).getTime() + 24 * 3_600_000 - 7 * 3_600_000);
}

/** A day as people type it where the browser has no calendar, `22/11/2008` or `2008-11-22`, as `2008-11-22`; null if none. */
export function readDay(typed: string): string | null {
  const text = typed.trim();
  const spoken = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const day = spoken ? `${spoken[3]}-${spoken[2]!.padStart(2, '0')}-${spoken[1]!.padStart(2, '0')}` : text;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const date = new Date(`${day}T00:00:00.000Z`);
  return Number.isNaN(date.getTime()) || dayKept(date) !== day ? null : day;
}
