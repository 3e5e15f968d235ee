let fixed: Date | null = null;

/** The present moment. Every business rule asks here, so that a test can stand at any deadline. */
export function now(): Date {
  return fixed === null ? new Date() : new Date(fixed);
}

/** Stops the clock at a moment (tests only); `null` lets it run again. */
export function fixClock(at: Date | string | null): void {
  fixed = at === null ? null : new Date(at);
}
