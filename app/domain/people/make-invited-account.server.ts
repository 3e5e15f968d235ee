import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { type Because, NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';
import { hashPassword } from '#app/platform/password.server.ts';
import type { InvitedAccountForm } from './account-form.ts';
import { checkNewAccount } from './check-new-account.server.ts';
import { termsVersion } from './terms.ts';

/**
 * An account for somebody asked by mail: the link proves the address that `holdAddress` finds behind it, with the invitation locked until the
 * account is there. Nothing is agreed to by it beyond the terms: names stay unpublished as for anybody who has just signed up. Throws what
 * `holdAddress` throws, NotValid for the form, and NotNow with `accountThere` where the address has an account, which only the holder of the
 * link learns.
 */
export async function makeInvitedAccount({
  form,
  language,
  holdAddress,
  accountThere,
}: {
  form: InvitedAccountForm;
  language: 'vi' | 'en';
  holdAddress: (tx: Tx) => Promise<string>;
  accountThere: Because;
}): Promise<{ id: string }> {
  const { birthDate } = checkNewAccount(form);
  const passwordHash = await hashPassword(form.password);
  return db.$transaction(async (tx) => {
    const email = await holdAddress(tx);
    checkNewAccount({ ...form, email });
    const at = now();
    const [person] = await tx.person.createManyAndReturn({
      data: [
        {
          email,
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
    if (person === undefined) throw new NotNow(accountThere);
    await recordEvent(tx, { kind: 'person.signed-up', by: person.id, personId: person.id, payload: {} });
    await recordEvent(tx, { kind: 'person.mail-verified', by: person.id, personId: person.id });
    return person;
  });
}
