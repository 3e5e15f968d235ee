import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotAllowed, NotFound, NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { findRunningDrive } from './find-unit-standing.server.ts';
import { isCurrent } from './unit.ts';
import { maySetTarget } from './unit-access.ts';

/**
 * Says how many ideas a unit is to bring to the running drive; null takes the target away. For organisers of a unit above it
 * (nobody sets their own), and of the unit itself where nothing is above it. NotNow where no drive runs or the unit has ended.
 */
export async function setTarget({ by, slug, ideas }: { by: Actor; slug: string; ideas: number | null }): Promise<void> {
  const drive = await findRunningDrive();
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from "Unit" where "slug" = ${slug} for update`;
    const unit = await tx.unit.findUnique({ where: { slug } });
    if (unit === null) throw new NotFound();
    const why = maySetTarget(by, unit);
    if (why !== null) throw new NotAllowed(why);
    if (!isCurrent(unit, now())) throw new NotNow({ key: 'units:refusals.ended' });
    if (drive === null) throw new NotNow({ key: 'staff:refusals.noDrive' });
    const place = { unitId: unit.id, driveId: drive.id };
    if (ideas === null) await tx.unitTarget.deleteMany({ where: place });
    else {
      await tx.unitTarget.upsert({
        where: { unitId_driveId: place },
        create: { ...place, ideas },
        update: { ideas },
      });
    }
    await recordEvent(tx, { kind: 'unit.changed', by: by.id, unitId: unit.id, payload: { target: ideas } });
  });
}
