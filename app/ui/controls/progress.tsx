import { type ReactNode, useId } from 'react';
import { Num } from './num.tsx';

/** How much of something is done, as a bar and in figures. */
export function Progress({
  label,
  value,
  max,
  text,
}: {
  label: ReactNode;
  value: number;
  max: number;
  text?: ReactNode;
}) {
  const id = useId();
  return (
    <div className="min-w-0 space-y-1.5">
      <div className="flex flex-wrap justify-between gap-x-4 text-sm">
        <span id={id} className="font-semibold">
          {label}
        </span>
        <span className="figures text-muted">
          {text ?? (
            <>
              <Num value={value} />/<Num value={max} />
            </>
          )}
        </span>
      </div>
      <progress aria-labelledby={id} value={Math.min(value, max)} max={Math.max(max, 1)} />
    </div>
  );
}
