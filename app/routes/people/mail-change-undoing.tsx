import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { tokenForm } from '#app/domain/people/account-form.ts';
import { findLink } from '#app/domain/people/one-use-link.server.ts';
import { undoMailChange } from '#app/domain/people/undo-mail-change.server.ts';
import { paths } from '#app/paths.ts';
import { forAnyone } from '#app/routes/door.server.ts';
import { Button, ButtonLink } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { ClosedLink } from '#app/ui/people/closed-link.tsx';

export const handle: PageHandle<typeof loader> = { title: (t) => t('people:mailUndo.title'), noindex: true };

export const loader = forAnyone(async ({ url }) => {
  const token = url.searchParams.get('ma') ?? '';
  const link = await findLink({ purpose: 'UNDO_MAIL_CHANGE', token });
  return link.open ? { open: true as const, token, email: link.email } : link;
});

export const action = forAnyone(async ({ form, endSession }) => {
  const { passwordToken } = await undoMailChange(await form(tokenForm));
  return redirect(paths.newPassword({ token: passwordToken }), { headers: await endSession() });
});

export default function MailChangeUndoing() {
  const { t } = useTranslation();
  const link = useLoaderData<typeof loader>();
  if (!link.open) {
    return (
      <ClosedLink title={t('people:mailUndo.title')} because={link.because}>
        <ButtonLink to={paths.signIn()}>{t('people:signIn.title')}</ButtonLink>
      </ClosedLink>
    );
  }
  return (
    <Page title={t('people:mailUndo.title')} lead={t('people:mailUndo.lead', { email: link.email })} width="form">
      <Form>
        <HiddenField name="token" value={link.token} />
        <FormActions>
          <Button tone="danger">{t('people:mailUndo.send')}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
