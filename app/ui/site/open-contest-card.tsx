import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Card } from '#app/ui/controls/card.tsx';
import { Time } from '#app/ui/controls/time.tsx';

export type OpenContest = { slug: string; name: string; summary: string; host: string; closesAt: Date };

/** A contest one can still enter, and how long. */
export function OpenContestCard({ contest }: { contest: OpenContest }) {
  const { t } = useTranslation();
  return (
    <Card as="li" className="relative hover:border-action-ink">
      <div className="flex flex-wrap items-center gap-2">
        <Badge tone="joy" icon="clock">
          <Time at={contest.closesAt} form="left" />
        </Badge>
        <span className="text-sm text-muted">{contest.host}</span>
      </div>
      <h3 className="mt-2 text-xl">
        <Link
          to={paths.contest(contest)}
          className="after:absolute after:inset-0 after:rounded-card hover:text-action-ink"
        >
          {contest.name}
        </Link>
      </h3>
      {contest.summary && <p className="mt-1 line-clamp-2 text-muted">{contest.summary}</p>}
      <p className="mt-3 text-sm">
        {t('site:home.closes')} <Time at={contest.closesAt} />
      </p>
    </Card>
  );
}
