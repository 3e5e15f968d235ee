import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/controls/button.tsx';
import { DateField } from '#app/ui/controls/date-field.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { NewPasswordField } from '#app/ui/people/new-password-field.tsx';
import { Terms } from './terms.tsx';

/** What an account by a letter asks for; what the letter knew stands there to be mended. `here`: the invitation, to come back to. */
export function InvitedAccount({
  token,
  name,
  birthDate,
  here,
  send,
}: {
  token: string;
  name: string | null;
  birthDate?: string | null;
  here: string;
  send: string;
}) {
  const { t } = useTranslation();
  return (
    <Form>
      <HiddenField name="token" value={token} />
      <TextField
        name="fullName"
        label={t('people:fields.fullName')}
        autoComplete="name"
        defaultValue={name}
        max={100}
        required
      />
      <DateField
        name="birthDate"
        label={t('people:fields.birthDate')}
        defaultValue={birthDate}
        autoComplete="bday"
        required
      />
      <NewPasswordField />
      <Terms />
      <FormActions>
        <Button>{send}</Button>
        <Link to={paths.signIn({ next: here })} className="link">
          {t('people:signUp.haveAccount')}
        </Link>
      </FormActions>
    </Form>
  );
}
