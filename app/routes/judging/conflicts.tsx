import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { declareConflict } from '#app/domain/judging/declare-conflict.server.ts';
import { findConflictPage } from '#app/domain/judging/find-conflict-page.server.ts';
import { conflictForm } from '#app/domain/judging/round-form.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { useManagedTrail } from '#app/ui/contests/managed-contest-tabs.tsx';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Button } from '#app/ui/controls/button.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Form, useBecause } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Select } from '#app/ui/controls/select.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { RoundTabs } from '#app/ui/judging/round-tabs.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => `${t('judging:round.conflicts')} – ${data.round.name}`,
};

export const loader = forOfficers(async ({ person, part }) =>
  findConflictPage({ slug: part('slug'), number: Number(part('number')) || 0, by: person }),
);

export const action = forOfficers(async ({ person, part, form }) => {
  const slug = part('slug');
  const number = Number(part('number')) || 0;
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
                  {t('judging:entryNumber', { number: one.entry })} – {one.judge}: {one.reason}{' '}
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
