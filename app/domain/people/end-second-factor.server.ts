import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { Actor } from './actor.ts';
import { insistOnPassword } from './insist-on-password.server.ts';
import { lockPerson } from './lock-person.server.ts';
import { rolesThatAskForTwo } from './second-factor.ts';
import { isSecondFactorAsked } from './second-factor-duty.server.ts';

/**
 * Signing in asks for the password alone again. Throws NotValid where the password is wrong; NotNow where a role they
 * hold asks for a second factor, or there is none.
 */
export async function endSecondFactor({ by, password }: { by: Actor; password: string }): Promise<void> {
  await insistOnPassword({ personId: by.id, password });
  await db.$transaction(async (tx) => {
    await lockPerson(tx, by.id);
    if (isSecondFactorAsked() && by.roles.some(({ kind }) => rolesThatAskForTwo.includes(kind))) {
      throw new NotNow({ key: 'people:refusals.roleAsksForTwo' });
    }
    const { count } = await tx.secondFactor.updateMany({
      where: { personId: by.id, confirmedAt: { not: null }, endedAt: null },
      data: { endedAt: now(), endedById: by.id, secret: '' },
    });
    if (count === 0) throw new NotNow({ key: 'people:refusals.noSecondFactor' });
    await tx.recoveryCode.deleteMany({ where: { personId: by.id } });
    await recordEvent(tx, { kind: 'person.second-factor-ended', by: by.id, personId: by.id });
  });
}
