import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { dateOfDay, dayOf } from '#app/domain/people/day.ts';
import { NotAllowed, NotFound, NotNow, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { carryOver } from './carry-over.server.ts';
import { isCurrent } from './unit.ts';
import { mayMergeUnits } from './unit-access.ts';

type Merger = { by: Actor; slug: string; successor: string; on: string };

/**
 * Merges a unit into another of its kind from a day on (`2026-04-30`). On that day its members, staff, ideas, contests,
 * class codes and the units below it become the successor's; a day that has come is carried out at once, a later one by
 * the clock. The old unit stays, with its end and its successor. NotValid for a successor that cannot be one.
 */
export async function mergeUnits({ by, slug, successor: successorSlug, on }: Merger): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from "Unit" where "slug" in (${slug}, ${successorSlug}) order by "id" for update`;
    const old = await tx.unit.findUnique({ where: { slug } });
    const successor = await tx.unit.findUnique({ where: { slug: successorSlug } });
    if (old === null || successor === null) throw new NotFound();
    const why = mayMergeUnits(by, old, successor);
    if (why !== null) throw new NotAllowed(why);
    if (!isCurrent(old, now()) || old.endsOn !== null) throw new NotNow({ key: 'units:refusals.ended' });
    if (!isCurrent(successor, now()) || successor.endsOn !== null) {
      throw new NotValid({ unit: [{ key: 'staff:problems.successorEnded' }] });
    }
    if (old.id === successor.id || successor.path.startsWith(old.path)) {
      throw new NotValid({ unit: [{ key: 'staff:problems.successorItself' }] });
    }
    if (old.kind !== successor.kind) throw new NotValid({ unit: [{ key: 'staff:problems.successorKind' }] });
    if (old.startsOn !== null && dateOfDay(on) < old.startsOn) {
      throw new NotValid({ on: [{ key: 'staff:problems.beforeItBegan' }] });
    }
    await tx.unit.update({ where: { id: old.id }, data: { endsOn: dateOfDay(on) } });
    await tx.unitSuccession.create({ data: { oldId: old.id, successorId: successor.id, on: dateOfDay(on) } });
    await recordEvent(tx, {
      kind: 'unit.merged',
      by: by.id,
      unitId: old.id,
      payload: { successorId: successor.id, on },
    });
    if (on <= dayOf(now())) await carryOver(tx, { old, successor, by: by.id });
  });
}
