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
  /** The last time a unit's staff put it right. */
  birthDateCorrected: { on: Date; from: string; reason: string } | null;
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
      birthDates: { orderBy: { at: 'desc' }, take: 1, select: { at: true, from: true, reason: true } },
      memberships: { where: { confirmedAt: { not: null } }, select: { id: true }, take: 1 },
    },
  });
  const { memberships, birthDates, birthDate, ...rest } = person;
  const [corrected] = birthDates;
  return {
    ...rest,
    birthDate: dayKept(birthDate),
    birthDateFixed: memberships.length > 0,
    birthDateCorrected: corrected
      ? { on: corrected.at, from: dayKept(corrected.from), reason: corrected.reason }
      : null,
    minor: ageOn(birthDate, now()) < 18,
  };
}
