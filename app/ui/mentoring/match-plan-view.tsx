import { useTranslation } from 'react-i18next';
import type { FitReason } from '#app/domain/mentoring/fit.ts';
import type { Unserved } from '#app/domain/mentoring/match-plan.ts';
import { paths } from '#app/paths.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Num } from '#app/ui/controls/num.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { FitReasons } from './fit-reasons.tsx';

type Plan = {
  id: string;
  at: Date;
  appliedAt: Date | null;
  teams: number;
  mentors: number;
  places: number;
  served: number;
  pairs: { request: string; title: string; mentor: string; score: number; reasons: FitReason[] }[];
  unserved: { request: string; title: string; why: Unserved }[];
};

/** A dry run: who would be asked, and why; who would be left over, and why. */
export function MatchPlanView({
  plan,
  programme,
  running,
}: {
  plan: Plan;
  programme: { slug: string; daysToAccept: number };
  running: boolean;
}) {
  const { t } = useTranslation();
  const why = (cause: Unserved) => {
    if (cause.kind === 'no-mentors') return t('mentoring:plan.causes.noMentors');
    if (cause.kind === 'taken') return t('mentoring:plan.causes.taken', { mentors: cause.mentors });
    return t('mentoring:plan.causes.nobodyFits', { ...cause.misfits, barred: cause.barred });
  };
  return (
    <div className="space-y-4">
      <p>
        {t('mentoring:plan.served', plan)}{' '}
        <span className="text-muted">
          {t('mentoring:plan.at')} <Time at={plan.at} />
        </span>{' '}
        {plan.appliedAt !== null && <Badge tone="ok">{t('mentoring:plan.applied')}</Badge>}
      </p>
      <Table
        caption={t('mentoring:plan.title')}
        captionHidden
        cards
        rows={plan.pairs}
        rowKey={({ request }) => request}
        empty={<span />}
        columns={[
          { key: 'title', label: t('mentoring:programme.idea'), heading: true, wide: true, cell: ({ title }) => title },
          { key: 'mentor', label: t('mentoring:proposal.mentor'), cell: ({ mentor }) => mentor },
          {
            key: 'score',
            label: t('mentoring:plan.score'),
            number: true,
            cell: ({ score }) => <Num value={score} digits={3} />,
          },
          {
            key: 'why',
            label: t('mentoring:plan.why'),
            wide: true,
            cell: ({ reasons }) => <FitReasons reasons={reasons} />,
          },
        ]}
      />
      {plan.unserved.length > 0 && (
        <div>
          <h3 className="mb-2 text-lg">{t('mentoring:plan.unserved')}</h3>
          <ul className="space-y-2">
            {plan.unserved.map((one) => (
              <li key={one.request}>
                <span className="font-semibold wrap-anywhere">{one.title}</span>
                <span className="block text-muted">{why(one.why)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {running && plan.appliedAt === null && plan.pairs.length > 0 && (
        <ActButton
          action={paths.matchApplication(programme)}
          fields={{ plan: plan.id }}
          label={t('mentoring:plan.apply')}
          tone="primary"
          confirm={t('mentoring:plan.applyConfirm', { days: programme.daysToAccept })}
          confirmLabel={t('mentoring:plan.apply')}
        />
      )}
    </div>
  );
}
