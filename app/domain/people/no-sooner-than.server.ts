import { setTimeout as wait } from 'node:timers/promises';

/** Answers after at least so many milliseconds, so that the time taken does not tell which way the work went. */
export async function noSoonerThan<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const [result] = await Promise.all([work(), wait(milliseconds)]);
  return result;
}
