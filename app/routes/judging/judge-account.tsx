import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findJudgeInvitation } from '#app/domain/judging/find-judge-invitation.server.ts';
import { signUpAsJudge } from '#app/domain/judging/sign-up-as-judge.server.ts';
import { invitedAccountForm } from '#app/domain/people/account-form.ts';
import { paths } from '#app/paths.ts';
import { forAnyone } from '#app/routes/door.server.ts';
import { enter } from '#app/routes/people/enter.server.ts';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { ClosedLink } from '#app/ui/people/closed-link.tsx';
import { InvitedAccount } from '#app/ui/people/invited-account.tsx';

export const handle: PageHandle<typeof loader> = { title: (t) => t('judging:invited.newAccount'), noindex: true };

/** An account for the address a letter went to; who came by a code at the stand, or is signed in, is shown the invitation. */
export const loader = forAnyone(async ({ person, url }) => {
  const token = url.searchParams.get('ma') ?? '';
  const invitation = await findJudgeInvitation({ token, by: person });
  if (person !== null || (invitation.open && invitation.email === null))
    throw redirect(paths.judgeInvitation({ token }));
  return { token, invitation };
});

export const action = forAnyone(async (visit) => {
  const { token, terms: _, ...account } = await visit.form(invitedAccountForm);
  const person = await signUpAsJudge({ token, form: account, language: visit.locale });
  return enter(visit, person, paths.judgeInvitation({ token }));
});

export default function JudgeAccount() {
  const { t } = useTranslation();
  const { token, invitation } = useLoaderData<typeof loader>();
  if (!invitation.open) return <ClosedLink title={t('judging:invited.title')} because={invitation.because} />;
  const here = paths.judgeInvitation({ token });
  return (
    <Page
      title={t('judging:invited.newAccount')}
      lead={t('judging:invited.newAccountLead', { email: invitation.email })}
      trail={[{ to: here, label: t('judging:invited.title') }]}
      width="form"
    >
      <InvitedAccount token={token} name={invitation.name} here={here} send={t('judging:invited.newAccountSend')} />
    </Page>
  );
}
