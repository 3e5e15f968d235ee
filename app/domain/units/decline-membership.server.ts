import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { holdClaim } from './hold-claim.server.ts';

type Decline = { by: Actor; membershipId: string; reason: string };

/** Staff say that somebody does not belong to their unit, and why; the person reads the reason. Answers the unit. */
export async function declineMembership({ by, membershipId, reason }: Decline) {
  return db.$transaction(async (tx) => {
    const { id, personId, unit } = await holdClaim(tx, { by, membershipId });
    await tx.membership.update({
      where: { id },
      data: { declinedAt: now(), declinedById: by.id, declineReason: reason },
    });
    await recordEvent(tx, {
      kind: 'membership.declined',
      by: by.id,
      personId,
      unitId: unit.id,
      payload: { membershipId: id },
    });
    return { slug: unit.slug };
  });
}
