import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotAllowed, NotFound, NotNow } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { maySeeInsideUnit } from './unit-access.ts';

/** From now on nobody joins by this code; who joined stays. Answers the unit. */
export async function withdrawClassCode({ by, codeId }: { by: Actor; codeId: string }) {
  if (!isUuid(codeId)) throw new NotFound();
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from "ClassCode" where "id" = ${codeId}::uuid for update`;
    const code = await tx.classCode.findUnique({
      where: { id: codeId },
      include: { unit: { select: { id: true, slug: true, path: true } } },
    });
    if (code === null) throw new NotFound();
    const why = maySeeInsideUnit(by, code.unit);
    if (why !== null) throw new NotAllowed(why);
    if (code.withdrawnAt !== null) throw new NotNow({ key: 'staff:refusals.codeWithdrawn' });
    await tx.classCode.update({ where: { id: code.id }, data: { withdrawnAt: now() } });
    await recordEvent(tx, {
      kind: 'class-code.withdrawn',
      by: by.id,
      unitId: code.unit.id,
      payload: { classCodeId: code.id },
    });
    return { slug: code.unit.slug };
  });
}
