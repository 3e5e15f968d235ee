import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { ProgrammePhase } from '#app/domain/mentoring/programme.ts';
import { Badge, type BadgeTone } from '#app/ui/controls/badge.tsx';
import { Card } from '#app/ui/controls/card.tsx';
import { Time } from '#app/ui/controls/time.tsx';

type Row = {
  slug: string;
  name: string;
  unit: { name: string };
  closesAt: Date;
  phase: ProgrammePhase;
  mentors: number;
  requests: number;
};

const tones: Record<ProgrammePhase, BadgeTone> = { announced: 'info', open: 'ok', matching: 'joy', ended: 'neutral' };

export function PhaseBadge({ phase }: { phase: ProgrammePhase }) {
  const { t } = useTranslation();
  return <Badge tone={tones[phase]}>{t(`mentoring:phases.${phase}`)}</Badge>;
}

/** A programme in a list: whose it is, until when, how many are in it. */
export function ProgrammeCard({ programme, to }: { programme: Row; to: string }) {
  const { t } = useTranslation();
  return (
    <Card as="li" className="space-y-2">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h3 className="min-w-0 text-lg wrap-anywhere">
          <Link to={to} className="link">
            {programme.name}
          </Link>
        </h3>
        <PhaseBadge phase={programme.phase} />
      </div>
      <p className="text-muted">{programme.unit.name}</p>
      <p className="text-sm text-muted">
        {t('mentoring:list.mentorCount', { count: programme.mentors })} ·{' '}
        {t('mentoring:list.requestCount', { count: programme.requests })}
        {programme.phase === 'open' && (
          <>
            {' '}
            · <Time at={programme.closesAt} form="left" />
          </>
        )}
      </p>
    </Card>
  );
}
