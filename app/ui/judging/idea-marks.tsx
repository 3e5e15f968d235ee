import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { IdeaMarks as Marks } from '#app/domain/judging/idea-marks.ts';
import { paths } from '#app/paths.ts';
import { Bar } from '#app/ui/charts/bar.tsx';
import { Num } from '#app/ui/controls/num.tsx';

/** How an idea was judged, contest by contest: place, marks, and each criterion on its own scale. */
export function IdeaMarks({ marks }: { marks: readonly Marks[] }) {
  const { t } = useTranslation();
  return (
    <ul className="space-y-5">
      {marks.map((one) => (
        <li key={`${one.contest.slug}-${one.round}`} className="rounded-card border border-line bg-surface p-4">
          <p className="font-semibold">
            <Link to={paths.results(one.contest)} className="link">
              {one.contest.name}
            </Link>{' '}
            <span className="font-normal text-muted">– {one.round}</span>
          </p>
          <p className="mt-1">
            {t('results:ideaMarks.place', { rank: one.rank, among: one.among, division: one.division })}
          </p>
          <p className="figures text-sm text-muted">
            {t('results:fields.mean')} <Num value={one.mean} digits={2} />
            {one.adjusted !== null && (
              <>
                {' · '}
                {t('results:fields.adjusted')} <Num value={one.adjusted} digits={2} />
              </>
            )}
            {' · '}
            {t('results:sheetsCount', { count: one.sheets })}
            {one.rankLow !== null && one.rankHigh !== null && (
              <>
                {' · '}
                {t('results:interval', { low: one.rankLow, high: one.rankHigh })}
              </>
            )}
          </p>
          <dl className="mt-3 space-y-2">
            {one.criteria.map((criterion) => (
              <div key={criterion.name}>
                <dt className="flex justify-between gap-4 text-sm">
                  <span>{criterion.name}</span>
                  <span className="figures text-muted">
                    <Num value={criterion.mean} digits={2} /> / <Num value={criterion.max} />
                  </span>
                </dt>
                <dd className="rounded-full bg-sunken">
                  <Bar value={criterion.mean - criterion.min} max={criterion.max - criterion.min} className="h-2" />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
