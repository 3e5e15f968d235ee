import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { NotAllowed, NotFound, NotNow, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { Actor } from './actor.ts';
import { ageOn, endOfDay } from './day.ts';
import { findPersonByLogin } from './find-person-by-login.server.ts';
import { lockPerson } from './lock-person.server.ts';
import { mayGrantRole } from './role-access.ts';
import type { RoleForm } from './role-form.ts';

/** Roles that decide about others' words and data are for those of full civil age. */
const ageForStaff = 18;

/**
 * Gives somebody a role in a unit and everything below it. NotAllowed outside the giver's own subtree or above what they
 * hold; NotNow where the unit has ended or the person holds that role there already; NotValid for an unknown person, one
 * too young, or a day that has passed.
 */
export async function grantRole({ by, unit: slug, form }: { by: Actor; unit: string; form: RoleForm }): Promise<void> {
  await db.$transaction(async (tx) => {
    const at = now();
    const unit = await tx.unit.findUnique({ where: { slug }, select: { id: true, path: true, endsOn: true } });
    if (unit === null) throw new NotFound();
    const why = mayGrantRole(by, form.kind, unit.path);
    if (why !== null) throw new NotAllowed(why);
    if (unit.endsOn !== null && unit.endsOn.getTime() <= at.getTime()) {
      throw new NotNow({ key: 'units:refusals.ended' });
    }
    const until = form.until === null ? null : endOfDay(form.until);
    if (until !== null && until.getTime() <= at.getTime()) {
      throw new NotValid({ until: [{ key: 'people:problems.dayPassed' }] });
    }
    const person = await findPersonByLogin(tx, form);
    if (ageOn(person.birthDate, at) < ageForStaff) {
      throw new NotValid({ whom: [{ key: 'people:problems.tooYoungForRole', values: { age: ageForStaff } }] });
    }
    await lockPerson(tx, person.id);
    const held = await tx.roleGrant.findFirst({
      where: {
        personId: person.id,
        unitId: unit.id,
        kind: form.kind,
        endedAt: null,
        OR: [{ until: null }, { until: { gt: at } }],
      },
      select: { id: true },
    });
    if (held !== null) throw new NotNow({ key: 'people:refusals.holdsAlready' });
    const role = await tx.roleGrant.create({
      data: { kind: form.kind, personId: person.id, unitId: unit.id, grantedById: by.id, grantedAt: at, until },
      select: { id: true },
    });
    await recordEvent(tx, {
      kind: 'role.granted',
      by: by.id,
      personId: person.id,
      unitId: unit.id,
      payload: { roleId: role.id, role: form.kind },
    });
  });
}
