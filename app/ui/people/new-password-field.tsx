import { useTranslation } from 'react-i18next';
import { PasswordField } from '#app/ui/controls/password-field.tsx';

/** The password of an account that is being made. */
export function NewPasswordField() {
  const { t } = useTranslation();
  return (
    <PasswordField
      name="password"
      label={t('people:fields.password')}
      hint={t('people:fields.passwordHint')}
      autoComplete="new-password"
      required
    />
  );
}
