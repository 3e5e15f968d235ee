import type { ReactNode } from 'react';
import { Num } from '#app/ui/controls/num.tsx';
import { Bar } from './bar.tsx';

/** A unit's way to its target: how many there are, how many were promised, and the share in percent. */
export function TargetBar({ label, value, target }: { label: ReactNode; value: number; target: number }) {
  const reached = target > 0 && value >= target;
  return (
    <div>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold">{label}</span>
        <span className="figures">
          <strong>
            <Num value={value} />
          </strong>{' '}
          / <Num value={target} />
          {target > 0 && (
            <>
              {' '}
              (<Num value={(value / target) * 100} digits={0} /> %)
            </>
          )}
        </span>
      </p>
      <div className="mt-1 overflow-hidden rounded-full bg-sunken">
        <Bar value={value} max={Math.max(target, value)} fill={reached ? 'fill-joy-strong' : 'fill-action'} />
      </div>
    </div>
  );
}
