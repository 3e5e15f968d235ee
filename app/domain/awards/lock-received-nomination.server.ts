import type { Actor } from '#app/domain/people/actor.ts';
import { NotAllowed, NotFound } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { lockNomination } from './lock-nomination.server.ts';
import { receives } from './nomination-access.ts';
import { answersOf } from './nomination-answers.server.ts';

/**
 * A nomination as the receiving unit may act on it, held: complete and not withdrawn. Throws NotAllowed for whoever organises nothing
 * there, and NotFound for what they may not know of yet, or any more.
 */
export async function lockReceivedNomination(tx: Tx, { by, id }: { by: Actor; id: string }) {
  const nomination = await lockNomination(tx, id);
  if (!receives(by, nomination.toUnit)) throw new NotAllowed({ key: 'awards:refusals.notReceiving' });
  const visible = nomination.withdrawnAt === null && nomination.declinedAt === null;
  if (!visible || !answersOf(nomination, now()).complete) throw new NotFound();
  return nomination;
}
