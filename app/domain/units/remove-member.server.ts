import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { holdMember } from './hold-member.server.ts';

type Removal = { by: Actor; membershipId: string; reason: string };

/**
 * Staff say that somebody they had confirmed belongs to their unit no more, and why; the person reads the reason, and the
 * membership stays on record. Roles are not touched: each is ended by itself. Answers the unit.
 */
export async function removeMember({ by, membershipId, reason }: Removal): Promise<{ slug: string }> {
  return db.$transaction(async (tx) => {
    const { id, personId, unit } = await holdMember(tx, { by, membershipId });
    await tx.membership.update({ where: { id }, data: { endedAt: now(), endedById: by.id, endReason: reason } });
    await recordEvent(tx, {
      kind: 'membership.ended',
      by: by.id,
      personId,
      unitId: unit.id,
      payload: { membershipId: id },
    });
    return { slug: unit.slug };
  });
}
