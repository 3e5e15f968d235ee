import { NotAllowed, NotNow } from '#app/domain/refusal.ts';
import type { Ruling } from './idea-access.ts';

/** Throws what a ruling says: NotAllowed or NotNow. */
export function insistThat(ruling: Ruling): void {
  if (ruling === null) return;
  if ('never' in ruling) throw new NotAllowed(ruling.never);
  throw new NotNow(ruling.notNow);
}
