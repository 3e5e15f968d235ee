import { useTranslation } from 'react-i18next';
import type { OthersMarks, RankingMethod, RoundKind, RoundPanels } from '#app/domain/contests/contest.ts';
import { Checkbox } from '#app/ui/controls/checkbox.tsx';
import { Choice } from '#app/ui/controls/choice.tsx';
import { DateTimeField } from '#app/ui/controls/date-time-field.tsx';
import { FieldRow } from '#app/ui/controls/field-row.tsx';
import { NumberField } from '#app/ui/controls/number-field.tsx';
import { Select } from '#app/ui/controls/select.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';

export type RoundValues = {
  name: string;
  kind: RoundKind;
  opensAt: Date | null;
  closesAt: Date | null;
  reviewsPerEntry: number;
  method: RankingMethod;
  blind: boolean;
  panels: RoundPanels;
  panelUnits: readonly { name: string }[];
  othersMarks: OthersMarks;
  top: number | null;
  minMean: number | null;
  noZero: boolean;
};

/** What is asked about a round, whether it is new or being changed. */
export function RoundFields({ round }: { round: RoundValues }) {
  const { t } = useTranslation();
  return (
    <>
      <FieldRow>
        <TextField name="name" label={t('organising:fields.roundName')} defaultValue={round.name} max={120} required />
        <Select
          name="kind"
          label={t('organising:fields.roundKind')}
          defaultValue={round.kind}
          options={(['PRELIMINARY', 'SEMIFINAL', 'FINAL'] as const).map((kind) => ({
            value: kind,
            label: t(`organising:roundKinds.${kind}`),
          }))}
        />
      </FieldRow>
      <FieldRow>
        <DateTimeField name="opensAt" label={t('organising:fields.marksFrom')} defaultValue={round.opensAt} required />
        <DateTimeField
          name="closesAt"
          label={t('organising:fields.marksDue')}
          hint={t('organising:hints.marksDue')}
          defaultValue={round.closesAt}
          required
        />
      </FieldRow>
      <NumberField
        name="reviewsPerEntry"
        label={t('organising:fields.reviews')}
        hint={t('organising:hints.reviews')}
        defaultValue={round.reviewsPerEntry}
        required
      />
      <Choice
        name="method"
        label={t('organising:fields.method')}
        defaultValue={round.method}
        options={(['ADJUSTED', 'RAW'] as const).map((method) => ({
          value: method,
          label: t(`contests:methods.${method}`),
          hint: t(`organising:methodHints.${method}`),
        }))}
      />
      <Checkbox
        name="blind"
        label={t('organising:fields.blind')}
        hint={t('organising:hints.blind')}
        defaultChecked={round.blind}
      />
      <Choice
        name="panels"
        label={t('organising:fields.panels')}
        hint={t('organising:hints.panels')}
        defaultValue={round.panels}
        options={(['NONE', 'DIVISION', 'UNIT'] as const).map((panels) => ({
          value: panels,
          label: t(`organising:panelKinds.${panels}`),
          hint: t(`organising:panelHints.${panels}`),
        }))}
      />
      <TextArea
        name="panelUnits"
        label={t('organising:fields.panelUnits')}
        hint={t('organising:hints.panelUnits')}
        defaultValue={round.panelUnits.map(({ name }) => name).join('\n')}
        rows={4}
      />
      <Choice
        name="othersMarks"
        label={t('organising:fields.othersMarks')}
        columns={2}
        defaultValue={round.othersMarks}
        options={(['CLOSED', 'SUBMITTED'] as const).map((when) => ({
          value: when,
          label: t(`organising:othersMarks.${when}`),
          hint: t(`organising:othersMarksHints.${when}`),
        }))}
      />
      <fieldset className="space-y-4">
        <legend className="font-semibold">{t('organising:fields.pass')}</legend>
        <FieldRow>
          <NumberField name="top" label={t('organising:fields.top')} defaultValue={round.top} optional />
          <NumberField
            name="minMean"
            label={t('organising:fields.minMean')}
            decimals
            defaultValue={round.minMean}
            optional
          />
        </FieldRow>
        <Checkbox name="noZero" label={t('organising:fields.noZero')} defaultChecked={round.noZero} />
      </fieldset>
    </>
  );
}
