import { NotNow } from '#app/domain/refusal.ts';

/** Too many tries: says after how many minutes the next one is heard, rounded up. */
export function tooMany(retryAfterSeconds: number): NotNow {
  return new NotNow({ key: 'people:refusals.tooManyTries', values: { count: Math.ceil(retryAfterSeconds / 60) } });
}
