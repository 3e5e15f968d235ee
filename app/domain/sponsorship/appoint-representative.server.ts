import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { ageOn } from '#app/domain/people/day.ts';
import { findPersonByLogin } from '#app/domain/people/find-person-by-login.server.ts';
import { lockPerson } from '#app/domain/people/lock-person.server.ts';
import { mayActForBusinesses } from '#app/domain/people/role-access.ts';
import { NotAllowed, NotFound, NotNow, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { ageToRepresent } from './business.ts';

/** Gives a person the word of a verified business. NotNow before it is verified, or where they have it already. */
export async function appointRepresentative({
  by,
  slug,
  whom,
}: {
  by: Actor;
  slug: string;
  whom: string;
}): Promise<void> {
  const why = mayActForBusinesses(by);
  if (why !== null) throw new NotAllowed(why);
  await db.$transaction(async (tx) => {
    const at = now();
    const business = await tx.business.findUnique({ where: { slug } });
    if (business === null) throw new NotFound();
    if (business.verifiedAt === null) throw new NotNow({ key: 'sponsorship:refusals.verifyFirst' });
    const person = await findPersonByLogin(tx, { whom });
    if (ageOn(person.birthDate, at) < ageToRepresent) {
      throw new NotValid({ whom: [{ key: 'people:problems.tooYoungForRole', values: { age: ageToRepresent } }] });
    }
    await lockPerson(tx, person.id);
    const held = await tx.roleGrant.findFirst({
      where: { personId: person.id, businessId: business.id, kind: 'REPRESENTATIVE', endedAt: null },
      select: { id: true },
    });
    if (held !== null) throw new NotNow({ key: 'people:refusals.holdsAlready' });
    const role = await tx.roleGrant.create({
      data: {
        kind: 'REPRESENTATIVE',
        personId: person.id,
        businessId: business.id,
        grantedById: by.id,
        grantedAt: at,
      },
      select: { id: true },
    });
    await recordEvent(tx, {
      kind: 'role.granted',
      by: by.id,
      personId: person.id,
      payload: { roleId: role.id, role: 'REPRESENTATIVE', businessId: business.id },
    });
  });
}
