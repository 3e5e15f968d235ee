import { useTranslation } from 'react-i18next';
import { FieldSet } from '#app/ui/controls/field-set.tsx';
import { useField } from '#app/ui/controls/form.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';

/** Why frozen rules are changed, and by which official letter. */
export function AmendmentFields() {
  const { t } = useTranslation();
  const form = useField('form');
  return (
    <FieldSet {...form} label={t('contests:amending.title')} hint={t('contests:amending.meaning')}>
      <div className="space-y-4">
        <TextArea
          name="reason"
          label={t('contests:fields.reason')}
          hint={t('contests:hints.reason')}
          rows={3}
          max={2000}
          required
        />
        <TextField
          name="letter"
          label={t('contests:fields.letter')}
          hint={t('contests:hints.letter')}
          max={120}
          autoComplete="off"
          optional
        />
      </div>
    </FieldSet>
  );
}
