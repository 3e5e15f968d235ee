import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Time } from '#app/ui/controls/time.tsx';

type Entry = {
  slug: string;
  contest: string;
  number: number;
  title: string;
  state: 'OPEN' | 'CLOSED' | 'PUBLISHED' | 'CANCELLED';
  closesAt: Date;
  withdrawn: boolean;
};

/** What the reader's teams have entered, and how far each contest is. */
export function MyEntries({ entries }: { entries: readonly Entry[] }) {
  const { t } = useTranslation();
  return (
    <ul className="divide-y divide-line">
      {entries.map((entry) => (
        <li
          key={`${entry.slug}-${entry.number}`}
          className="flex justify-between gap-x-6 gap-y-1 py-3 max-sm:flex-col sm:items-center"
        >
          <span className="min-w-0">
            <Link to={paths.entry(entry, entry)} className="link font-semibold wrap-anywhere">
              {entry.title}
            </Link>
            <span className="block text-sm text-muted wrap-anywhere">
              {entry.contest}
              {entry.state === 'OPEN' && (
                <>
                  {' · '}
                  <Time at={entry.closesAt} form="left" />
                </>
              )}
            </span>
          </span>
          <span className="shrink-0">
            {entry.withdrawn ? (
              <Badge>{t('people:mine.entryWithdrawn')}</Badge>
            ) : (
              <Badge tone={entry.state === 'PUBLISHED' ? 'ok' : entry.state === 'CANCELLED' ? 'neutral' : 'info'}>
                {t(`people:mine.entryStates.${entry.state}`)}
              </Badge>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
