import { useTranslation } from 'react-i18next';
import { Button } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';

/** The answer to one question, beside the question as everybody is to read it. */
export function AnswerForm({
  action,
  question,
  blind,
}: {
  action: string;
  question: { id: string; shown: string; answer: string };
  blind: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Form id={`answer-${question.id}`} action={action}>
      <HiddenField name="question" value={question.id} />
      <TextArea
        name="shown"
        label={t('organising:questions.shown')}
        hint={t(blind ? 'organising:questions.shownBlind' : 'organising:questions.shownHint')}
        defaultValue={question.shown}
        rows={3}
        max={2000}
        required
      />
      <TextArea
        name="answer"
        label={t('organising:questions.answer')}
        defaultValue={question.answer}
        rows={4}
        max={5000}
        required
      />
      <FormActions>
        <Button size="sm">{t('organising:questions.answerSend')}</Button>
      </FormActions>
    </Form>
  );
}
