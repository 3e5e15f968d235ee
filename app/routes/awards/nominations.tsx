import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findNominations } from '#app/domain/awards/find-nominations.server.ts';
import { nominateEntry } from '#app/domain/awards/nominate-entry.server.ts';
import { nominationForm } from '#app/domain/awards/nomination.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { NominationBadge } from '#app/ui/awards/nomination-badge.tsx';
import { ManagedContestTabs } from '#app/ui/contests/managed-contest-tabs.tsx';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => `${t('awards:nominations.title')} – ${data.contest.name}`,
};

export const loader = forOfficers(async ({ person, part }) => findNominations({ slug: part('slug'), by: person }));

export const action = forOfficers(async ({ person, part, form }) => {
  const slug = part('slug');
  const { entry } = await form(nominationForm);
  await nominateEntry({ by: person, slug, number: entry });
  return redirect(paths.nominations({ slug }));
});

export default function Nominations() {
  const { t } = useTranslation();
  const { contest, above, quota, divisions } = useLoaderData<typeof loader>();
  const why =
    quota === null
      ? t('awards:nominations.noneAllowed')
      : above === null
        ? t('awards:refusals.noUnitAbove')
        : t('awards:nominations.lead', { count: quota, unit: above.name });
  return (
    <Page
      title={contest.name}
      trail={[
        { to: paths.administration(), label: t('admin:title') },
        { to: paths.managedContests(), label: t('organising:managed.title') },
      ]}
    >
      <ManagedContestTabs contest={contest} />
      <p className="max-w-reading text-muted">{why}</p>
      {divisions.length === 0 && (
        <EmptyState icon="trophy" title={t('awards:nominations.nobody')}>
          {t('awards:nominations.nobodyWhy')}
        </EmptyState>
      )}
      {divisions.map((division) => (
        <Section
          key={division.slug}
          title={division.name}
          lead={
            division.quota === null
              ? undefined
              : t('awards:nominations.used', { used: division.used, count: division.quota })
          }
        >
          <Table
            caption={`${t('awards:nominations.candidates')} – ${division.name}`}
            captionHidden
            cards
            rows={division.rows}
            rowKey={(row) => row.number}
            columns={[
              {
                key: 'entry',
                label: t('judging:fields.entry'),
                heading: true,
                cell: (row) => `${row.title} (${t('results:entryNumber', { number: row.number })})`,
              },
              { key: 'award', label: t('awards:certificates.award'), cell: (row) => row.award?.name ?? '–' },
              {
                key: 'state',
                label: t('awards:nominations.state'),
                wide: true,
                cell: ({ nomination }) =>
                  nomination === null ? (
                    '–'
                  ) : (
                    <span className="block space-y-1">
                      <NominationBadge state={nomination.state} />
                      <span className="block text-sm text-muted">
                        {t('awards:nominations.consents')}{' '}
                        {t('awards:nominations.ofMembers', { given: nomination.given, count: nomination.people })} ·{' '}
                        <Time at={nomination.at} form="date" />
                      </span>
                      {nomination.reason !== null && <span className="block text-sm">{nomination.reason}</span>}
                    </span>
                  ),
              },
              {
                key: 'act',
                label: t('awards:nominations.act'),
                cell: (row) => {
                  const { nomination } = row;
                  if (nomination !== null && (nomination.state === 'waiting' || nomination.state === 'sent')) {
                    return (
                      <ActButton
                        action={paths.nominationWithdrawal(contest, nomination)}
                        label={t('awards:nominations.takeBack')}
                        describe={`${t('awards:nominations.takeBack')}: ${row.title}`}
                        size="sm"
                        confirm={t('awards:nominations.takeBackConfirm')}
                      />
                    );
                  }
                  const free = nomination === null || nomination.state === 'withdrawn';
                  if (
                    !free ||
                    row.award === null ||
                    above === null ||
                    division.quota === null ||
                    division.used >= division.quota
                  )
                    return '–';
                  return (
                    <ActButton
                      action={paths.nominations(contest)}
                      fields={{ entry: row.number }}
                      label={t('awards:nominations.nominate')}
                      describe={`${t('awards:nominations.nominate')}: ${row.title}`}
                      size="sm"
                    />
                  );
                },
              },
            ]}
          />
        </Section>
      ))}
    </Page>
  );
}
