import { dayOf } from '#app/domain/people/day.ts';
import { now } from '#app/platform/clock.ts';

export const dayMs = 86_400_000;

/** 17:00 in Vietnam, so many days from today: deadlines people believe. */
export function fiveOClock(days: number): Date {
  return new Date(`${dayOf(new Date(now().getTime() + days * dayMs))}T17:00:00+07:00`);
}
