import { randomBytes } from 'node:crypto';
import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { keyedHash } from '#app/platform/sealing.server.ts';
import { recoveryCodes, recoveryWord } from './second-factor.ts';
import { base32 } from './totp.server.ts';

/** What the row keeps of a code. */
function hashOfRecoveryCode(personId: string, typed: string): string {
  return keyedHash(`${personId}:${recoveryWord(typed)}`, { use: 'recovery code' });
}

/** New codes of 50 bits each, in place of all before; they are told here and nowhere again. */
export async function layRecoveryCodes(tx: Tx, { personId }: { personId: string }): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodes }, () => {
    const word = base32(randomBytes(7)).slice(0, 10).toLowerCase();
    return `${word.slice(0, 5)}-${word.slice(5)}`;
  });
  await tx.recoveryCode.deleteMany({ where: { personId } });
  const madeAt = now();
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ personId, hash: hashOfRecoveryCode(personId, code), madeAt })),
  });
  return codes;
}

/** Uses a code up; false where there is no such code or it was used. */
export async function spendRecoveryCode(
  tx: Tx,
  { personId, code }: { personId: string; code: string },
): Promise<boolean> {
  const { count } = await tx.recoveryCode.updateMany({
    where: { personId, hash: hashOfRecoveryCode(personId, code), usedAt: null },
    data: { usedAt: now() },
  });
  return count > 0;
}
