import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { relationKinds } from '#app/domain/judging/conflict.ts';
import { declareConflict } from '#app/domain/judging/declare-conflict.server.ts';
import { findConflictPage } from '#app/domain/judging/find-conflict-page.server.ts';
import { conflictForm } from '#app/domain/judging/round-form.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';
import { useManagedTrail } from '#app/ui/contests/managed-contest-tabs.tsx';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Button } from '#app/ui/controls/button.tsx';
import { DateField } from '#app/ui/controls/date-field.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { FieldRow } from '#app/ui/controls/field-row.tsx';
import { Form, useBecause } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Select } from '#app/ui/controls/select.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { RoundTabs } from '#app/ui/judging/round-tabs.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => `${t('judging:round.conflicts')} – ${data.round.name}`,
};

export const loader = forOfficers(async ({ person, part }) =>
  findConflictPage({ slug: part('slug'), number: numberIn(part('number')), by: person }),
);

export const action = forOfficers(async ({ person, part, form }) => {
  const slug = part('slug');
  const number = numberIn(part('number'));
  const { entry, judge, reason } = await form(conflictForm);
  await declareConflict({ by: person, slug, number, entryNumber: entry, judgeNumber: judge, reason });
  return redirect(paths.conflicts({ slug }, { number }));
});

export default function Conflicts() {
  const { t } = useTranslation();
  const say = useBecause();
  const { contest, round, entries, judges, found, declared } = useLoaderData<typeof loader>();
  return (
    <Page title={round.name} trail={useManagedTrail(contest)}>
      <RoundTabs contest={contest} round={round} />
      <Section
        title={t('judging:conflictsPage.found', { count: found.length })}
        lead={t('judging:conflictsPage.foundLead', { host: contest.host.name })}
      >
        <Table
          caption={t('judging:conflictsPage.found', { count: found.length })}
          captionHidden
          cards
          rows={found}
          rowKey={(_, index) => index}
          empty={<EmptyState icon="shield" title={t('judging:conflictsPage.none')} />}
          columns={[
            {
              key: 'entry',
              label: t('judging:fields.entry'),
              heading: true,
              cell: (one) => `${one.entry.number}. ${one.entry.title}`,
            },
            { key: 'judge', label: t('judging:fields.judge'), cell: (one) => `${one.judge.number}. ${one.judge.name}` },
            {
              key: 'kind',
              label: t('judging:conflictsPage.kind'),
              cell: (one) => <Badge tone="warn">{t(`judging:conflictKinds.${one.kind}`)}</Badge>,
            },
            { key: 'path', label: t('judging:conflictsPage.path'), cell: (one) => say(one.path) },
          ]}
        />
      </Section>
      {declared.length > 0 && (
        <Section title={t('judging:conflictsPage.declared')} level={3}>
          <ul className="divide-y divide-line">
            {declared.map((one) => (
              <li key={one.id} className="flex flex-wrap items-center gap-3 py-2.5">
                <span className="min-w-0 flex-1">
                  {t('results:entryNumber', { number: one.entry })} – {one.judge}: {one.reason}{' '}
                  <span className="text-sm text-muted">
                    ({t(`judging:conflictKinds.${one.kind}`)}, <Time at={one.declaredAt} form="date" />)
                  </span>
                </span>
                {one.kind === 'DECLARED_BY_STAFF' && (
                  <ActButton
                    action={paths.conflictWithdrawal(contest, round)}
                    fields={{ conflict: one.id }}
                    label={t('judging:conflictsPage.withdraw')}
                    size="sm"
                    tone="quiet"
                    confirm={t('judging:conflictsPage.withdrawMeaning')}
                  />
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Relations />
      <Section title={t('judging:conflictsPage.declare')} lead={t('judging:conflictsPage.declareLead')}>
        <div className="max-w-form">
          <Form>
            <Select
              name="entry"
              label={t('judging:fields.entry')}
              placeholder={t('controls:choose')}
              options={entries.map(({ number, title }) => ({ value: String(number), label: `${number}. ${title}` }))}
            />
            <Select
              name="judge"
              label={t('judging:fields.judge')}
              placeholder={t('controls:choose')}
              options={judges.map(({ number, name }) => ({ value: String(number), label: `${number}. ${name}` }))}
            />
            <TextArea name="reason" label={t('judging:conflictsPage.reason')} rows={2} max={2000} required />
            <FormActions>
              <Button>{t('judging:conflictsPage.send')}</Button>
            </FormActions>
          </Form>
        </div>
      </Section>
    </Page>
  );
}

/** Who is whose, by rows that count in every contest. */
function Relations() {
  const { t } = useTranslation();
  const { contest, round, judges, related } = useLoaderData<typeof loader>();
  return (
    <Section title={t('judging:relations.title')} lead={t('judging:relations.lead')}>
      {related.length > 0 && (
        <ul className="mb-6 divide-y divide-line">
          {related.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-3 py-2.5">
              <span className="min-w-0 flex-1">
                <Badge>{t(`judging:relations.kinds.${one.kind}`)}</Badge> {one.person} – {one.other}{' '}
                <span className="text-sm text-muted">
                  {one.since && <Time at={one.since} form="date" />}
                  {(one.since || one.until) && ' – '}
                  {one.until && <Time at={one.until} form="date" />} {one.note}
                </span>
              </span>
              <ActButton
                action={paths.relationWithdrawal(contest, round)}
                fields={{ relation: one.id }}
                label={t('judging:relations.withdraw')}
                describe={`${t('judging:relations.withdraw')}: ${one.person} – ${one.other}`}
                size="sm"
                tone="quiet"
                confirm={t('judging:relations.withdrawMeaning')}
              />
            </li>
          ))}
        </ul>
      )}
      <details className="max-w-form rounded-card border border-line bg-surface p-4">
        <summary className="font-semibold">{t('judging:relations.add')}</summary>
        <Form action={paths.relation(contest, round)} className="mt-4 space-y-5">
          <Select
            name="judge"
            label={t('judging:fields.judge')}
            placeholder={t('controls:choose')}
            options={judges.map(({ number, name }) => ({ value: String(number), label: `${number}. ${name}` }))}
          />
          <Select
            name="kind"
            label={t('judging:relations.kind')}
            placeholder={t('controls:choose')}
            options={relationKinds.map((kind) => ({ value: kind, label: t(`judging:relations.kinds.${kind}`) }))}
          />
          <TextField
            name="other"
            label={t('judging:relations.other')}
            hint={t('judging:relations.otherHint')}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            max={254}
            required
          />
          <FieldRow>
            <DateField name="since" label={t('judging:relations.since')} optional />
            <DateField name="until" label={t('judging:relations.until')} optional />
          </FieldRow>
          <TextField name="note" label={t('judging:relations.note')} max={500} autoComplete="off" optional />
          <FormActions>
            <Button tone="secondary">{t('judging:relations.send')}</Button>
          </FormActions>
        </Form>
      </details>
    </Section>
  );
}
