import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findHosts, findManagedContests } from '#app/domain/contests/find-managed-contests.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { PhaseBadge } from '#app/ui/contests/phase-badge.tsx';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Num } from '#app/ui/controls/num.tsx';
import { Pagination } from '#app/ui/controls/pagination.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('organising:managed.title') };

export const loader = forOfficers(async ({ person, url }) => {
  const page = Math.max(1, Math.min(10_000, Number.parseInt(url.searchParams.get('trang') ?? '1', 10) || 1));
  const { contests, pages } = await findManagedContests({ by: person, page });
  return { contests, page, pages, mayMake: (await findHosts({ by: person })).length > 0 };
});

export default function ManagedContests() {
  const { t } = useTranslation();
  const { contests, page, pages, mayMake } = useLoaderData<typeof loader>();
  const make = (
    <ButtonLink to={paths.newContest()} icon="plus">
      {t('organising:managed.make')}
    </ButtonLink>
  );
  return (
    <Page
      title={t('organising:managed.title')}
      lead={t('organising:managed.lead')}
      trail={[{ to: paths.administration(), label: t('admin:title') }]}
      actions={mayMake && contests.length > 0 ? make : undefined}
    >
      <Table
        caption={t('organising:managed.title')}
        captionHidden
        cards
        rows={contests}
        rowKey={(contest) => contest.slug}
        empty={
          <EmptyState icon="trophy" title={t('organising:managed.none')} action={mayMake ? make : undefined}>
            {t('organising:managed.noneWhy')}
          </EmptyState>
        }
        columns={[
          {
            key: 'name',
            label: t('organising:fields.name'),
            heading: true,
            cell: (contest) => (
              <>
                <Link to={paths.managedContest(contest)} className="link font-semibold">
                  {contest.name}
                </Link>
                <span className="block text-muted">{contest.host}</span>
              </>
            ),
          },
          {
            key: 'phase',
            label: t('organising:managed.phase'),
            cell: (contest) => <PhaseBadge phase={contest.phase} />,
          },
          {
            key: 'closes',
            label: t('organising:fields.closesAt'),
            cell: (contest) => <Time at={contest.closesAt} />,
          },
          {
            key: 'entries',
            label: t('organising:managed.entries'),
            number: true,
            cell: (contest) => <Num value={contest.entries} />,
          },
          {
            key: 'judges',
            label: t('contests:seats.JUDGE'),
            number: true,
            cell: (contest) => <Num value={contest.judges} />,
          },
          {
            key: 'rounds',
            label: t('contests:page.rounds'),
            cell: (contest) => (
              <span className="flex flex-wrap gap-x-3">
                {contest.rounds.map((round) => (
                  <Link key={round.number} to={paths.managedRound(contest, round)} className="link">
                    {round.name}
                  </Link>
                ))}
              </span>
            ),
          },
        ]}
      />
      <Pagination page={page} pages={pages} />
    </Page>
  );
}
