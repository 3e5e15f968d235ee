import { redirect } from '@remix-run/node';
import { Link, useLoaderData, useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { beginRehearsal } from '#app/domain/judging/rehearsal/begin-rehearsal.server.ts';
import { findRehearsal } from '#app/domain/judging/rehearsal/find-rehearsal.server.ts';
import { rehearsalForm } from '#app/domain/judging/rehearsal/rehearsal-form.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { Contradictions } from '#app/ui/contests/contradictions.tsx';
import { useManagedTrail } from '#app/ui/contests/managed-contest-tabs.tsx';
import { Button, buttonLook } from '#app/ui/controls/button.tsx';
import { Choice } from '#app/ui/controls/choice.tsx';
import { FieldRow } from '#app/ui/controls/field-row.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { NumberField } from '#app/ui/controls/number-field.tsx';
import { Progress } from '#app/ui/controls/progress.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { RehearsalReport } from '#app/ui/judging/rehearsal-report.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => `${t('judging:rehearsal.title')} – ${data.contest.name}`,
};

export const loader = forOfficers(async ({ person, part }) => findRehearsal({ slug: part('slug'), by: person }));

export const action = forOfficers(async ({ person, part, form }) => {
  const slug = part('slug');
  await beginRehearsal({ by: person, slug, options: await form(rehearsalForm) });
  return redirect(paths.rehearsal({ slug }));
});

export default function Rehearsal() {
  const { t } = useTranslation();
  const { contest, rehearsal, report, judged } = useLoaderData<typeof loader>();
  const over = contest.state === 'PUBLISHED' || contest.state === 'CANCELLED' || judged;
  return (
    <Page title={t('judging:rehearsal.title')} lead={t('judging:rehearsal.lead')} trail={useManagedTrail(contest)}>
      <Section title={t('judging:rehearsal.rules')}>
        {contest.contradictions.length > 0 ? (
          <Contradictions contest={contest} contradictions={contest.contradictions} />
        ) : (
          <p>{t('judging:rehearsal.noContradictions')}</p>
        )}
      </Section>
      {rehearsal?.state === 'running' && <Running />}
      {rehearsal?.state === 'failed' && (
        <Notice tone="danger" alert>
          {t('judging:rehearsal.failed')}
        </Notice>
      )}
      {rehearsal && report && (
        <Section
          title={t('judging:rehearsal.report')}
          lead={
            <>
              {t('judging:rehearsal.played', { count: report.plays, name: rehearsal.by })} <Time at={rehearsal.at} />
            </>
          }
        >
          {rehearsal.stale && (
            <div className="mb-5">
              <Notice tone="warning">{t('judging:rehearsal.stale')}</Notice>
            </div>
          )}
          <RehearsalReport contest={contest} report={report} />
          <p className="mt-5 text-sm text-muted">
            {t(rehearsal.source === 'last' ? 'judging:rehearsal.modelLast' : 'judging:rehearsal.model', {
              mean: Math.round(rehearsal.model.mean * 10) / 10,
              entry: Math.round(rehearsal.model.entry * 10) / 10,
              judge: Math.round(rehearsal.model.judge * 10) / 10,
              residual: Math.round(rehearsal.model.residual * 10) / 10,
            })}
          </p>
        </Section>
      )}
      {rehearsal?.state !== 'running' && !over && <Options />}
      {over && !report && <Notice>{t('judging:refusals.rehearsedBefore')}</Notice>}
    </Page>
  );
}

/** How far it has come; with script it is looked at again by itself. */
function Running() {
  const { t } = useTranslation();
  const { contest, rehearsal } = useLoaderData<typeof loader>();
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (state !== 'idle') return;
    const timer = setTimeout(revalidate, 1_000);
    return () => clearTimeout(timer);
  }, [state, revalidate]);
  return (
    <div className="max-w-form space-y-3">
      <Progress label={t('judging:rehearsal.playing')} value={rehearsal?.done ?? 0} max={rehearsal?.plays ?? 1} />
      <Link to={paths.rehearsal(contest)} className="link">
        {t('judging:rehearsal.refresh')}
      </Link>
    </div>
  );
}

function Options() {
  const { t } = useTranslation();
  const { contest, next, lastYear, seated, report } = useLoaderData<typeof loader>();
  const form = (
    <Form className="max-w-form space-y-6">
      {lastYear ? (
        <Choice
          name="source"
          label={t('judging:rehearsal.source')}
          defaultValue={next.source}
          options={[
            { value: 'last', label: t('judging:rehearsal.sourceLast', { ...lastYear, count: lastYear.entries }) },
            { value: 'synthetic', label: t('judging:rehearsal.sourceSynthetic') },
          ]}
        />
      ) : (
        <HiddenField name="source" value="synthetic" />
      )}
      <fieldset className="space-y-4">
        <legend className="font-semibold">{t('judging:rehearsal.entries')}</legend>
        {contest.divisions.map((division) => (
          <NumberField
            key={division.slug}
            name={`entries.${division.slug}`}
            label={division.name}
            defaultValue={next.entries[division.slug]}
          />
        ))}
      </fieldset>
      {seated > 0 ? (
        <p className="text-muted">{t('judging:rehearsal.seated', { count: seated })}</p>
      ) : (
        <FieldRow>
          <NumberField
            name="judges"
            label={t('judging:rehearsal.judges')}
            hint={t('judging:rehearsal.judgesHint')}
            defaultValue={next.judges}
          />
          <NumberField name="load" label={t('judging:rehearsal.load')} defaultValue={next.load} />
        </FieldRow>
      )}
      <NumberField
        name="seed"
        label={t('judging:rehearsal.seed')}
        hint={t('judging:rehearsal.seedHint')}
        defaultValue={next.seed}
      />
      <FormActions>
        <Button>{t('judging:rehearsal.send')}</Button>
      </FormActions>
    </Form>
  );
  if (report === null) return <Section title={t('judging:rehearsal.begin')}>{form}</Section>;
  return (
    <details>
      <summary className={buttonLook('secondary')}>{t('judging:rehearsal.again')}</summary>
      <div className="mt-5">{form}</div>
    </details>
  );
}
