import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { ContestPhase } from '#app/domain/contests/contest.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { PhaseBadge } from './phase-badge.tsx';

export type ContestRowData = {
  slug: string;
  name: string;
  summary: string;
  host: string;
  phase: ContestPhase;
  opensAt: Date;
  closesAt: Date;
  publishedAt: Date | null;
  entries: number;
};

/** A contest in a list: what it is, who holds it, how far it has come and by when. */
export function ContestRow({ contest }: { contest: ContestRowData }) {
  const { t } = useTranslation();
  return (
    <Card as="li" className="relative hover:border-action-ink">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <PhaseBadge phase={contest.phase} />
        <span className="text-sm text-muted">{contest.host}</span>
      </div>
      <h2 className="mt-2 text-xl wrap-anywhere">
        <Link
          to={paths.contest(contest)}
          className="after:absolute after:inset-0 after:rounded-card hover:text-action-ink"
        >
          {contest.name}
        </Link>
      </h2>
      {contest.summary && <p className="mt-1 line-clamp-2 text-muted">{contest.summary}</p>}
      <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        <WhenLine contest={contest} />
        <span className="text-muted">{t('contests:entriesCount', { count: contest.entries })}</span>
      </p>
    </Card>
  );
}

function WhenLine({ contest }: { contest: ContestRowData }) {
  const { t } = useTranslation();
  switch (contest.phase) {
    case 'announced':
      return (
        <span>
          {t('contests:when.opens')} <Time at={contest.opensAt} />
        </span>
      );
    case 'open':
      return (
        <span>
          {t('contests:when.closes')} <Time at={contest.closesAt} /> (<Time at={contest.closesAt} form="left" />)
        </span>
      );
    case 'suspended':
      return <span>{t('contests:postponing.suspended')}</span>;
    case 'published':
      return contest.publishedAt === null ? null : (
        <span>
          {t('contests:when.published')} <Time at={contest.publishedAt} form="date" />
        </span>
      );
    default:
      return (
        <span>
          {t('contests:when.closed')} <Time at={contest.closesAt} />
        </span>
      );
  }
}
