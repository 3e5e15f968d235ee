/** Entered where the results are still to come: how many endorse it is told to nobody until then. */
export function isBeingJudged(entries: readonly { contest: { state: string } }[]): boolean {
  return entries.some(({ contest }) => contest.state === 'OPEN' || contest.state === 'CLOSED');
}
