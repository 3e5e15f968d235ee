import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findJudgeInvitation } from '#app/domain/judging/find-judge-invitation.server.ts';
import { invitedAccountForm } from '#app/domain/judging/judge-invitation-form.ts';
import { signUpAsJudge } from '#app/domain/judging/sign-up-as-judge.server.ts';
import { paths } from '#app/paths.ts';
import { forAnyone } from '#app/routes/door.server.ts';
import { enter } from '#app/routes/people/enter.server.ts';
import { Button } from '#app/ui/controls/button.tsx';
import { DateField } from '#app/ui/controls/date-field.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { PasswordField } from '#app/ui/controls/password-field.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { ClosedLink } from '#app/ui/people/closed-link.tsx';
import { Terms } from '#app/ui/people/terms.tsx';

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
      <Form>
        <HiddenField name="token" value={token} />
        <TextField
          name="fullName"
          label={t('people:fields.fullName')}
          autoComplete="name"
          defaultValue={invitation.name}
          max={100}
          required
        />
        <DateField name="birthDate" label={t('people:fields.birthDate')} autoComplete="bday" required />
        <PasswordField
          name="password"
          label={t('people:fields.password')}
          hint={t('people:fields.passwordHint')}
          autoComplete="new-password"
          required
        />
        <Terms />
        <FormActions>
          <Button>{t('judging:invited.newAccountSend')}</Button>
          <Link to={paths.signIn({ next: here })} className="link">
            {t('people:signUp.haveAccount')}
          </Link>
        </FormActions>
      </Form>
    </Page>
  );
}
