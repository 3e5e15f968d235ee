import { z } from 'zod';

/** `2026-11-22T17:00` as people in Vietnam mean it (+07:00, no summer time); null where there is no such time. */
export function momentInVietnam(text: string): Date | null {
  const found = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2}))?$/.exec(text.trim());
  if (found === null) return null;
  const [, day, clock, second = '00'] = found;
  const moment = new Date(`${day}T${clock}:${second}+07:00`);
  if (Number.isNaN(moment.getTime())) return null;
  const there = new Date(moment.getTime() + 7 * 3_600_000).toISOString();
  return there.startsWith(`${day}T${clock}:${second}`) ? moment : null;
}

/** A date and time a form carries, as the moment it means in Vietnam. */
export const timeInVietnam = z.string().transform((text, context) => {
  const moment = text === '' ? null : momentInVietnam(text);
  if (moment !== null) return moment;
  context.addIssue({
    code: 'custom',
    message: text === '' ? 'controls:problems.required' : 'contests:problems.time',
  });
  return z.NEVER;
});
