import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import { findManagedEntries } from '#app/domain/contests/find-managed-entries.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { ManagedContestTabs } from '#app/ui/contests/managed-contest-tabs.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Num } from '#app/ui/controls/num.tsx';
import { Pagination } from '#app/ui/controls/pagination.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { Tabs } from '#app/ui/controls/tabs.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => `${t('organising:managed.entries')} – ${data.contest.name}`,
};

export const loader = forOfficers(async ({ person, part, url }) => {
  const contest = await findManagedContest({ slug: part('slug'), by: person });
  const division = contest.divisions.find(({ slug }) => slug === url.searchParams.get('bang'))?.slug ?? null;
  const page = Math.max(1, Math.min(10_000, Number.parseInt(url.searchParams.get('trang') ?? '1', 10) || 1));
  const found = await findManagedEntries({ contestId: contest.id, division, page, seesTeams: contest.may.seeTeams });
  return { contest, division, page, ...found };
});

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

/** To the entry; whoever may not know its team yet, but may say that it takes part outside the competition, goes there. */
function EntryLink({ contest, entry }: { contest: Data['contest']; entry: Data['entries'][number] }) {
  const { seeTeams, markOutside } = contest.may;
  if (!seeTeams && (!markOutside || entry.withdrawnAt !== null)) return entry.title;
  return (
    <Link to={seeTeams ? paths.entry(contest, entry) : paths.entryOutside(contest, entry)} className="link">
      {entry.title}
    </Link>
  );
}

export default function ManagedEntries() {
  const { t } = useTranslation();
  const { contest, division, entries, total, page, pages } = useLoaderData<typeof loader>();
  return (
    <Page
      title={contest.name}
      trail={[
        { to: paths.administration(), label: t('admin:title') },
        { to: paths.managedContests(), label: t('organising:managed.title') },
      ]}
      actions={
        <>
          {contest.may.inviteTeams && (
            <ButtonLink to={paths.entryInvitations(contest)} tone="secondary" icon="mail">
              {t('organising:teams.invitations')}
            </ButtonLink>
          )}
          {total > 0 && (
            <ButtonLink to={paths.contestLists(contest)} tone="secondary" icon="download">
              {t('judging:lists.title')}
            </ButtonLink>
          )}
        </>
      }
    >
      <ManagedContestTabs contest={contest} />
      {!contest.may.seeTeams && <Notice>{t('organising:entriesBlind')}</Notice>}
      {contest.divisions.length > 1 && (
        <Tabs
          label={t('organising:managed.divisions')}
          items={[
            { to: paths.managedEntries(contest), label: t('contests:list.all'), current: division === null },
            ...contest.divisions.map((one) => ({
              to: paths.managedEntries(contest, { bang: one.slug }),
              label: one.name,
              count: one.entries,
              current: division === one.slug,
            })),
          ]}
        />
      )}
      <p className="text-muted">{t('organising:entriesTotal', { count: total })}</p>
      <Table
        caption={t('organising:managed.entries')}
        captionHidden
        cards
        rows={entries}
        rowKey={(entry) => entry.id}
        empty={<EmptyState icon="inbox" title={t('organising:noEntries')} />}
        columns={[
          { key: 'number', label: '№', number: true, cell: (entry) => <Num value={entry.number} /> },
          {
            key: 'title',
            label: t('organising:fields.entry'),
            heading: true,
            cell: (entry) => (
              <>
                <EntryLink contest={contest} entry={entry} />{' '}
                {entry.withdrawnAt && <Badge tone="warn">{t('contests:entry.withdrawn')}</Badge>}
                {entry.outside && <Badge tone="warn">{t('contests:entry.outside')}</Badge>}
              </>
            ),
          },
          { key: 'division', label: t('organising:fields.division'), cell: (entry) => entry.division },
          ...(contest.may.seeTeams
            ? [
                {
                  key: 'team',
                  label: t('contests:entry.team'),
                  cell: (entry: (typeof entries)[number]) => (
                    <>
                      {entry.team.join(', ')}
                      {entry.unit && <span className="block text-muted">{entry.unit}</span>}
                    </>
                  ),
                },
              ]
            : []),
          { key: 'at', label: t('contests:entry.enteredAt'), cell: (entry) => <Time at={entry.enteredAt} /> },
        ]}
      />
      <Pagination page={page} pages={pages} />
    </Page>
  );
}
