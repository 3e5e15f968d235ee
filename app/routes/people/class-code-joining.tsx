import { redirect } from '@remix-run/node';
import { useTranslation } from 'react-i18next';
import { classCodeJoiningForm } from '#app/domain/people/account-form.ts';
import { joinByClassCode } from '#app/domain/units/join-by-class-code.server.ts';
import { paths } from '#app/paths.ts';
import { forAnyone } from '#app/routes/door.server.ts';
import { Button } from '#app/ui/controls/button.tsx';
import { Consent } from '#app/ui/controls/consent.tsx';
import { DateField } from '#app/ui/controls/date-field.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { NewPasswordField } from '#app/ui/people/new-password-field.tsx';
import { Terms } from '#app/ui/people/terms.tsx';

export const handle: PageHandle = { title: (t) => t('people:classCode.title') };

export const loader = forAnyone(async ({ person }) => {
  if (person !== null) throw redirect(paths.mine());
  return null;
});

export const action = forAnyone(async ({ form, locale, address, beginSession }) => {
  const { terms: _, ...joining } = await form(classCodeJoiningForm);
  const person = await joinByClassCode({ form: joining, language: locale, address });
  return redirect(paths.mine(), { headers: await beginSession(person) });
});

export default function ClassCodeJoining() {
  const { t } = useTranslation();
  return (
    <Page title={t('people:classCode.title')} lead={t('people:classCode.lead')} width="form">
      <Form>
        <TextField
          name="code"
          label={t('people:classCode.code')}
          hint={t('people:classCode.codeHint')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
        />
        <TextField name="fullName" label={t('people:fields.fullName')} autoComplete="name" max={100} required />
        <DateField name="birthDate" label={t('people:fields.birthDate')} autoComplete="bday" required />
        <TextField
          name="userName"
          label={t('people:classCode.userName')}
          hint={t('people:classCode.userNameHint')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          max={30}
          required
        />
        <NewPasswordField />
        <Consent
          name="publishName"
          label={t('people:consents.PUBLISH_NAME.label')}
          hint={t('people:signUp.consentHint')}
        />
        <Terms />
        <FormActions>
          <Button>{t('people:classCode.send')}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
