import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { verificationForm } from '#app/domain/people/account-form.ts';
import { findLink } from '#app/domain/people/one-use-link.server.ts';
import { verifyMail } from '#app/domain/people/verify-mail.server.ts';
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

export const handle: PageHandle<typeof loader> = { title: (t) => t('people:verification.title'), noindex: true };

/** Only looks: a mail scanner that opens every link uses nothing up. */
export const loader = forAnyone(async ({ url }) => {
  const token = url.searchParams.get('ma') ?? '';
  const link = await findLink({ purpose: 'VERIFY_MAIL', token });
  return link.open ? { open: true as const, token, email: link.email } : link;
});

export const action = forAnyone(async (visit) => {
  return enter(visit, await verifyMail(await visit.form(verificationForm)));
});

export default function MailVerification() {
  const { t } = useTranslation();
  const link = useLoaderData<typeof loader>();
  if (!link.open) {
    return (
      <ClosedLink title={t('people:verification.title')} because={link.because}>
        <ButtonLink to={`${paths.signUp()}?da-gui=1`} tone="secondary">
          {t('people:verification.another')}
        </ButtonLink>
        <ButtonLink to={paths.signIn()}>{t('people:signIn.title')}</ButtonLink>
      </ClosedLink>
    );
  }
  return (
    <Page
      title={t('people:verification.title')}
      lead={t('people:verification.lead', { email: link.email })}
      width="form"
    >
      <Form>
        <HiddenField name="token" value={link.token} />
        <PasswordField
          name="password"
          label={t('people:verification.password')}
          hint={t('people:verification.passwordHint')}
          autoComplete="current-password"
          required
        />
        <FormActions>
          <Button>{t('people:verification.send')}</Button>
          <ButtonLink to={paths.passwordReset()} tone="quiet">
            {t('people:signIn.forgotten')}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
