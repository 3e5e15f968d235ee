import { randomBytes } from 'node:crypto';
import { termsVersion } from '#app/domain/people/terms.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';

/** A different number at every call, for names and addresses that must not repeat. */
let count = 0;
export function nextNumber(): number {
  count += 1;
  return count;
}

/** Short and different in every run: two files of one worker never share it. */
export function nextWord(prefix: string): string {
  return `${prefix}-${nextNumber()}-${randomBytes(3).toString('hex')}`;
}

type PersonFields = Partial<Parameters<typeof db.person.create>[0]['data']>;

/** An adult with a verified address. The password hash opens for no password: use the sign-up verb where one is needed. */
export async function aPerson(fields: PersonFields = {}) {
  const number = nextNumber();
  return db.person.create({
    data: {
      email: `${nextWord('nguoi')}@thu.example`,
      emailVerifiedAt: now(),
      passwordHash: 'none',
      fullName: `Người Thử ${number}`,
      birthDate: new Date('2000-01-15'),
      createdAt: now(),
      termsVersion,
      termsAcceptedAt: now(),
      ...fields,
    } as Parameters<typeof db.person.create>[0]['data'],
  });
}

type UnitFields = Partial<Parameters<typeof db.unit.create>[0]['data']>;

/** A unit; without a parent it is a root of its own, so that units of other tests are never its relatives. */
export async function aUnit(fields: UnitFields = {}) {
  const number = nextNumber();
  const parent = fields.parentId == null ? null : await db.unit.findUniqueOrThrow({ where: { id: fields.parentId } });
  const name = fields.name ?? `Đơn vị thử ${number}`;
  const made = await db.unit.create({
    data: {
      slug: nextWord('don-vi'),
      name,
      folded: name.toLowerCase(),
      kind: parent === null ? 'PROVINCE' : 'COMMUNE',
      path: nextWord('path'),
      ...fields,
    } as Parameters<typeof db.unit.create>[0]['data'],
  });
  const provinceId = made.kind === 'PROVINCE' ? made.id : (fields.provinceId ?? parent?.provinceId ?? null);
  return db.unit.update({
    where: { id: made.id },
    data: { path: `${parent?.path ?? '/'}${made.id}/`, provinceId },
  });
}

type RoleFields = Partial<Parameters<typeof db.roleGrant.create>[0]['data']>;

/** A role that holds now, for a new person where none is named. */
export async function aRole(
  fields: RoleFields & {
    kind: 'MODERATOR' | 'ORGANISER' | 'ADMINISTRATOR' | 'CHAIR' | 'SECRETARY' | 'JUDGE' | 'MENTOR' | 'REPRESENTATIVE';
  },
) {
  const personId = fields.personId ?? (await aPerson()).id;
  return db.roleGrant.create({
    data: { personId, grantedAt: now(), ...fields } as Parameters<typeof db.roleGrant.create>[0]['data'],
  });
}
