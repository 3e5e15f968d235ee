import { useTranslation } from 'react-i18next';
import { type CriterionText, writeAnchors } from '#app/domain/contests/rubric.ts';
import { NumberField } from '#app/ui/controls/number-field.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';

/** One criterion of a rubric that is being written; a row without a name is no criterion. */
export function CriterionFields({ row, criterion }: { row: number; criterion?: CriterionText }) {
  const { t } = useTranslation();
  const name = (part: string) => `criterion.${row}.${part}`;
  return (
    <fieldset className="space-y-4 rounded-card border border-line bg-surface p-4">
      <legend className="px-1 font-semibold">{t('organising:rubric.criterion', { number: row + 1 })}</legend>
      <TextField
        name={name('name')}
        label={t('organising:rubric.name')}
        defaultValue={criterion?.name}
        max={200}
        optional={criterion === undefined}
      />
      <TextField
        name={name('description')}
        label={t('organising:rubric.description')}
        defaultValue={criterion?.description}
        max={2000}
        optional
      />
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        <NumberField
          name={name('weight')}
          label={t('organising:rubric.weight')}
          defaultValue={criterion?.weight ?? 20}
          decimals
        />
        <NumberField
          name={name('min')}
          label={t('organising:rubric.min')}
          defaultValue={criterion?.min ?? 0}
          decimals
        />
        <NumberField
          name={name('max')}
          label={t('organising:rubric.max')}
          defaultValue={criterion?.max ?? 20}
          decimals
        />
        <NumberField
          name={name('step')}
          label={t('organising:rubric.step')}
          defaultValue={criterion?.step ?? 1}
          decimals
        />
      </div>
      <TextArea
        name={name('anchors')}
        label={t('organising:rubric.anchors')}
        hint={t('organising:rubric.anchorsHint')}
        defaultValue={criterion === undefined ? '' : writeAnchors(criterion.anchors)}
        rows={3}
        optional
      />
    </fieldset>
  );
}
