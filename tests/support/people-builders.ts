import type { Actor } from '#app/domain/people/actor.ts';
import { findActor } from '#app/domain/people/find-actor.server.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { hashPassword } from '#app/platform/password.server.ts';
import { aPerson, aRole, aUnit, nextWord } from './builders.ts';

type UnitRole = 'MODERATOR' | 'ORGANISER' | 'ADMINISTRATOR';

/** A person as the verbs take them, with the roles in force now. */
export async function actorOf(person: { id: string }): Promise<Actor> {
  const actor = await findActor({ personId: person.id });
  if (actor === null) throw new Error('this person has no open account');
  return actor;
}

/** Somebody who holds one role in a unit, as the verbs take them. */
export async function aStaffMember(kind: UnitRole, unit: { id: number }): Promise<Actor> {
  const { personId } = await aRole({ kind, unitId: unit.id });
  return actorOf({ id: personId });
}

/** The one password of the people below, hashed once. */
export const knownPassword = 'mua thu la bay ngoai hien';
let knownHash: Promise<string> | undefined;

/** A person who can sign in with `knownPassword`. */
export async function aPersonWithPassword(fields: Parameters<typeof aPerson>[0] = {}) {
  knownHash ??= hashPassword(knownPassword);
  return aPerson({ passwordHash: await knownHash, ...fields });
}

/** A province with two communes and a school in one of them, a root of its own. */
export async function aProvince() {
  const province = await aUnit({ name: 'Tỉnh Thử', kind: 'PROVINCE' });
  const commune = await aUnit({ name: 'Xã Đông', parentId: province.id });
  const sister = await aUnit({ name: 'Xã Tây', parentId: province.id });
  const school = await aUnit({ name: 'Trường THPT Đông', kind: 'SCHOOL', parentId: commune.id });
  return { province, commune, sister, school };
}

type MembershipState = 'claimed' | 'confirmed' | 'declined';

export async function aMembership(unit: { id: number }, person: { id: string }, state: MembershipState = 'confirmed') {
  const at = now();
  return db.membership.create({
    data: {
      personId: person.id,
      unitId: unit.id,
      claimedAt: at,
      confirmedAt: state === 'confirmed' ? at : null,
      declinedAt: state === 'declined' ? at : null,
    },
  });
}

export async function aClassCode(
  unit: { id: number },
  fields: { seats?: number; expiresAt?: Date; code?: string } = {},
) {
  const maker = await aPerson();
  const letters = nextWord('x')
    .toUpperCase()
    .replaceAll(/[^34679ACDEFGHJKMNPQRTUVWXY]/g, '')
    .padEnd(8, 'K')
    .slice(0, 8);
  return db.classCode.create({
    data: {
      code: `${letters.slice(0, 4)}-${letters.slice(4)}`,
      unitId: unit.id,
      label: 'Lớp 10A',
      seats: 40,
      createdById: maker.id,
      createdAt: now(),
      expiresAt: new Date(now().getTime() + 86_400_000),
      ...fields,
    },
  });
}

/** What was written down of one person, as `kind` in order. */
export async function eventsOf(person: { id: string }): Promise<string[]> {
  const events = await db.event.findMany({ where: { personId: person.id }, orderBy: { id: 'asc' } });
  return events.map((event) => event.kind);
}
