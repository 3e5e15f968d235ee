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

/** What the database reads for `sharedContact`. */
export const sharerColumns = {
  email: true,
  emailVerifiedAt: true,
  phone: true,
  birthDate: true,
  closedAt: true,
  consents: { select: { purpose: true, giver: true, givenAt: true, withdrawnAt: true } },
} as const;
