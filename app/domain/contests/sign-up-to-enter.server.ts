import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { checkNewAccount } from '#app/domain/people/check-new-account.server.ts';
import { termsVersion } from '#app/domain/people/terms.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { hashPassword } from '#app/platform/password.server.ts';
import type { EnteringAccountForm } from './entry-invitation.ts';
import { holdEntryInvitation } from './hold-entry-invitation.server.ts';

/**
 * An account for a lead who was asked by mail: the link itself proves the address, and nothing but what the lead types becomes part of it.
 * Nothing is agreed to by it beyond the terms: names stay unpublished as for anybody who has just signed up. Throws NotNow where the
 * address has an account (which only the holder of the link learns), and where the link opens nothing.
 */
export async function signUpToEnter({
  token,
  form,
  language,
}: {
  token: string;
  form: EnteringAccountForm;
  language: 'vi' | 'en';
}): Promise<{ id: string }> {
  const { birthDate } = checkNewAccount(form);
  const passwordHash = await hashPassword(form.password);
  return db.$transaction(async (tx) => {
    const { invitation } = await holdEntryInvitation(tx, { token });
    const at = now();
    const [person] = await tx.person.createManyAndReturn({
      data: [
        {
          email: invitation.email,
          emailVerifiedAt: at,
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
    if (person === undefined) throw new NotNow({ key: 'contests:invited.accountThere' });
    await recordEvent(tx, { kind: 'person.signed-up', by: person.id, personId: person.id, payload: {} });
    await recordEvent(tx, { kind: 'person.mail-verified', by: person.id, personId: person.id });
    return person;
  });
}
