import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { contestFilters, contestsPerPage, findContests } from '#app/domain/contests/find-contests.server.ts';
import { paths } from '#app/paths.ts';
import { forReaders } from '#app/routes/door.server.ts';
import { ContestRow } from '#app/ui/contests/contest-row.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Pagination } from '#app/ui/controls/pagination.tsx';
import { Tabs } from '#app/ui/controls/tabs.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t) => t('contests:list.title'),
  description: (t) => t('contests:list.lead'),
};

export const loader = forReaders(async ({ url }) => {
  const asked = url.searchParams.get('loai');
  const filter = contestFilters.find((one) => one === asked) ?? null;
  const page = Math.max(1, Math.min(10_000, Number.parseInt(url.searchParams.get('trang') ?? '1', 10) || 1));
  const { contests, total, counts } = await findContests({ filter, page });
  return { contests, counts, filter, page, pages: Math.ceil(total / contestsPerPage), filters: [...contestFilters] };
});

export default function Contests() {
  const { t } = useTranslation();
  const { contests, counts, filter, filters, page, pages } = useLoaderData<typeof loader>();
  const all = filters.reduce((sum, one) => sum + counts[one], 0);
  return (
    <Page title={t('contests:list.title')} lead={t('contests:list.lead')} width="reading">
      <Tabs
        label={t('contests:list.filters')}
        items={[
          { to: paths.contests(), label: t('contests:list.all'), count: all, current: filter === null },
          ...filters
            .filter((one) => one !== 'cancelled' || counts.cancelled > 0)
            .map((one) => ({
              to: paths.contests({ loai: one }),
              label: t(`contests:list.${one}`),
              count: counts[one],
              current: filter === one,
            })),
        ]}
      />
      {contests.length === 0 ? (
        <EmptyState icon="trophy" title={t('contests:list.none')}>
          {t('contests:list.noneWhy')}
        </EmptyState>
      ) : (
        <ul className="space-y-4">
          {contests.map((contest) => (
            <ContestRow key={contest.slug} contest={contest} />
          ))}
        </ul>
      )}
      <Pagination page={page} pages={pages} />
    </Page>
  );
}
