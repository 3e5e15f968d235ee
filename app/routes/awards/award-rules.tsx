import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { awardForm, awardRows, tieRows } from '#app/domain/contests/award-form.ts';
import { changeAwards } from '#app/domain/contests/change-awards.server.ts';
import { amendmentForm } from '#app/domain/contests/contest-form.ts';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import { afterwardsLines } from '#app/domain/contests/rules-in-words.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { AwardsInRules } from '#app/ui/awards/awards-in-rules.tsx';
import { useTieNames } from '#app/ui/awards/tie-names.ts';
import { AmendmentFields } from '#app/ui/contests/amendment-fields.tsx';
import { Contradictions } from '#app/ui/contests/contradictions.tsx';
import { ManagedContestTabs, useContestsTrail } from '#app/ui/contests/managed-contest-tabs.tsx';
import { useRulesReading } from '#app/ui/contests/use-rules-reading.ts';
import { Button, buttonLook } from '#app/ui/controls/button.tsx';
import { FieldRow } from '#app/ui/controls/field-row.tsx';
import { Form, useBecause } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { NumberField } from '#app/ui/controls/number-field.tsx';
import { Select } from '#app/ui/controls/select.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => `${t('awards:rules.title')} – ${data.contest.name}`,
};

export const loader = forOfficers(async ({ person, part }) => ({
  contest: await findManagedContest({ slug: part('slug'), by: person }),
}));

export const action = forOfficers(async ({ person, part, form }) => {
  const slug = part('slug');
  const [typed, amendment] = [await form(awardForm), await form(amendmentForm)];
  await changeAwards({ by: person, slug, form: typed, amendment });
  return redirect(paths.awardRules({ slug }));
});

export default function AwardRules() {
  const { t } = useTranslation();
  const say = useBecause();
  const { contest } = useLoaderData<typeof loader>();
  const refused = useActionData() !== undefined;
  const reading = useRulesReading(contest, 'giai');
  const text = (
    <div className="space-y-3">
      <AwardsInRules rules={reading.rules} divisions={contest.divisions} empty={t('awards:rules.none')} />
      {afterwardsLines(reading.rules, contest.divisions).map((line) => (
        <p key={JSON.stringify(line)}>{say(line)}</p>
      ))}
    </div>
  );
  return (
    <Page title={contest.name} trail={useContestsTrail()}>
      <ManagedContestTabs contest={contest} />
      {contest.may.prepare ? (
        <div className="grid items-start gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,38rem)_minmax(0,1fr)]">
          <AwardsForm onInput={reading.onInput} />
          <Section
            title={t('organising:rules.readable')}
            lead={t(reading.unread ? 'organising:rules.unread' : 'organising:rules.readableLead')}
          >
            <div className="space-y-5" aria-live="polite">
              <Contradictions contest={contest} contradictions={reading.contradictions} at="awards" />
              <div className="rounded-card border border-line bg-surface p-5">{text}</div>
            </div>
          </Section>
        </div>
      ) : (
        <div className="max-w-reading space-y-6">
          {contest.may.amend ? (
            <details open={refused}>
              <summary className={buttonLook('secondary')}>{t('organising:amending.title')}</summary>
              <div className="mt-5 max-w-form">
                <AwardsForm onInput={reading.onInput} />
              </div>
            </details>
          ) : (
            <Notice>{t('awards:rules.frozen')}</Notice>
          )}
          <Contradictions contest={contest} contradictions={reading.contradictions} at="awards" />
          {text}
        </div>
      )}
    </Page>
  );
}

function AwardsForm({ onInput }: { onInput: (event: FormEvent<HTMLFormElement>) => void }) {
  const { t } = useTranslation();
  const { contest } = useLoaderData<typeof loader>();
  const { rules } = contest;
  const tieName = useTieNames();
  const criteria = Math.max(4, ...contest.rounds.flatMap(({ rubrics }) => rubrics.map((one) => one.criteria)));
  const ties = [
    'mean',
    'adjusted',
    'median',
    'spread',
    ...Array.from({ length: Math.min(99, criteria) }, (_, at) => `criterion-${at + 1}` as const),
  ] as const;
  return (
    <Form className="space-y-8" onInput={onInput}>
      <p className="text-muted">{t('awards:rules.lead')}</p>
      <fieldset className="space-y-4">
        <legend className="text-lg font-semibold">{t('awards:rules.awards')}</legend>
        <p className="text-sm text-muted">{t('awards:rules.awardsLead')}</p>
        {awardRows.map((at) => {
          const award = rules.awards[at];
          return (
            <FieldRow key={at}>
              <TextField
                name={`award.${at}.name`}
                label={t('awards:rules.name', { number: at + 1 })}
                defaultValue={award?.name}
                max={80}
                optional={at > 0}
              />
              <NumberField
                name={`award.${at}.from`}
                label={t('awards:rules.from')}
                hint={at === 0 ? t('awards:rules.fromHint') : undefined}
                defaultValue={award?.from}
                decimals
              />
              <NumberField
                name={`award.${at}.places`}
                label={t('awards:rules.places')}
                hint={at === 0 ? t('awards:rules.placesHint') : undefined}
                defaultValue={award?.places}
              />
            </FieldRow>
          );
        })}
      </fieldset>
      <Select
        name="thresholds"
        label={t('awards:rules.thresholds')}
        defaultValue={rules.thresholds}
        options={(['RAW', 'ADJUSTED'] as const).map((value) => ({
          value,
          label: t(`awards:thresholds.${value}`),
        }))}
      />
      <fieldset className="space-y-4">
        <legend className="text-lg font-semibold">{t('awards:rules.ties')}</legend>
        <p className="text-sm text-muted">{t('awards:rules.tiesLead')}</p>
        {tieRows.map((at) => (
          <Select
            key={at}
            name={`tie.${at}`}
            label={t('awards:rules.tie', { number: at + 1 })}
            defaultValue={rules.ties[at] ?? ''}
            placeholder={t('awards:rules.noTie')}
            options={ties.map((value) => ({ value, label: tieName(value) }))}
          />
        ))}
      </fieldset>
      <NumberField
        name="appealDays"
        label={t('awards:rules.appealDays')}
        hint={t('awards:rules.appealDaysHint')}
        defaultValue={rules.appealDays}
        optional
      />
      <NumberField
        name="upwards"
        label={t('awards:rules.upwards')}
        hint={t('awards:rules.upwardsHint')}
        defaultValue={rules.upwards}
        optional
      />
      {contest.state !== 'DRAFT' && <AmendmentFields />}
      <FormActions>
        <Button>{t(contest.state === 'DRAFT' ? 'awards:rules.save' : 'organising:amending.send')}</Button>
      </FormActions>
    </Form>
  );
}
