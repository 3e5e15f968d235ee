import { useTranslation } from 'react-i18next';
import type { GeneralPurpose } from '#app/domain/people/consent.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/controls/button.tsx';
import { Checkboxes } from '#app/ui/controls/checkboxes.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';

/** Whom to ask and for what. Nothing is ticked beforehand. */
export function GuardianRequestForm({ purposes }: { purposes: GeneralPurpose[] }) {
  const { t } = useTranslation();
  return (
    <Form action={paths.guardianRequest()}>
      <TextField name="guardianName" label={t('people:guardian.ask.name')} max={100} autoComplete="off" required />
      <TextField
        name="guardianMail"
        type="email"
        label={t('people:guardian.ask.mail')}
        inputMode="email"
        autoComplete="off"
        required
      />
      <Checkboxes
        name="purposes"
        label={t('people:guardian.ask.purposes')}
        options={purposes.map((purpose) => ({ value: purpose, label: t(`people:consents.${purpose}.label`) }))}
      />
      <FormActions>
        <Button icon="mail">{t('people:guardian.ask.send')}</Button>
      </FormActions>
    </Form>
  );
}
