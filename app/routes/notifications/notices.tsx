import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findNotices } from '#app/domain/notifications/find-notices.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { buttonLook } from '#app/ui/controls/button.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { NoticeRow } from '#app/ui/notifications/notice-row.tsx';

const uuid = /^[0-9a-f-]{36}$/;

export const loader = forMembers(async ({ person, url }) => {
  const before = url.searchParams.get('truoc');
  return { ...(await findNotices({ by: person, before: before && uuid.test(before) ? before : undefined })), before };
});

export const handle: PageHandle<typeof loader> = { title: (t) => t('notifications:title'), noindex: true };

export default function Notices() {
  const { t } = useTranslation();
  const { notices, older, before } = useLoaderData<typeof loader>();
  const newest = notices[0];
  return (
    <Page
      title={t('notifications:title')}
      lead={t('notifications:lead')}
      width="reading"
      actions={
        newest && notices.some((notice) => !notice.isRead) ? (
          <ActButton
            action={paths.noticesReading()}
            label={t('notifications:readAll')}
            tone="secondary"
            fields={{ upTo: newest.id }}
          />
        ) : undefined
      }
    >
      {notices.length === 0 ? (
        <EmptyState icon="bell" title={t('notifications:none')}>
          {t('notifications:noneHint')}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line bg-surface">
          {notices.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} />
          ))}
        </ul>
      )}
      {(older || before) && (
        <nav className="flex flex-wrap gap-2">
          {before && (
            <Link to={paths.notices()} className={buttonLook('quiet', 'sm')}>
              {t('notifications:newest')}
            </Link>
          )}
          {older && (
            <Link to={`${paths.notices()}?truoc=${older}`} rel="next" className={buttonLook('secondary', 'sm')}>
              {t('notifications:older')}
            </Link>
          )}
        </nav>
      )}
    </Page>
  );
}
