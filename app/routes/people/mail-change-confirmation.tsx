import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { tokenForm } from '#app/domain/people/account-form.ts';
import { confirmMailChange, findMailChange } from '#app/domain/people/confirm-mail-change.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { Button, ButtonLink } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { ClosedLink } from '#app/ui/people/closed-link.tsx';

export const handle: PageHandle<typeof loader> = { title: (t) => t('people:mailChange.title'), noindex: true };

/** Only looks; and only for the account that asked. */
export const loader = forMembers(async ({ person, url }) => {
  const token = url.searchParams.get('ma') ?? '';
  return { token, link: await findMailChange({ by: person, token }) };
});

export const action = forMembers(async ({ person, form }) => {
  await confirmMailChange({ by: person, ...(await form(tokenForm)) });
  return redirect(`${paths.account()}?xong=thu`);
});

export default function MailChangeConfirmation() {
  const { t } = useTranslation();
  const { token, link } = useLoaderData<typeof loader>();
  if (!link.open) {
    return (
      <ClosedLink title={t('people:mailChange.title')} because={link.because}>
        <ButtonLink to={paths.mailChange()}>{t('people:mailChange.title')}</ButtonLink>
      </ClosedLink>
    );
  }
  return (
    <Page title={t('people:mailChange.confirmTitle')} width="form">
      <p className="text-lg wrap-anywhere">{t('people:mailChange.confirm', { email: link.email })}</p>
      <Form>
        <HiddenField name="token" value={token} />
        <FormActions>
          <Button icon="check">{t('people:mailChange.confirmSend')}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
