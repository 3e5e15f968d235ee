import { useTranslation } from 'react-i18next';
import { Button } from '#app/ui/controls/button.tsx';
import { FileField } from '#app/ui/controls/file-field.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';

/** A table from an office's program, to be looked at row by row before anything is written. `again`: one has been looked at. */
export function TableUpload({ hint, again }: { hint: string; again: boolean }) {
  const { t } = useTranslation();
  return (
    <Form id="table" encType="multipart/form-data">
      <FileField
        name="file"
        label={t('judging:table.file')}
        hint={hint}
        accept=".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        required
      />
      <FormActions>
        <Button tone={again ? 'secondary' : 'primary'} icon="eye">
          {t('judging:table.look')}
        </Button>
      </FormActions>
    </Form>
  );
}
