import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findAnnouncements } from '#app/domain/contests/find-announcements.server.ts';
import { findContest } from '#app/domain/contests/find-contest.server.ts';
import { paths } from '#app/paths.ts';
import { forReaders, insistOn } from '#app/routes/door.server.ts';
import { pageIn } from '#app/routes/page-in.ts';
import { AnnouncementList } from '#app/ui/contests/announcement-list.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Pagination } from '#app/ui/controls/pagination.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => t('contests:announcements.windowTitle', { contest: data.contest.name }),
};

export const loader = forReaders(async ({ part, person, url }) => {
  const { id, slug, name } = insistOn(await findContest({ slug: part('slug'), by: person }));
  const page = pageIn(url);
  return { contest: { slug, name }, page, ...(await findAnnouncements({ contestId: id, page })) };
});

export default function Announcements() {
  const { t } = useTranslation();
  const { contest, announcements, page, pages } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('contests:announcements.title')}
      lead={contest.name}
      width="reading"
      trail={[
        { to: paths.contests(), label: t('contests:list.title') },
        { to: paths.contest(contest), label: contest.name },
      ]}
    >
      {announcements.length === 0 ? (
        <EmptyState icon="bell" title={t('contests:announcements.none')}>
          {t('contests:announcements.noneWhy')}
        </EmptyState>
      ) : (
        <AnnouncementList announcements={announcements} />
      )}
      <Pagination page={page} pages={pages} />
    </Page>
  );
}
