import { onTestFinished } from 'vitest';
import { fixClock } from '#app/platform/clock.ts';

/** Stops the clock for this test: `atTime('2026-05-20T17:00:00+07:00')`. */
export function atTime(moment: string | Date): Date {
  fixClock(moment);
  onTestFinished(() => fixClock(null));
  return new Date(moment);
}
