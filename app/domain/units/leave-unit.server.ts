import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { lockPerson } from '#app/domain/people/lock-person.server.ts';
import { NotFound, NotNow } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';

/** Ends one's own membership, or takes one's own claim back. Past memberships stay on record. */
export async function leaveUnit({ by, membershipId }: { by: Actor; membershipId: string }): Promise<void> {
  if (!isUuid(membershipId)) throw new NotFound();
  await db.$transaction(async (tx) => {
    await lockPerson(tx, by.id);
    const membership = await tx.membership.findFirst({ where: { id: membershipId, personId: by.id } });
    if (membership === null) throw new NotFound();
    if (membership.endedAt !== null || membership.declinedAt !== null) {
      throw new NotNow({ key: 'units:refusals.leftAlready' });
    }
    await tx.membership.update({ where: { id: membership.id }, data: { endedAt: now() } });
    await recordEvent(tx, {
      kind: 'membership.ended',
      by: by.id,
      personId: by.id,
      unitId: membership.unitId,
      payload: { membershipId },
    });
  });
}
