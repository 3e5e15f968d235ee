import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { dateOfDay, dayOf } from '#app/domain/people/day.ts';
import { NotAllowed, NotFound, NotNow, NotValid } from '#app/domain/refusal.ts';
import { slugOf } from '#app/domain/vietnamese.ts';
import { now } from '#app/platform/clock.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';
import { foldedUnit, isCurrent, kindsBelow } from './unit.ts';
import { mayMakeUnitBelow } from './unit-access.ts';
import type { NewUnitForm } from './unit-form.ts';

/**
 * Makes a unit below another, from today on; answers its address. NotAllowed outside the asker's subtree, NotNow below a
 * unit that has ended, NotValid for a kind that cannot stand there or a name that a sister has.
 */
export async function makeUnit({ by, parent: parentSlug, form }: { by: Actor; parent: string; form: NewUnitForm }) {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from "Unit" where "slug" = ${parentSlug} for update`;
    const parent = await tx.unit.findUnique({ where: { slug: parentSlug }, include: { province: true } });
    if (parent === null) throw new NotFound();
    const why = mayMakeUnitBelow(by, parent);
    if (why !== null) throw new NotAllowed(why);
    if (!isCurrent(parent, now())) throw new NotNow({ key: 'units:refusals.ended' });
    if (!kindsBelow(parent.kind).includes(form.kind)) throw new NotValid({ kind: [{ key: 'staff:problems.kind' }] });
    const folded = foldedUnit(form);
    const sister = await tx.unit.findFirst({ where: { parentId: parent.id, folded, endsOn: null } });
    if (sister !== null) throw new NotValid({ name: [{ key: 'staff:problems.nameTaken' }] });

    const slug = await freeSlug(tx, form.name, parent.province?.name ?? null);
    const made = await tx.unit.create({
      data: {
        slug,
        name: form.name,
        folded,
        kind: form.kind,
        parentId: parent.id,
        path: `${parent.path}${slug}/`,
        startsOn: dateOfDay(dayOf(now())),
      },
    });
    await tx.unit.update({
      where: { id: made.id },
      data: {
        path: `${parent.path}${made.id}/`,
        provinceId: form.kind === 'PROVINCE' ? made.id : parent.provinceId,
      },
    });
    await recordEvent(tx, { kind: 'unit.made', by: by.id, unitId: made.id });
    return { slug };
  });
}

/** "truong-thpt-a", else with its province, else with a number. */
async function freeSlug(tx: Tx, name: string, province: string | null): Promise<string> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('unit slugs'))`;
  const short = slugOf(name) || 'don-vi';
  const long = province === null ? short : slugOf(`${name} ${province}`, 120);
  const taken = new Set(
    (await tx.unit.findMany({ where: { slug: { startsWith: short } }, select: { slug: true } })).map((one) => one.slug),
  );
  if (!taken.has(short)) return short;
  if (!taken.has(long)) return long;
  let number = 2;
  while (taken.has(`${long}-${number}`)) number += 1;
  return `${long}-${number}`;
}
