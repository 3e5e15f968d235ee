import { data } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ownPasswordForm } from '#app/domain/people/account-form.ts';
import { renewRecoveryCodes } from '#app/domain/people/renew-recovery-codes.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { Button, ButtonLink } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { PasswordField } from '#app/ui/controls/password-field.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { RecoveryCodes } from '#app/ui/people/recovery-codes.tsx';

export const handle: PageHandle = { title: (t) => t('people:recoveryCodes.title'), noindex: true };

export const loader = forMembers(async () => null);

export const action = forMembers(async ({ person, form }) => {
  const { password } = await form(ownPasswordForm);
  const { codes } = await renewRecoveryCodes({ by: person, password });
  return data({ codes }, { headers: { 'cache-control': 'no-store' } });
});

export default function NewRecoveryCodes() {
  const { t } = useTranslation();
  const done = useActionData<unknown>() as { codes?: string[] } | undefined;
  const trail = [{ to: paths.secondFactor(), label: t('people:secondFactor.title') }];
  return (
    <Page title={t('people:recoveryCodes.title')} width="form" trail={trail}>
      {done?.codes ? (
        <>
          <RecoveryCodes codes={done.codes} />
          <ButtonLink to={paths.secondFactor()}>{t('people:recoveryCodes.kept')}</ButtonLink>
        </>
      ) : (
        <Form>
          <PasswordField
            name="password"
            label={t('people:account.ownPassword')}
            hint={t('people:recoveryCodes.renewHint')}
            autoComplete="current-password"
            required
          />
          <FormActions>
            <Button tone="secondary">{t('people:recoveryCodes.renewSend')}</Button>
          </FormActions>
        </Form>
      )}
    </Page>
  );
}
