import { z } from 'zod';
import { type ConsentRow, mayPublish } from './consent.ts';

/** What a person lets one other side know. */
export type Share = { mail: boolean; phone: boolean; givenAt: Date; withdrawnAt: Date | null };

/** One mentorship or one accepted offer. */
export type Relation = { mentorshipId: string } | { offerId: string };

export type Contact = { mail: string | null; phone: string | null };

type Sharer = {
  email: string | null;
  emailVerifiedAt: Date | null;
  phone: string | null;
  birthDate: Date;
  closedAt: Date | null;
  consents: readonly ConsentRow[];
};

/**
 * What the other side of one mentorship or one accepted offer may know of a person at a moment: exactly what the person shared
 * with them, as long as that share and the person's consent stand — and, under 16 on that day, a guardian's. Null: nothing.
 */
export function sharedContact(person: Sharer, shares: readonly Share[], on: Date): Contact | null {
  if (person.closedAt !== null) return null;
  const share = shares.find(
    ({ givenAt, withdrawnAt }) =>
      givenAt.getTime() <= on.getTime() && (withdrawnAt === null || withdrawnAt.getTime() > on.getTime()),
  );
  if (share === undefined || !mayPublish({ person, consents: person.consents, on }, 'SHARE_CONTACT')) return null;
  const mail = share.mail && person.emailVerifiedAt !== null ? person.email : null;
  const phone = share.phone ? person.phone : null;
  return mail === null && phone === null ? null : { mail, phone };
}

const ticked = z
  .string()
  .max(10)
  .optional()
  .transform((value) => value === 'yes');

export const shareForm = z
  .object({ mail: ticked, phone: ticked })
  .refine(({ mail, phone }) => mail || phone, { path: ['mail'], message: 'people:problems.shareSomething' });
export type ShareForm = z.output<typeof shareForm>;

/** A person with what they shared in one relation, as the database gives it for `sharerColumns`. */
export type SharingPerson = Sharer & { id: string; fullName: string; contactShares: readonly Share[] };

/** What one may see of the people of the other side: their names, and the contact of each who shared one. */
export function contactsOf(people: readonly SharingPerson[], on: Date): { name: string; contact: Contact | null }[] {
  return people.map((person) => ({
    name: person.fullName,
    contact: sharedContact(person, person.contactShares, on),
  }));
}

/** How one's own share with the other side stands. `waits`: a guardian has not agreed yet, or consent was taken back since. */
export type OwnShare = {
  state: 'none' | 'shown' | 'waits';
  mail: boolean;
  phone: boolean;
  /** What there is to share at all. */
  has: { mail: boolean; phone: boolean };
};

export function ownShare(person: SharingPerson, on: Date): OwnShare {
  const has = { mail: person.email !== null && person.emailVerifiedAt !== null, phone: person.phone !== null };
  const share = person.contactShares.find(({ withdrawnAt }) => withdrawnAt === null);
  if (share === undefined) return { state: 'none', mail: false, phone: false, has };
  const { mail, phone } = share;
  return { state: sharedContact(person, person.contactShares, on) === null ? 'waits' : 'shown', mail, phone, has };
}

/** What the database reads for `sharedContact`. */
export const sharerColumns = {
  id: true,
  fullName: true,
  email: true,
  emailVerifiedAt: true,
  phone: true,
  birthDate: true,
  closedAt: true,
  consents: { select: { purpose: true, giver: true, givenAt: true, withdrawnAt: true } },
} as const;
