import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { now } from '#app/platform/clock.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';
import { countAgainst } from '#app/platform/limits.server.ts';
import { hashPassword } from '#app/platform/password.server.ts';
import type { SignUpForm } from './account-form.ts';
import { checkNewAccount } from './check-new-account.server.ts';
import { noSoonerThan } from './no-sooner-than.server.ts';
import { layLink } from './one-use-link.server.ts';
import { termsVersion } from './terms.ts';

type SignUp = { form: SignUpForm; unitId: number | null; language: 'vi' | 'en' };

/**
 * Makes an account that opens once its address is verified. Where the address has an account already nothing changes and
 * its owner is told by mail; the answer, and the time it takes, are the same. Throws NotValid for what is wrong with the
 * birth date or the password. `unitId` is a unit that exists (see chooseUnit).
 */
export async function signUp({ form, unitId, language }: SignUp): Promise<void> {
  const { birthDate } = checkNewAccount(form);
  await noSoonerThan(400, async () => {
    const passwordHash = await hashPassword(form.password);
    const mayMail = await countAgainst({ key: `sign-up-mail:${form.email}`, max: 5, seconds: 3600 });
    await db.$transaction(async (tx) => {
      const person = await makePerson(tx, { form, birthDate, passwordHash, language });
      if (person === null) {
        if (mayMail.ok) await tellOwner(tx, form.email);
        return;
      }
      if (form.publishName) await giveOwnConsent(tx, person.id);
      if (unitId !== null) await claimFirstUnit(tx, { personId: person.id, unitId });
      const mailTokenId = await layLink(tx, { purpose: 'VERIFY_MAIL', personId: person.id, email: form.email });
      await recordEvent(tx, {
        kind: 'person.signed-up',
        by: person.id,
        personId: person.id,
        payload: { mailTokenId },
      });
    });
  });
}

type NewPerson = { form: SignUpForm; birthDate: Date; passwordHash: string; language: 'vi' | 'en' };

/** Null where the address is taken; two sign-ups at the same moment make one account. */
async function makePerson(tx: Tx, { form, birthDate, passwordHash, language }: NewPerson) {
  const at = now();
  const [person] = await tx.person.createManyAndReturn({
    data: [
      {
        email: form.email,
        passwordHash,
        fullName: form.fullName,
        birthDate,
        language,
        termsVersion,
        termsAcceptedAt: at,
        createdAt: at,
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  return person ?? null;
}

async function giveOwnConsent(tx: Tx, personId: string): Promise<void> {
  const { id } = await tx.consent.create({
    data: { personId, purpose: 'PUBLISH_NAME', giver: 'SELF', givenAt: now() },
    select: { id: true },
  });
  await recordEvent(tx, { kind: 'consent.given', by: personId, personId, payload: { consentId: id } });
}

async function claimFirstUnit(tx: Tx, { personId, unitId }: { personId: string; unitId: number }): Promise<void> {
  const { id } = await tx.membership.create({ data: { personId, unitId, claimedAt: now() }, select: { id: true } });
  await recordEvent(tx, { kind: 'membership.claimed', by: personId, personId, unitId, payload: { membershipId: id } });
}

/** Somebody signed up with an address that has an account: its owner gets a link to a new password, nobody else learns of it. */
async function tellOwner(tx: Tx, email: string): Promise<void> {
  const owner = await tx.person.findFirst({ where: { email, closedAt: null }, select: { id: true } });
  if (owner === null) return;
  const mailTokenId = await layLink(tx, { purpose: 'RESET_PASSWORD', personId: owner.id, email });
  await recordEvent(tx, {
    kind: 'person.password-reset-asked',
    by: null,
    personId: owner.id,
    payload: { mailTokenId, again: true },
  });
}
