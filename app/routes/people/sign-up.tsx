import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { signUpForm } from '#app/domain/people/account-form.ts';
import { signUp } from '#app/domain/people/sign-up.server.ts';
import { chooseUnit } from '#app/domain/units/choose-unit.server.ts';
import { paths } from '#app/paths.ts';
import { forAnyone } from '#app/routes/door.server.ts';
import { ownAddress } from '#app/routes/own-address.ts';
import { Button, ButtonLink } from '#app/ui/controls/button.tsx';
import { Consent } from '#app/ui/controls/consent.tsx';
import { DateField } from '#app/ui/controls/date-field.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { UnitFinder } from '#app/ui/controls/unit-finder.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { MailSent } from '#app/ui/people/mail-sent.tsx';
import { NewPasswordField } from '#app/ui/people/new-password-field.tsx';
import { Terms } from '#app/ui/people/terms.tsx';

export const handle: PageHandle<typeof loader> = { title: (t) => t('people:signUp.title') };

export const loader = forAnyone(async ({ person, url, demo }) => {
  const next = url.searchParams.get('tiep');
  if (person !== null) throw redirect(ownAddress(next, paths.mine()));
  return { sent: url.searchParams.has('da-gui'), demo, next: next ?? undefined };
});

export const action = forAnyone(async ({ form, locale }) => {
  const { unit, unitText, terms: _, ...account } = await form(signUpForm);
  const chosen = await chooseUnit({ unit, unitText });
  await signUp({ form: account, unitId: chosen?.id ?? null, language: locale });
  return redirect(`${paths.signUp()}?da-gui=1`);
});

export default function SignUp() {
  const { t } = useTranslation();
  const { sent, demo, next } = useLoaderData<typeof loader>();
  if (sent)
    return <MailSent title={t('people:signUp.sent.title')} text={t('people:signUp.sent.text')} demo={demo} resend />;
  return (
    <Page title={t('people:signUp.title')} lead={t('people:signUp.lead')} width="form">
      <ButtonLink to={paths.joinByClassCode()} tone="secondary" icon="users">
        {t('people:signUp.byClassCode')}
      </ButtonLink>
      <Form>
        <TextField name="fullName" label={t('people:fields.fullName')} autoComplete="name" max={100} required />
        <DateField name="birthDate" label={t('people:fields.birthDate')} autoComplete="bday" required />
        <TextField
          name="email"
          type="email"
          label={t('people:fields.email')}
          hint={t('people:fields.emailHint')}
          autoComplete="email"
          inputMode="email"
          required
        />
        <NewPasswordField />
        <UnitFinder label={t('people:fields.unit')} hint={t('people:fields.unitHint')} optional />
        <Consent
          name="publishName"
          label={t('people:consents.PUBLISH_NAME.label')}
          hint={t('people:signUp.consentHint')}
        />
        <Terms />
        <FormActions>
          <Button>{t('people:signUp.send')}</Button>
          <Link to={paths.signIn({ next })} className="link">
            {t('people:signUp.haveAccount')}
          </Link>
        </FormActions>
      </Form>
    </Page>
  );
}
