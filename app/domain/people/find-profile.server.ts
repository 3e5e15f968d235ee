import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { Actor } from './actor.ts';
import { ageOn, dayKept } from './day.ts';

export type Profile = {
  fullName: string;
  /** `2008-11-22` */
  birthDate: string;
  /** A unit's staff have confirmed who this is: the birth date stays. */
  birthDateFixed: boolean;
  minor: boolean;
  email: string | null;
  userName: string | null;
  phone: string | null;
  guardianPhone: string | null;
  language: 'vi' | 'en';
};

/** What a person sees and may change of their own account. */
export async function findProfile({ by }: { by: Actor }): Promise<Profile> {
  const person = await db.person.findUniqueOrThrow({
    where: { id: by.id },
    select: {
      fullName: true,
      birthDate: true,
      email: true,
      userName: true,
      phone: true,
      guardianPhone: true,
      language: true,
      memberships: { where: { confirmedAt: { not: null } }, select: { id: true }, take: 1 },
    },
  });
  const { memberships, birthDate, ...rest } = person;
  return {
    ...rest,
    birthDate: dayKept(birthDate),
    birthDateFixed: memberships.length > 0,
    minor: ageOn(birthDate, now()) < 18,
  };
}
