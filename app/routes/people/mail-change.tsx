import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { mailChangeForm } from '#app/domain/people/account-form.ts';
import { askMailChange } from '#app/domain/people/ask-mail-change.server.ts';
import { findProfile } from '#app/domain/people/find-profile.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { Button } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PasswordField } from '#app/ui/controls/password-field.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('people:mailChange.title'), noindex: true };

export const loader = forMembers(async ({ person, url, demo }) => {
  const { email } = await findProfile({ by: person });
  return { email, sent: url.searchParams.has('da-gui'), demo };
});

export const action = forMembers(async ({ person, form }) => {
  const { email, password } = await form(mailChangeForm);
  await askMailChange({ by: person, email, password });
  return redirect(`${paths.mailChange()}?da-gui=1`);
});

export default function MailChange() {
  const { t } = useTranslation();
  const { email, sent, demo } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t(email === null ? 'people:mailChange.first' : 'people:mailChange.title')}
      lead={email === null ? t('people:mailChange.leadFirst') : t('people:mailChange.lead', { email })}
      width="form"
      trail={[{ to: paths.account(), label: t('people:account.title') }]}
    >
      {sent && (
        <Notice tone="success" title={t('people:mailSent.look')}>
          <p>{t('people:mailChange.sent')}</p>
          {demo && (
            <p className="mt-2">
              <Link to={paths.demoOutbox()} className="link">
                {t('people:mailSent.demo')}
              </Link>
            </p>
          )}
        </Notice>
      )}
      <Form>
        <TextField
          name="email"
          type="email"
          label={t('people:mailChange.new')}
          autoComplete="email"
          inputMode="email"
          required
        />
        <PasswordField
          name="password"
          label={t('people:account.ownPassword')}
          autoComplete="current-password"
          required
        />
        <FormActions>
          <Button icon="mail">{t('people:mailChange.send')}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
