import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { NoticeKind, Subject, SubjectNames } from '#app/domain/notifications/notice.ts';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { addressOf, wordsOf } from './told.ts';

type Row = { kind: NoticeKind; at: Date | string; isRead: boolean; subject: Subject; names: SubjectNames };

/** One thing that happened: what, when, and where to see it. */
export function NoticeRow({ notice }: { notice: Row }) {
  const { t } = useTranslation();
  const { kind, at, isRead, subject, names } = notice;
  const words = t(`notifications:kinds.${kind}`, wordsOf(names, t));
  const address = addressOf(kind, subject, names);
  return (
    <li className={`px-4 py-3 ${isRead ? '' : 'bg-action-soft'}`}>
      <p className={`wrap-anywhere ${isRead ? '' : 'font-semibold'}`}>
        {address === null ? (
          words
        ) : (
          <Link to={address} className="link">
            {words}
          </Link>
        )}
      </p>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <Time at={at} form="ago" />
        {!isRead && <Badge tone="info">{t('notifications:unread')}</Badge>}
      </p>
    </li>
  );
}
