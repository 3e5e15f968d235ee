import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { mailForm } from '#app/domain/people/account-form.ts';
import { askPasswordReset } from '#app/domain/people/ask-password-reset.server.ts';
import { paths } from '#app/paths.ts';
import { forAnyone } from '#app/routes/door.server.ts';
import { Button } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { MailSent } from '#app/ui/people/mail-sent.tsx';

export const handle: PageHandle<typeof loader> = { title: (t) => t('people:reset.title') };

export const loader = forAnyone(async ({ url, demo }) => ({ sent: url.searchParams.has('da-gui'), demo }));

export const action = forAnyone(async ({ form }) => {
  await askPasswordReset(await form(mailForm));
  return redirect(`${paths.passwordReset()}?da-gui=1`);
});

export default function PasswordReset() {
  const { t } = useTranslation();
  const { sent, demo } = useLoaderData<typeof loader>();
  if (sent) return <MailSent title={t('people:reset.sent.title')} text={t('people:reset.sent.text')} demo={demo} />;
  return (
    <Page title={t('people:reset.title')} lead={t('people:reset.lead')} width="form">
      <Form>
        <TextField
          name="email"
          type="email"
          label={t('people:fields.email')}
          autoComplete="email"
          inputMode="email"
          required
        />
        <FormActions>
          <Button>{t('people:reset.send')}</Button>
        </FormActions>
      </Form>
      <Notice title={t('people:reset.noMail.title')}>{t('people:reset.noMail.text')}</Notice>
    </Page>
  );
}
