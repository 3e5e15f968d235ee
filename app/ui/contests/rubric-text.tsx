import { useTranslation } from 'react-i18next';
import type { CriterionText } from '#app/domain/contests/rubric.ts';
import { Num } from '#app/ui/controls/num.tsx';

/** The criteria with their weights, scales and what the marks mean. */
export function RubricText({ criteria }: { criteria: readonly CriterionText[] }) {
  const { t } = useTranslation();
  const whole = criteria.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <ol className="space-y-4">
      {criteria.map((criterion) => (
        <li key={criterion.name} className="rounded-card border border-line bg-surface p-4">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="font-semibold">{criterion.name}</span>
            <span className="figures text-sm text-muted">
              {t('contests:rubric.scale', { min: criterion.min, max: criterion.max, step: criterion.step })} ·{' '}
              <Num value={(100 * criterion.weight) / whole} digits={0} /> %
            </span>
          </p>
          {criterion.description && <p className="text-muted">{criterion.description}</p>}
          {criterion.anchors.length > 0 && (
            <dl className="mt-2 space-y-1 text-sm">
              {criterion.anchors.map(({ mark, text }) => (
                <div key={mark} className="flex gap-3">
                  <dt className="figures w-10 shrink-0 text-right font-semibold">
                    <Num value={mark} />
                  </dt>
                  <dd className="min-w-0">{text}</dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ol>
  );
}
