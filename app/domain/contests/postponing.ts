import { z } from 'zod';
import type { ContestState, RoundState } from './contest.ts';

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
 * Everything of a contest's calendar that still lies ahead, put off by so many days, in the order of the calendar: what has
 * passed stays, since it happened. Empty where nothing lies ahead.
 */
export function postponed(contest: Calendar, { days, at }: { days: number; at: Date }): Moved[] {
  const moved: Moved[] = [];
  const move = (what: Moved['what'], from: Date, round: Moved['round'] = null) => {
    if (from.getTime() > at.getTime()) {
      moved.push({ what, round, from, to: new Date(from.getTime() + days * dayLong) });
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

const words = (max: number) =>
  z
    .string()
    .transform((text) => text.replaceAll(/\s+/g, ' ').trim())
    .pipe(z.string().min(1).max(max));

/** Both the reason and the letter that orders it: nobody puts a contest off by word of mouth. */
export const postponementForm = z.object({
  days: z
    .string()
    .trim()
    .min(1)
    .regex(/^\d{1,4}$/, 'controls:problems.number')
    .transform(Number)
    .pipe(z.number().min(1).max(mostDays)),
  reason: words(2000),
  letter: words(120),
});
