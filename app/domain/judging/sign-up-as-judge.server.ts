import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { checkNewAccount } from '#app/domain/people/check-new-account.server.ts';
import { termsVersion } from '#app/domain/people/terms.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { hashPassword } from '#app/platform/password.server.ts';
import { holdJudgeInvitation } from './hold-judge-invitation.server.ts';
import type { InvitedAccountForm } from './judge-invitation-form.ts';

/**
 * An account for whoever was invited by mail: the link itself proves the address. Throws NotNow where the address has an account (which
 * only the holder of the link learns), where the link was shown at the stand and proves no address, and where it opens nothing.
 */
export async function signUpAsJudge({
  token,
  form,
  language,
}: {
  token: string;
  form: InvitedAccountForm;
  language: 'vi' | 'en';
}): Promise<{ id: string }> {
  const { birthDate } = checkNewAccount(form);
  const passwordHash = await hashPassword(form.password);
  return db.$transaction(async (tx) => {
    const { invitation } = await holdJudgeInvitation(tx, { token });
    if (invitation.email === null) throw new NotNow({ key: 'judging:refusals.codeProvesNothing' });
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
    if (person === undefined) throw new NotNow({ key: 'judging:refusals.accountThere' });
    await recordEvent(tx, { kind: 'person.signed-up', by: person.id, personId: person.id, payload: {} });
    await recordEvent(tx, { kind: 'person.mail-verified', by: person.id, personId: person.id });
    return person;
  });
}
