import { useTranslation } from 'react-i18next';
import type { MentoringAspect } from '#app/domain/mentoring/aspect.ts';
import type { WeakCriterion } from '#app/domain/mentoring/weak-criteria.ts';
import { Button } from '#app/ui/controls/button.tsx';
import { Checkbox } from '#app/ui/controls/checkbox.tsx';
import { Checkboxes } from '#app/ui/controls/checkboxes.tsx';
import { Choice } from '#app/ui/controls/choice.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { useFieldName } from '#app/ui/ideas/field-name.ts';
import { Section } from '#app/ui/layout/page.tsx';
import { formatTime } from '#app/words/format.ts';
import { useAspectOptions } from './aspects.tsx';
import { WeakCriteria } from './weak-criteria.tsx';

type Asking = {
  last: { contest: string; round: string; weak: WeakCriterion[] } | null;
  programmes: { id: string; name: string; closesAt: Date; unit: string }[];
  mentors: { id: string; name: string; about: string; fieldIds: string[]; aspects: MentoringAspect[] }[];
};

/** A request for a mentor, with what the last scoresheets say filled in. */
export function AskForm({
  asking,
  fields,
}: {
  asking: Asking;
  fields: readonly { id: string; nameVi: string; nameEn: string }[];
}) {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const aspectOptions = useAspectOptions();
  const { last, programmes, mentors } = asking;
  const named = new Map(fields.map((field) => [field.id, fieldName(field)]));
  if (programmes.length + mentors.length === 0) {
    return (
      <EmptyState icon="users" title={t('mentoring:ask.nobody')}>
        {t('mentoring:ask.nobodyWhy')}
      </EmptyState>
    );
  }
  const suggested = [...new Set(last?.weak.flatMap(({ aspects }) => aspects) ?? [])];
  return (
    <>
      <Section
        title={t('mentoring:ask.weak')}
        lead={
          last === null
            ? t('mentoring:ask.weakNone')
            : t('mentoring:ask.weakFrom', { round: last.round, contest: last.contest })
        }
      >
        {last !== null && <WeakCriteria weak={last.weak} />}
      </Section>
      <Form id="ask">
        <Choice
          name="to"
          label={t('mentoring:ask.to')}
          defaultValue={programmes[0] ? `programme:${programmes[0].id}` : undefined}
          options={[
            ...programmes.map((programme) => ({
              value: `programme:${programme.id}`,
              label: `${t('mentoring:ask.toProgramme')}: ${programme.name}`,
              hint: t('mentoring:ask.programmeHint', {
                unit: programme.unit,
                closes: formatTime(new Date(programme.closesAt)),
              }),
            })),
            ...mentors.map((mentor) => ({
              value: `mentor:${mentor.id}`,
              label: `${t('mentoring:ask.toMentor')}: ${mentor.name}`,
              hint: [
                mentor.fieldIds.map((id) => named.get(id) ?? id).join(', '),
                mentor.aspects.map((aspect) => t(`mentoring:aspects.${aspect}`)).join(', '),
              ]
                .filter(Boolean)
                .join(' · '),
            })),
          ]}
        />
        <Checkboxes
          name="aspects"
          label={t('mentoring:ask.aspects')}
          columns={2}
          defaultValue={suggested}
          options={aspectOptions}
        />
        <TextArea
          name="note"
          label={t('mentoring:ask.note')}
          hint={t('mentoring:ask.noteHint')}
          rows={5}
          max={2000}
          required
        />
        <Choice
          name="language"
          label={t('mentoring:ask.language')}
          columns={2}
          defaultValue="vi"
          options={[
            { value: 'vi', label: t('mentoring:languages.vi') },
            { value: 'en', label: t('mentoring:languages.en') },
          ]}
        />
        <Checkbox name="online" label={t('mentoring:ask.online')} defaultChecked />
        <FormActions>
          <Button icon="send">{t('mentoring:ask.send')}</Button>
        </FormActions>
      </Form>
    </>
  );
}
