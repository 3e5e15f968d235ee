import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findAppeals } from '#app/domain/awards/find-appeals.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';
import { AppealView } from '#app/ui/awards/appeal-view.tsx';
import { useOutcomeWords } from '#app/ui/awards/outcome-words.ts';
import { useManagedTrail } from '#app/ui/contests/managed-contest-tabs.tsx';
import { Button } from '#app/ui/controls/button.tsx';
import { Checkbox } from '#app/ui/controls/checkbox.tsx';
import { Choice } from '#app/ui/controls/choice.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Select } from '#app/ui/controls/select.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { RoundTabs } from '#app/ui/judging/round-tabs.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => `${t('awards:appeal.list')} – ${data.round.name}`,
};

export const loader = forOfficers(async ({ person, part }) =>
  findAppeals({ slug: part('slug'), number: numberIn(part('number')), by: person }),
);

export default function Appeals() {
  const { t } = useTranslation();
  const { contest, round, last, appeals, awards } = useLoaderData<typeof loader>();
  const words = useOutcomeWords(awards, { last });
  return (
    <Page title={round.name} trail={useManagedTrail(contest)}>
      <RoundTabs contest={contest} round={round} />
      {appeals.length === 0 && (
        <EmptyState icon="check" title={t('awards:appeal.none')}>
          {t('awards:appeal.noneWhy')}
        </EmptyState>
      )}
      {appeals.map((appeal) => (
        <Section
          key={appeal.id}
          title={`${t('awards:appeal.entry', { number: appeal.entry.number })}: ${appeal.entry.title}`}
          lead={appeal.outcomes.map((outcome) => words.result(outcome)).join(' → ')}
        >
          <div className="max-w-reading space-y-5">
            <AppealView appeal={appeal} />
            {appeal.decision === null && contest.may.decide && (
              <Form id={appeal.id} action={paths.appealDecision(contest, round, appeal)} className="space-y-4">
                <Choice
                  name="decision"
                  label={t('awards:appeal.decision')}
                  options={[
                    { value: 'REJECTED', label: t('awards:appeal.reject') },
                    { value: 'UPHELD', label: t('awards:appeal.uphold') },
                  ]}
                />
                {awards.length === 0 && (
                  <Checkbox
                    name="passed"
                    label={t(last ? 'awards:staged.met' : 'awards:staged.passed')}
                    defaultChecked={appeal.outcomes.at(-1)?.passed ?? false}
                  />
                )}
                {awards.length > 0 && (
                  <Select
                    name="award"
                    label={t('awards:appeal.award')}
                    placeholder={t('awards:staged.noAward')}
                    defaultValue={appeal.outcomes.at(-1)?.award ?? ''}
                    options={awards.map((award, at) => ({ value: String(at + 1), label: award.name }))}
                  />
                )}
                <TextArea
                  name="reason"
                  label={t('awards:appeal.reason')}
                  hint={t('awards:appeal.reasonHint')}
                  rows={3}
                  max={5000}
                  required
                />
                <FormActions>
                  <Button>{t('awards:appeal.decideSend')}</Button>
                </FormActions>
              </Form>
            )}
          </div>
        </Section>
      ))}
    </Page>
  );
}
