import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { unseal } from '#app/platform/sealing.server.ts';
import { stepOf } from './totp.server.ts';

type Factor = { id: string; personId: string; secret: string };

/** Takes a code of an authenticator once: the same one, or an earlier one, is never taken again. */
export async function takeCode(tx: Tx, factor: Factor, code: string): Promise<'taken' | 'wrong' | 'used'> {
  const secret = unseal(factor.secret, { use: 'second factor', owner: factor.personId });
  const step = stepOf(secret, code, now());
  if (step === null) return 'wrong';
  const { count } = await tx.secondFactor.updateMany({
    where: { id: factor.id, lastStep: { lt: BigInt(step) } },
    data: { lastStep: BigInt(step) },
  });
  return count > 0 ? 'taken' : 'used';
}
