import { z } from 'zod';
import type { ContestState, RoundState } from './contest.ts';
import { timeInVietnam } from './vietnam-time.ts';

export const dayLong = 86_400_000;

/** Beyond two years it is another contest. */
export const mostDays = 730;

type Calendar = {
  state: ContestState;
  opensAt: Date;
  closesAt: Date;
  rounds: readonly { number: number; name: string; state: RoundState; opensAt: Date; closesAt: Date }[];
};

/** One moment of the calendar that lies ahead, with where it goes. */
export type Moved = {
  what: 'opens' | 'closes' | 'marks-from' | 'marks';
  round: { number: number; name: string } | null;
  from: Date;
  to: Date;
};

/**
 * Everything of a contest's calendar that still lies ahead at `at`, put off by so many milliseconds, in the order of the calendar: what has
 * passed stays, since it happened. Empty where nothing lies ahead.
 */
export function postponed(contest: Calendar, { by, at }: { by: number; at: Date }): Moved[] {
  const moved: Moved[] = [];
  const move = (what: Moved['what'], from: Date, round: Moved['round'] = null) => {
    if (from.getTime() > at.getTime()) {
      moved.push({ what, round, from, to: new Date(from.getTime() + by) });
    }
  };
  if (contest.state === 'OPEN') {
    move('opens', contest.opensAt);
    move('closes', contest.closesAt);
  }
  for (const { number, name, state, opensAt, closesAt } of contest.rounds) {
    const round = { number, name };
    if (state === 'PLANNED') move('marks-from', opensAt, round);
    if (state === 'PLANNED' || state === 'OPEN') move('marks', closesAt, round);
  }
  return moved;
}

/** The calendar of a contest that stood still since `suspendedAt` once what came next then comes at `next`, and how far everything moves. */
export function resumed(
  contest: Calendar,
  { suspendedAt, next }: { suspendedAt: Date; next: Date },
): { moved: Moved[]; by: number } {
  const ahead = postponed(contest, { by: 0, at: suspendedAt });
  const first = ahead.reduce((least, { from }) => Math.min(least, from.getTime()), Number.POSITIVE_INFINITY);
  const by = ahead.length === 0 ? 0 : next.getTime() - first;
  return { moved: postponed(contest, { by, at: suspendedAt }), by };
}

const words = (max: number) =>
  z
    .string()
    .transform((text) => text.replaceAll(/\s+/g, ' ').trim())
    .pipe(z.string().min(1).max(max));

const official = { reason: words(2000), letter: words(120) };

export const suspensionForm = z.object(official);

/** When what came next is to come. */
export const resumptionForm = z.object({ next: timeInVietnam, ...official });

/** Both the reason and the letter that orders it: nobody puts a contest off by word of mouth. */
export const postponementForm = z.object({
  days: z
    .string()
    .trim()
    .min(1)
    .regex(/^\d{1,4}$/, 'controls:problems.number')
    .transform(Number)
    .pipe(z.number().min(1).max(mostDays)),
  ...official,
});
