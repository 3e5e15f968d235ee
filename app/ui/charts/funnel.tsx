import { useTranslation } from 'react-i18next';
import { formatNumber } from '#app/words/format.ts';
import { isLocale } from '#app/words/locales.ts';

export type FunnelStep = { key: string; label: string; count: number };

const rowHeight = 56;
const width = 640;
const labelWidth = 150;
const countWidth = 110;
const room = width - labelWidth - countWidth;

/**
 * How many of a whole come to each step, as bars under each other. The bars are drawn to one scale; a count that is not zero is never
 * thinner than a hair. The same figures stand in a table behind it, which is what is read aloud.
 */
export function Funnel({ steps }: { steps: readonly FunnelStep[] }) {
  const { i18n } = useTranslation();
  const locale = isLocale(i18n.language) ? i18n.language : 'vi';
  const most = Math.max(1, ...steps.map((step) => step.count));
  const fills = ['fill-action', 'fill-action', 'fill-action', 'fill-action', 'fill-joy-strong'];
  return (
    <svg viewBox={`0 0 ${width} ${rowHeight * steps.length}`} className="h-auto w-full" aria-hidden="true">
      {steps.map((step, index) => {
        const top = index * rowHeight;
        const length = step.count === 0 ? 0 : Math.max(3, (step.count / most) * room);
        const next = steps[index + 1];
        const nextLength = next ? (next.count === 0 ? 0 : Math.max(3, (next.count / most) * room)) : 0;
        return (
          <g key={step.key}>
            {next && (
              <path
                d={`M${labelWidth} ${top + 42}H${labelWidth + length}L${labelWidth + nextLength} ${top + rowHeight + 10}H${labelWidth}z`}
                className="fill-action-soft"
              />
            )}
            <rect
              x={labelWidth}
              y={top + 10}
              width={length}
              height="32"
              rx="4"
              className={fills[index] ?? 'fill-action'}
            />
            <text x={labelWidth - 12} y={top + 32} textAnchor="end" className="fill-ink" fontSize="17" fontWeight="600">
              {step.label}
            </text>
            <text x={labelWidth + length + 12} y={top + 33} className="figures fill-ink" fontSize="20" fontWeight="700">
              {formatNumber(step.count, locale)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
