import { Num } from '#app/ui/controls/num.tsx';

export type FunnelStep = { key: string; label: string; count: number };

const round = (value: number) => Math.round(value * 100) / 100;

/**
 * How many of a whole come to each step: bars of one scale under each other, each led over to the next. A count that is not zero is
 * never thinner than a hair. The figures are text; the same stand in a table beside it.
 */
export function Funnel({ steps }: { steps: readonly FunnelStep[] }) {
  const most = Math.max(1, ...steps.map((step) => step.count));
  const widthOf = (count: number) => (count === 0 ? 0 : round(Math.max(0.7, (count / most) * 100)));
  return (
    <ol>
      {steps.map((step, index) => {
        const next = steps[index + 1];
        const width = widthOf(step.count);
        return (
          <li key={step.key}>
            <p className="flex items-baseline justify-between gap-4">
              <span className="font-semibold">{step.label}</span>
              <span className="figures text-xl font-bold">
                <Num value={step.count} />
              </span>
            </p>
            <svg viewBox="0 0 100 20" preserveAspectRatio="none" className="block h-6 w-full" aria-hidden="true">
              <rect width="100" height="20" className="fill-sunken" />
              <rect width={width} height="20" className={next ? 'fill-action' : 'fill-joy-strong'} />
            </svg>
            {next && (
              <svg viewBox="0 0 100 20" preserveAspectRatio="none" className="block h-4 w-full" aria-hidden="true">
                <path d={`M0 0H${width}L${widthOf(next.count)} 20H0z`} className="fill-action-soft" />
              </svg>
            )}
          </li>
        );
      })}
    </ol>
  );
}
