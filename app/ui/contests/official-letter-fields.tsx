import { useTranslation } from 'react-i18next';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';

/** Why something that was promised changes, and the number of the letter that orders it. */
export function OfficialLetterFields({ mustHaveLetter = false }: { mustHaveLetter?: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <TextArea
        name="reason"
        label={t('organising:fields.reason')}
        hint={t('organising:hints.reason')}
        rows={3}
        max={2000}
        required
      />
      <TextField
        name="letter"
        label={t('organising:fields.letter')}
        hint={t('organising:hints.letter')}
        max={120}
        autoComplete="off"
        required={mustHaveLetter}
        optional={!mustHaveLetter}
      />
    </>
  );
}
