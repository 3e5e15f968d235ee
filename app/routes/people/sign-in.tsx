import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { signInForm } from '#app/domain/people/account-form.ts';
import { signIn } from '#app/domain/people/sign-in.server.ts';
import { paths } from '#app/paths.ts';
import { forAnyone } from '#app/routes/door.server.ts';
import { ownAddress } from '#app/routes/own-address.ts';
import { Button } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { PasswordField } from '#app/ui/controls/password-field.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { enter } from './enter.server.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('people:signIn.title') };

export const loader = forAnyone(async ({ person, url }) => {
  const next = url.searchParams.get('tiep');
  if (person !== null) throw redirect(ownAddress(next, paths.mine()));
  return { next: next ?? undefined };
});

export const action = forAnyone(async (visit) => {
  const { login, password } = await visit.form(signInForm);
  const { id, slipToken, reopenToken } = await signIn({ login, password, address: visit.address });
  if (reopenToken !== undefined) return redirect(paths.reopening({ token: reopenToken }));
  if (slipToken !== null) return redirect(paths.newPassword({ token: slipToken }));
  return enter(visit, { id });
});

export default function SignIn() {
  const { t } = useTranslation();
  const { next } = useLoaderData<typeof loader>();
  return (
    <Page title={t('people:signIn.title')} lead={next ? t('people:signIn.next') : undefined} width="form">
      <Form>
        <TextField
          name="login"
          label={t('people:fields.login')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <PasswordField name="password" label={t('people:fields.password')} autoComplete="current-password" required />
        <FormActions>
          <Button>{t('people:signIn.send')}</Button>
          <Link to={paths.passwordReset()} className="link">
            {t('people:signIn.forgotten')}
          </Link>
        </FormActions>
      </Form>
      <p>
        {t('people:signIn.noAccount')}{' '}
        <Link to={paths.signUp({ next })} className="link">
          {t('people:signIn.signUp')}
        </Link>
        {' · '}
        <Link to={paths.joinByClassCode()} className="link">
          {t('people:signIn.byClassCode')}
        </Link>
      </p>
    </Page>
  );
}
