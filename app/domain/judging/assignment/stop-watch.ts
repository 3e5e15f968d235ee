/** Counts down the time a solve may take. */
export interface StopWatch {
  /** Never negative. */
  secondsLeft(): number;
}

export function stopWatch(seconds: number): StopWatch {
  const end = performance.now() + 1000 * seconds;
  return { secondsLeft: () => Math.max(0, (end - performance.now()) / 1000) };
}
