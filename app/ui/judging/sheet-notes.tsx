import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { Written } from '#app/ui/ideas/written.tsx';

type Notes = { toTeam: string; toPanel: string; revision: number };

/** What the judge says to the team, who read it after the results are out, and what only the panel reads. */
export function SheetNotes({ sheet, notes, closed }: { sheet: { id: string }; notes: Notes; closed: boolean }) {
  const { t } = useTranslation();
  if (closed) {
    return (
      <div className="space-y-4">
        {(['toTeam', 'toPanel'] as const)
          .filter((kind) => notes[kind].trim() !== '')
          .map((kind) => (
            <div key={kind}>
              <h3 className="text-lg">{t(`judging:notes.${kind}`)}</h3>
              <Written text={notes[kind]} />
            </div>
          ))}
      </div>
    );
  }
  return (
    <Form id="ghi-chu" action={paths.sheetNotes(sheet)} label={t('judging:notes.title')} className="space-y-4">
      <HiddenField name="noteRevision" value={notes.revision} />
      <TextArea
        name="noteToTeam"
        label={t('judging:notes.toTeam')}
        hint={t('judging:notes.toTeamHint')}
        defaultValue={notes.toTeam}
        rows={3}
        max={5000}
        optional
      />
      <TextArea
        name="noteToPanel"
        label={t('judging:notes.toPanel')}
        hint={t('judging:notes.toPanelHint')}
        defaultValue={notes.toPanel}
        rows={2}
        max={5000}
        optional
      />
      <FormActions>
        <Button tone="secondary" size="sm">
          {t('judging:notes.save')}
        </Button>
      </FormActions>
    </Form>
  );
}
