import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { NotAllowed, NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { type Actor, isAdministrator } from './actor.ts';
import { findPersonByLogin } from './find-person-by-login.server.ts';
import { lockPerson } from './lock-person.server.ts';

/**
 * Takes the second factor off somebody who lost the device and the codes, for a reason that stays on record: they sign in
 * with the password alone and their roles sleep until they set one up again. Every session of theirs ends and they are
 * told. By another administrator of the whole; `by` null: from the terminal of the server.
 */
export async function resetSecondFactor({
  by,
  whom,
  reason,
}: {
  by: Actor | null;
  whom: string;
  reason: string;
}): Promise<{ name: string }> {
  if (by !== null && !isAdministrator(by)) throw new NotAllowed({ key: 'people:refusals.administratorsOnly' });
  return db.$transaction(async (tx) => {
    const person = await findPersonByLogin(tx, { whom });
    if (person.id === by?.id) throw new NotAllowed({ key: 'people:refusals.anotherResets' });
    await lockPerson(tx, person.id);
    const { count } = await tx.secondFactor.updateMany({
      where: { personId: person.id, confirmedAt: { not: null }, endedAt: null },
      data: { endedAt: now(), endedById: by?.id ?? null, endReason: reason, secret: '' },
    });
    if (count === 0) throw new NotNow({ key: 'people:refusals.theyHaveNoSecondFactor' });
    await tx.recoveryCode.deleteMany({ where: { personId: person.id } });
    await tx.session.deleteMany({ where: { personId: person.id } });
    await recordEvent(tx, { kind: 'person.second-factor-reset', by: by?.id ?? null, personId: person.id });
    return { name: person.fullName };
  });
}

/** Insists that a reset is asked of somebody who may do it; for the page alone. */
export function insistMayReset(by: Actor): void {
  if (!isAdministrator(by)) throw new NotAllowed({ key: 'people:refusals.administratorsOnly' });
}
