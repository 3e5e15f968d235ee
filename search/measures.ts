import type { EngineName } from './engine.ts';

/** What this process has seen of its searches since it started, for whoever watches over it. */

/** Upper bounds of the times that are told apart, in seconds. */
export const timeBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5] as const;

export type Measured = {
  searches: number;
  /** In which the engine that answered was not the first choice. */
  standIns: number;
  /** With words and without a result. */
  empty: number;
  /** All times together, in seconds, and how many were within each bound. */
  seconds: number;
  within: number[];
};

const measured = new Map<EngineName, Measured>();

export function measureSearch(
  engine: EngineName,
  { seconds, standIn, empty }: { seconds: number; standIn: boolean; empty: boolean },
): void {
  const one = measured.get(engine) ?? {
    searches: 0,
    standIns: 0,
    empty: 0,
    seconds: 0,
    within: timeBounds.map(() => 0),
  };
  measured.set(engine, one);
  one.searches += 1;
  one.seconds += seconds;
  if (standIn) one.standIns += 1;
  if (empty) one.empty += 1;
  for (const [at, bound] of timeBounds.entries()) if (seconds <= bound) one.within[at]! += 1;
}

export function measuredSearches(): ReadonlyMap<EngineName, Measured> {
  return measured;
}
