import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { enteringAccountForm } from '#app/domain/contests/entry-invitation.ts';
import { findEntryInvitation } from '#app/domain/contests/find-entry-invitation.server.ts';
import { signUpToEnter } from '#app/domain/contests/sign-up-to-enter.server.ts';
import { dayKept } from '#app/domain/people/day.ts';
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

export const handle: PageHandle<typeof loader> = { title: (t) => t('contests:invited.newAccount'), noindex: true };

/** An account for the address a letter to a team's lead went to; who is signed in is shown the invitation. */
export const loader = forAnyone(async ({ person, url }) => {
  const token = url.searchParams.get('ma') ?? '';
  if (person !== null) throw redirect(paths.entryInvitation({ token }));
  return { token, invitation: await findEntryInvitation({ token, by: null }) };
});

export const action = forAnyone(async (visit) => {
  const { token, terms: _, ...account } = await visit.form(enteringAccountForm);
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
      <Form>
        <HiddenField name="token" value={token} />
        <TextField
          name="fullName"
          label={t('people:fields.fullName')}
          autoComplete="name"
          defaultValue={invitation.leadName}
          max={100}
          required
        />
        <DateField
          name="birthDate"
          label={t('people:fields.birthDate')}
          defaultValue={leadBirthDate === null ? null : dayKept(leadBirthDate)}
          autoComplete="bday"
          required
        />
        <PasswordField
          name="password"
          label={t('people:fields.password')}
          hint={t('people:fields.passwordHint')}
          autoComplete="new-password"
          required
        />
        <Terms />
        <FormActions>
          <Button>{t('contests:invited.newAccountSend')}</Button>
          <Link to={paths.signIn({ next: here })} className="link">
            {t('people:signUp.haveAccount')}
          </Link>
        </FormActions>
      </Form>
    </Page>
  );
}
