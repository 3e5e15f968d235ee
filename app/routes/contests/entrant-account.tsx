import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findEntryInvitation } from '#app/domain/contests/find-entry-invitation.server.ts';
import { signUpToEnter } from '#app/domain/contests/sign-up-to-enter.server.ts';
import { invitedAccountForm } from '#app/domain/people/account-form.ts';
import { dayKept } from '#app/domain/people/day.ts';
import { paths } from '#app/paths.ts';
import { forAnyone } from '#app/routes/door.server.ts';
import { enter } from '#app/routes/people/enter.server.ts';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { ClosedLink } from '#app/ui/people/closed-link.tsx';
import { InvitedAccount } from '#app/ui/people/invited-account.tsx';

export const handle: PageHandle<typeof loader> = { title: (t) => t('contests:invited.newAccount'), noindex: true };

/** An account for the address a letter to a team's lead went to; who is signed in is shown the invitation. */
export const loader = forAnyone(async ({ person, url }) => {
  const token = url.searchParams.get('ma') ?? '';
  if (person !== null) throw redirect(paths.entryInvitation({ token }));
  return { token, invitation: await findEntryInvitation({ token, by: null }) };
});

export const action = forAnyone(async (visit) => {
  const { token, terms: _, ...account } = await visit.form(invitedAccountForm);
  const person = await signUpToEnter({ token, form: account, language: visit.locale });
  return enter(visit, person, paths.entryInvitation({ token }));
});

export default function EntrantAccount() {
  const { t } = useTranslation();
  const { token, invitation } = useLoaderData<typeof loader>();
  if (!invitation.open) return <ClosedLink title={t('contests:invited.title')} because={invitation.because} />;
  const here = paths.entryInvitation({ token });
  const { leadBirthDate } = invitation;
  return (
    <Page
      title={t('contests:invited.newAccount')}
      lead={t('contests:invited.newAccountLead', { email: invitation.email })}
      trail={[{ to: here, label: t('contests:invited.title') }]}
      width="form"
    >
      <InvitedAccount
        token={token}
        name={invitation.leadName}
        birthDate={leadBirthDate === null ? null : dayKept(leadBirthDate)}
        here={here}
        send={t('contests:invited.newAccountSend')}
      />
    </Page>
  );
}
