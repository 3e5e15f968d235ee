import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { lockPerson } from '#app/domain/people/lock-person.server.ts';
import { NotNow, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { isCurrent } from './unit.ts';

/**
 * A person says where they belong; the unit's staff will confirm or decline. An earlier claim that waits is taken back; a
 * membership that holds goes on until this one is confirmed. NotNow where they belong there, or wait for it, already.
 */
export async function claimUnit({ by, unitId }: { by: Actor; unitId: number }): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockPerson(tx, by.id);
    const at = now();
    const unit = await tx.unit.findUnique({ where: { id: unitId }, select: { startsOn: true, endsOn: true } });
    if (unit === null || !isCurrent(unit, at)) throw new NotValid({ unit: [{ key: 'units:problems.unknown' }] });
    const open = await tx.membership.findMany({
      where: { personId: by.id, declinedAt: null, endedAt: null },
      select: { id: true, unitId: true, confirmedAt: true },
    });
    const same = open.find((one) => one.unitId === unitId);
    if (same !== undefined) {
      throw new NotNow({ key: same.confirmedAt ? 'units:refusals.memberAlready' : 'units:refusals.claimedAlready' });
    }
    const waiting = open.find((one) => one.confirmedAt === null);
    if (waiting !== undefined) {
      await tx.membership.update({ where: { id: waiting.id }, data: { endedAt: at } });
      await recordEvent(tx, {
        kind: 'membership.ended',
        by: by.id,
        personId: by.id,
        unitId: waiting.unitId,
        payload: { membershipId: waiting.id },
      });
    }
    const { id } = await tx.membership.create({
      data: { personId: by.id, unitId, claimedAt: at },
      select: { id: true },
    });
    await recordEvent(tx, {
      kind: 'membership.claimed',
      by: by.id,
      personId: by.id,
      unitId,
      payload: { membershipId: id },
    });
  });
}
