import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { Actor } from './actor.ts';
import { type GeneralPurpose, generalPurposes, mayPublish, needsGuardian, stands } from './consent.ts';
import { type GuardianState, guardianState } from './guardian.ts';

export type OwnConsents = {
  needsGuardian: boolean;
  purposes: {
    purpose: GeneralPurpose;
    /** Since when the person's own yes stands; null where it does not. */
    since: Date | null;
    /** What became of the latest question to a guardian. */
    guardian: { state: GuardianState; name: string; mail: string; askedAt: Date | null } | null;
    /** Whether it may be shown today. */
    shown: boolean;
  }[];
};

/** What a person has agreed to, what their guardian answered, and what follows from both today. */
export async function findConsents({ by }: { by: Actor }): Promise<OwnConsents> {
  const at = now();
  const person = await db.person.findUniqueOrThrow({
    where: { id: by.id },
    select: { birthDate: true, consents: true },
  });
  const since = (one: { askedAt: Date | null; givenAt: Date | null }) => (one.askedAt ?? one.givenAt)?.getTime() ?? 0;
  const consents = person.consents.toSorted((one, other) => since(one) - since(other));
  return {
    needsGuardian: needsGuardian(person, at),
    purposes: generalPurposes.map((purpose) => {
      const own = consents.findLast((one) => one.purpose === purpose && one.giver === 'SELF' && stands(one, at));
      const asked = consents.filter((one) => one.purpose === purpose && one.giver === 'GUARDIAN');
      const latest = asked.find((one) => stands(one, at)) ?? asked.at(-1);
      return {
        purpose,
        since: own?.givenAt ?? null,
        guardian: latest
          ? {
              state: guardianState(latest, at),
              name: latest.guardianName ?? '',
              mail: latest.guardianMail ?? '',
              askedAt: latest.askedAt,
            }
          : null,
        shown: mayPublish({ person, consents, on: at }, purpose),
      };
    }),
  };
}
