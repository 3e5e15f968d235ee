import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotAllowed, NotFound, NotNow, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { foldedName, foldedUnit, isCurrent } from './unit.ts';
import { mayRenameUnit } from './unit-access.ts';

/** Gives a unit another name; its address stays, and it is still found by the former one. */
export async function renameUnit({ by, slug, name }: { by: Actor; slug: string; name: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from "Unit" where "slug" = ${slug} for update`;
    const unit = await tx.unit.findUnique({ where: { slug } });
    if (unit === null) throw new NotFound();
    const why = mayRenameUnit(by, unit);
    if (why !== null) throw new NotAllowed(why);
    if (!isCurrent(unit, now())) throw new NotNow({ key: 'units:refusals.ended' });
    if (name === unit.name) return;
    const folded = foldedUnit({ ...unit, name });
    const sister = await tx.unit.findFirst({
      where: { parentId: unit.parentId, folded, endsOn: null, id: { not: unit.id } },
      select: { id: true },
    });
    if (sister !== null) throw new NotValid({ name: [{ key: 'staff:problems.nameTaken' }] });
    await tx.unit.update({ where: { id: unit.id }, data: { name, folded } });
    await tx.formerUnitName.createMany({
      data: [{ unitId: unit.id, name: unit.name, folded: foldedName(unit.name) }],
      skipDuplicates: true,
    });
    await recordEvent(tx, { kind: 'unit.changed', by: by.id, unitId: unit.id });
  });
}
