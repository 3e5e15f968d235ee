import type { InvitedAccountForm } from '#app/domain/people/account-form.ts';
import { makeInvitedAccount } from '#app/domain/people/make-invited-account.server.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { holdJudgeInvitation } from './hold-judge-invitation.server.ts';

/**
 * An account for a judge who was invited by mail. Throws NotNow where the address has an account, where the link was shown at the stand and
 * proves no address, and where it opens nothing.
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
  return makeInvitedAccount({
    form,
    language,
    accountThere: { key: 'judging:refusals.accountThere' },
    holdAddress: async (tx) => {
      const { invitation } = await holdJudgeInvitation(tx, { token });
      if (invitation.email === null) throw new NotNow({ key: 'judging:refusals.codeProvesNothing' });
      return invitation.email;
    },
  });
}
