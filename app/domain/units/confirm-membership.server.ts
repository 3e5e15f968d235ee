import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { holdClaim } from './hold-claim.server.ts';

/** Staff confirm that somebody belongs to their unit; a membership elsewhere ends with that. Answers the unit. */
export async function confirmMembership({ by, membershipId }: { by: Actor; membershipId: string }) {
  return db.$transaction(async (tx) => {
    const { id, personId, unit } = await holdClaim(tx, { by, membershipId });
    const at = now();
    const before = await tx.membership.updateManyAndReturn({
      where: { personId, confirmedAt: { not: null }, endedAt: null },
      data: { endedAt: at },
      select: { id: true, unitId: true },
    });
    for (const one of before) {
      await recordEvent(tx, {
        kind: 'membership.ended',
        by: by.id,
        personId,
        unitId: one.unitId,
        payload: { membershipId: one.id },
      });
    }
    await tx.membership.update({ where: { id }, data: { confirmedAt: at, confirmedById: by.id } });
    await recordEvent(tx, {
      kind: 'membership.confirmed',
      by: by.id,
      personId,
      unitId: unit.id,
      payload: { membershipId: id },
    });
    return { slug: unit.slug };
  });
}
