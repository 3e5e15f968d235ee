import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { newPasswordForm } from '#app/domain/people/account-form.ts';
import { findLink } from '#app/domain/people/one-use-link.server.ts';
import { resetPassword } from '#app/domain/people/reset-password.server.ts';
import { paths } from '#app/paths.ts';
import { forAnyone } from '#app/routes/door.server.ts';
import { Button, ButtonLink } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { PasswordField } from '#app/ui/controls/password-field.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { ClosedLink } from '#app/ui/people/closed-link.tsx';
import { enter } from './enter.server.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('people:newPassword.title'), noindex: true };

export const loader = forAnyone(async ({ url }) => {
  const token = url.searchParams.get('ma') ?? '';
  const link = await findLink({ purpose: 'RESET_PASSWORD', token });
  return link.open ? { open: true as const, token, email: link.email } : link;
});

export const action = forAnyone(async (visit) => {
  return enter(visit, await resetPassword(await visit.form(newPasswordForm)));
});

export default function NewPassword() {
  const { t } = useTranslation();
  const link = useLoaderData<typeof loader>();
  if (!link.open) {
    return (
      <ClosedLink title={t('people:newPassword.title')} because={link.because}>
        <ButtonLink to={paths.passwordReset()}>{t('people:reset.title')}</ButtonLink>
      </ClosedLink>
    );
  }
  const lead =
    link.email === '' ? t('people:newPassword.leadSlip') : t('people:newPassword.lead', { email: link.email });
  return (
    <Page title={t('people:newPassword.title')} lead={lead} width="form">
      <Form>
        <HiddenField name="token" value={link.token} />
        <PasswordField
          name="password"
          label={t('people:newPassword.password')}
          hint={t('people:fields.passwordHint')}
          autoComplete="new-password"
          required
        />
        <FormActions>
          <Button>{t('people:newPassword.send')}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
