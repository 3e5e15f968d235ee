import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { Actor } from './actor.ts';
import { insistOnPassword } from './insist-on-password.server.ts';
import { lockPerson } from './lock-person.server.ts';
import { layRecoveryCodes } from './recovery-codes.server.ts';

/** New recovery codes; those before open nothing any more. Throws NotValid where the password is wrong. */
export async function renewRecoveryCodes({
  by,
  password,
}: {
  by: Actor;
  password: string;
}): Promise<{ codes: string[] }> {
  await insistOnPassword({ personId: by.id, password });
  return db.$transaction(async (tx) => {
    await lockPerson(tx, by.id);
    const set = await tx.secondFactor.count({ where: { personId: by.id, confirmedAt: { not: null }, endedAt: null } });
    if (set === 0) throw new NotNow({ key: 'people:refusals.noSecondFactor' });
    const codes = await layRecoveryCodes(tx, { personId: by.id });
    await recordEvent(tx, { kind: 'person.recovery-codes-renewed', by: by.id, personId: by.id });
    return { codes };
  });
}
