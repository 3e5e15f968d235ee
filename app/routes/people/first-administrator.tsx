import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { invitedAccountForm } from '#app/domain/people/account-form.ts';
import { makeFirstAdministrator } from '#app/domain/people/make-first-administrator.server.ts';
import { findLink } from '#app/domain/people/one-use-link.server.ts';
import { paths } from '#app/paths.ts';
import { forAnyone } from '#app/routes/door.server.ts';
import { Button } from '#app/ui/controls/button.tsx';
import { DateField } from '#app/ui/controls/date-field.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { ClosedLink } from '#app/ui/people/closed-link.tsx';
import { NewPasswordField } from '#app/ui/people/new-password-field.tsx';
import { Terms } from '#app/ui/people/terms.tsx';
import { enter } from './enter.server.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('people:firstAdministrator.title'), noindex: true };

export const loader = forAnyone(async ({ url }) => {
  const token = url.searchParams.get('ma') ?? '';
  const link = await findLink({ purpose: 'FIRST_ADMINISTRATOR', token });
  return link.open ? { open: true as const, token, email: link.email } : link;
});

export const action = forAnyone(async (visit) => {
  const person = await makeFirstAdministrator({ form: await visit.form(invitedAccountForm) });
  return enter(visit, person, paths.administration());
});

export default function FirstAdministrator() {
  const { t } = useTranslation();
  const link = useLoaderData<typeof loader>();
  if (!link.open) return <ClosedLink title={t('people:firstAdministrator.title')} because={link.because} />;
  return (
    <Page
      title={t('people:firstAdministrator.title')}
      lead={t('people:firstAdministrator.lead', { email: link.email })}
      width="form"
    >
      <Form>
        <HiddenField name="token" value={link.token} />
        <TextField name="fullName" label={t('people:fields.fullName')} autoComplete="name" max={100} required />
        <DateField name="birthDate" label={t('people:fields.birthDate')} autoComplete="bday" required />
        <NewPasswordField />
        <Terms />
        <FormActions>
          <Button>{t('people:firstAdministrator.send')}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
