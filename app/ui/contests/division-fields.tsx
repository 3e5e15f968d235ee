import { useTranslation } from 'react-i18next';
import { type ContestRules, schoolLevels } from '#app/domain/contests/contest-rules.ts';
import { Checkboxes } from '#app/ui/controls/checkboxes.tsx';
import { FieldRow } from '#app/ui/controls/field-row.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { NumberField } from '#app/ui/controls/number-field.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';

/** A division: its name, and behind a fold what it asks of members and gives otherwise than the rest. */
export function DivisionFields({
  row,
  division,
  rules,
  limits,
}: {
  row: number;
  /** Null for one that does not exist yet. */
  division: { id: string; name: string } | null;
  rules: ContestRules;
  limits: ContestRules['divisions'][number] | null;
}) {
  const { t } = useTranslation();
  return (
    <div className="space-y-4">
      {division && <HiddenField name={`id.${row}`} value={division.id} />}
      <TextField
        name={`name.${row}`}
        label={t('organising:divisionNumber', { number: row + 1 })}
        defaultValue={division?.name}
        max={120}
        optional={division === null}
      />
      <details open={limits !== null}>
        <summary className="link">{t('organising:divisionOwn')}</summary>
        <div className="mt-4 space-y-5 border-l-2 border-line pl-4">
          <Checkboxes
            name={`levels.${row}`}
            label={t('organising:fields.levelsIn')}
            hint={t('organising:hints.levelsIn')}
            columns={2}
            defaultValue={limits?.levels ?? []}
            options={schoolLevels.map((level) => ({ value: level, label: t(`organising:levels.${level}`) }))}
          />
          <FieldRow>
            <NumberField
              name={`minAge.${row}`}
              label={t('organising:fields.minAgeIn')}
              defaultValue={limits?.minAge}
              optional
            />
            <NumberField
              name={`maxAge.${row}`}
              label={t('organising:fields.maxAgeIn')}
              defaultValue={limits?.maxAge}
              optional
            />
          </FieldRow>
          {rules.awards.map((award, at) => (
            <NumberField
              // biome-ignore lint/suspicious/noArrayIndexKey: an award is named by its place
              key={at}
              name={`places.${row}.${at}`}
              label={t('organising:fields.placesIn', { award: award.name })}
              hint={at === 0 ? t('organising:hints.placesIn') : undefined}
              defaultValue={limits?.places[at] ?? null}
              optional
            />
          ))}
          <NumberField
            name={`upwards.${row}`}
            label={t('organising:fields.upwardsIn')}
            defaultValue={limits?.upwards}
            optional
          />
        </div>
      </details>
    </div>
  );
}
