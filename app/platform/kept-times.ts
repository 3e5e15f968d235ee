/** Nothing is kept for longer, so that a time nobody thought of is shown wrong for a minute at most. Milliseconds. */
export const longestKept = { page: 60_000, data: 5_000 };

const day = 86_400_000;
const vietnamAhead = 7 * 3_600_000;

/** The next midnight after `at` in Vietnam or by the world's clock, in milliseconds since 1970: days begin, ages and mergers come into force. */
export function nextMidnight(at: number): number {
  const after = (time: number) => time - (time % day) + day;
  return Math.min(after(at), after(at + vietnamAhead) - vietnamAhead);
}
