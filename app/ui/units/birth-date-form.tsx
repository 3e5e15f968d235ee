import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/controls/button.tsx';
import { DateField } from '#app/ui/controls/date-field.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';

/** Puts a member's birth date right; the reason stays on record. */
export function BirthDateForm({ member }: { member: { id: string; person: { birthDate: string } } }) {
  const { t } = useTranslation();
  return (
    <Form id="birth-date" action={paths.birthDateCorrection(member)}>
      <DateField
        name="birthDate"
        label={t('people:fields.birthDate')}
        defaultValue={member.person.birthDate}
        autoComplete="off"
        required
      />
      <TextArea
        name="reason"
        label={t('staff:member.reason')}
        hint={t('staff:member.reasonHint')}
        rows={2}
        max={500}
        required
      />
      <FormActions>
        <Button tone="secondary">{t('staff:member.birthDateSend')}</Button>
      </FormActions>
    </Form>
  );
}
