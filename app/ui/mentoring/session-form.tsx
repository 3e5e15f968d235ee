import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/controls/button.tsx';
import { Checkbox } from '#app/ui/controls/checkbox.tsx';
import { DateTimeField } from '#app/ui/controls/date-time-field.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { NumberField } from '#app/ui/controls/number-field.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';

/** A meeting that was held: when, how long, what was said, what comes next. */
export function SessionForm({ mentorship, now }: { mentorship: { id: string }; now: Date }) {
  const { t } = useTranslation();
  return (
    <Form id="session" action={paths.mentoringSession(mentorship)}>
      <DateTimeField name="heldAt" label={t('mentoring:mentorship.heldAt')} defaultValue={now} required />
      <NumberField
        name="minutes"
        label={t('mentoring:mentorship.length')}
        unit={t('mentoring:mentorship.lengthUnit')}
        defaultValue={60}
        required
      />
      <Checkbox name="online" label={t('mentoring:mentorship.online')} />
      <TextArea name="summary" label={t('mentoring:mentorship.summary')} rows={5} max={5000} required />
      <TextArea name="nextSteps" label={t('mentoring:mentorship.next')} rows={3} max={3000} optional />
      <FormActions>
        <Button>{t('mentoring:mentorship.save')}</Button>
      </FormActions>
    </Form>
  );
}
