import { useTranslation } from 'react-i18next';
import { FieldSet } from '#app/ui/controls/field-set.tsx';
import { useField } from '#app/ui/controls/form.tsx';
import { OfficialLetterFields } from './official-letter-fields.tsx';

/** Why frozen rules are changed, and by which official letter. */
export function AmendmentFields() {
  const { t } = useTranslation();
  const form = useField('form');
  return (
    <FieldSet {...form} label={t('organising:amending.title')} hint={t('organising:amending.meaning')}>
      <div className="space-y-4">
        <OfficialLetterFields />
      </div>
    </FieldSet>
  );
}
