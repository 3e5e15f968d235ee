import { randomBytes } from 'node:crypto';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { dayOf, endOfDay } from '#app/domain/people/day.ts';
import { NotAllowed, NotFound, NotNow, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { makeClassCode as drawCode } from './class-code.ts';
import { isCurrent } from './unit.ts';
import { maySeeInsideUnit } from './unit-access.ts';
import type { ClassCodeForm } from './unit-form.ts';

/** The longest a code may stay open. */
const mostDays = 366;

/** Makes a code with which so many pupils may join a unit until the end of a day. */
export async function makeClassCode({ by, slug, form }: { by: Actor; slug: string; form: ClassCodeForm }) {
  return db.$transaction(async (tx) => {
    const at = now();
    const unit = await tx.unit.findUnique({ where: { slug } });
    if (unit === null) throw new NotFound();
    const why = maySeeInsideUnit(by, unit);
    if (why !== null) throw new NotAllowed(why);
    if (!isCurrent(unit, at)) throw new NotNow({ key: 'units:refusals.ended' });
    const expiresAt = endOfDay(form.lastDay);
    if (form.lastDay < dayOf(at)) throw new NotValid({ lastDay: [{ key: 'people:problems.dayPassed' }] });
    if (expiresAt.getTime() > at.getTime() + mostDays * 86_400_000) {
      throw new NotValid({ lastDay: [{ key: 'staff:problems.codeTooLong' }] });
    }
    const made = await tx.classCode.create({
      data: {
        code: drawCode((count) => randomBytes(count)),
        unitId: unit.id,
        label: form.label,
        seats: form.seats,
        createdById: by.id,
        createdAt: at,
        expiresAt,
      },
      select: { id: true, code: true },
    });
    await recordEvent(tx, { kind: 'class-code.made', by: by.id, unitId: unit.id, payload: { classCodeId: made.id } });
    return made;
  });
}
