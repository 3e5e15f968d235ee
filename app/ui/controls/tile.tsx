import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Num } from './num.tsx';

/** One figure that matters. */
export function Tile({
  label,
  value,
  hint,
  to,
}: {
  label: ReactNode;
  value: number | ReactNode;
  hint?: ReactNode;
  to?: string;
}) {
  const face = (
    <>
      <span className="figures block text-3xl font-bold">
        {typeof value === 'number' ? <Num value={value} /> : value}
      </span>
      <span className="block text-sm text-muted">{label}</span>
      {hint && <span className="mt-1 block text-xs text-muted">{hint}</span>}
    </>
  );
  const look = 'block min-w-0 rounded-card border border-line bg-surface px-4 py-3';
  return to ? (
    <Link to={to} className={`${look} hover:border-action-ink`}>
      {face}
    </Link>
  ) : (
    <div className={look}>{face}</div>
  );
}
