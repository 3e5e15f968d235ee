import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { awardForm, awardRows, tieRows } from '#app/domain/contests/award-form.ts';
import { changeAwards } from '#app/domain/contests/change-awards.server.ts';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import { afterwardsLines } from '#app/domain/contests/rules-in-words.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { AwardsInRules } from '#app/ui/awards/awards-in-rules.tsx';
import { useTieNames } from '#app/ui/awards/tie-names.ts';
import { ManagedContestTabs, useManagedTrail } from '#app/ui/contests/managed-contest-tabs.tsx';
import { Button } from '#app/ui/controls/button.tsx';
import { FieldRow } from '#app/ui/controls/field-row.tsx';
import { Form, useBecause } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { NumberField } from '#app/ui/controls/number-field.tsx';
import { Select } from '#app/ui/controls/select.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => `${t('awards:rules.title')} – ${data.contest.name}`,
};

export const loader = forOfficers(async ({ person, part }) => ({
  contest: await findManagedContest({ slug: part('slug'), by: person }),
}));

export const action = forOfficers(async ({ person, part, form }) => {
  const slug = part('slug');
  await changeAwards({ by: person, slug, form: await form(awardForm) });
  return redirect(paths.awardRules({ slug }));
});

export default function AwardRules() {
  const { t } = useTranslation();
  const say = useBecause();
  const { contest } = useLoaderData<typeof loader>();
  const { rules } = contest;
  const tieName = useTieNames();
  const ties = ['mean', 'adjusted', 'median', 'spread', 'criterion-1', 'criterion-2', 'criterion-3', 'criterion-4'];
  return (
    <Page title={contest.name} trail={useManagedTrail(contest)}>
      <ManagedContestTabs contest={contest} />
      {contest.may.prepare ? (
        <div className="max-w-form">
          <p className="mb-5 text-muted">{t('awards:rules.lead')}</p>
          <Form className="space-y-8">
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
            <FormActions>
              <Button>{t('awards:rules.save')}</Button>
            </FormActions>
          </Form>
        </div>
      ) : (
        <div className="max-w-reading space-y-4">
          <Notice>{t('awards:rules.frozen')}</Notice>
          <AwardsInRules rules={rules} empty={t('awards:rules.none')} />
          {afterwardsLines(rules).map((line) => (
            <p key={line.key}>{say(line)}</p>
          ))}
        </div>
      )}
    </Page>
  );
}
