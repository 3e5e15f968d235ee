import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Page } from '#app/ui/layout/page.tsx';

/** After a form that may have sent a mail. It says the same whether there is an account or not. */
export function MailSent({
  title,
  text,
  demo,
  resend = false,
}: {
  title: string;
  text: string;
  demo: boolean;
  resend?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Page title={title} width="form">
      <Notice tone="success" title={t('people:mailSent.look')}>
        <p>{text}</p>
      </Notice>
      {demo && (
        <p>
          <Link to={paths.demoOutbox()} className="link">
            {t('people:mailSent.demo')}
          </Link>
        </p>
      )}
      {resend && (
        <details>
          <summary className="link">{t('people:mailSent.notThere')}</summary>
          <div className="mt-4">
            <Form action={paths.mailVerificationResending()}>
              <TextField
                name="email"
                type="email"
                label={t('people:fields.email')}
                hint={t('people:mailSent.resendHint')}
                autoComplete="email"
                inputMode="email"
                required
              />
              <FormActions>
                <Button tone="secondary">{t('people:mailSent.resend')}</Button>
              </FormActions>
            </Form>
          </div>
        </details>
      )}
      <p>
        <Link to={paths.signIn()} className="link">
          {t('people:mailSent.signIn')}
        </Link>
      </p>
    </Page>
  );
}
