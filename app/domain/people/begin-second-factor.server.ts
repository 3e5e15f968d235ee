import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { seal } from '#app/platform/sealing.server.ts';
import type { Actor } from './actor.ts';
import { insistOnPassword } from './insist-on-password.server.ts';
import { lockPerson } from './lock-person.server.ts';
import { newTotpSecret } from './totp.server.ts';

/**
 * Draws a new secret for an authenticator. Nothing changes until a code proves that the device has it; one that is in
 * force stays so until then. Throws NotValid where the password is wrong.
 */
export async function beginSecondFactor({ by, password }: { by: Actor; password: string }): Promise<void> {
  await insistOnPassword({ personId: by.id, password });
  await db.$transaction(async (tx) => {
    await lockPerson(tx, by.id);
    await tx.secondFactor.deleteMany({ where: { personId: by.id, confirmedAt: null } });
    const secret = seal(newTotpSecret(), { use: 'second factor', owner: by.id });
    await tx.secondFactor.create({ data: { personId: by.id, secret, begunAt: now() } });
  });
}
