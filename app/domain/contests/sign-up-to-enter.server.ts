import type { InvitedAccountForm } from '#app/domain/people/account-form.ts';
import { makeInvitedAccount } from '#app/domain/people/make-invited-account.server.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { holdEntryInvitation } from './hold-entry-invitation.server.ts';

/**
 * An account for a lead who was asked by mail. Nothing but what the lead types becomes part of it. Throws NotNow where the address has an
 * account or is forgotten, and where the link opens nothing.
 */
export async function signUpToEnter({
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
    accountThere: { key: 'contests:invited.accountThere' },
    holdAddress: async (tx) => {
      const { invitation } = await holdEntryInvitation(tx, { token });
      if (invitation.email === null) throw new NotNow({ key: 'people:refusals.linkUnknown' });
      return invitation.email;
    },
  });
}
