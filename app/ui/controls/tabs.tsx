import { NavLink, useLocation } from '@remix-run/react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Num } from './num.tsx';

export type Tab = { to: string; label: ReactNode; count?: number; end?: boolean; current?: boolean };

/** Neighbouring views as plain links; the address says which one is open. */
export function Tabs({ label, items }: { label: string; items: readonly Tab[] }) {
  const row = useRef<HTMLElement>(null);
  const { pathname, search } = useLocation();

  // biome-ignore lint/correctness/useExhaustiveDependencies: another address opens another tab
  useEffect(() => {
    const open = row.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (row.current && open) row.current.scrollLeft = open.offsetLeft - row.current.clientWidth / 3;
  }, [pathname, search]);

  return (
    <nav
      ref={row}
      aria-label={label}
      className="relative -mx-4 overflow-x-auto border-b border-line px-4 sm:mx-0 sm:px-0"
    >
      <ul className="flex gap-1">
        {items.map((item) => {
          const face = (
            <>
              {item.label}
              {item.count !== undefined && (
                <span className="figures rounded-full bg-sunken px-2 text-xs text-muted">
                  <Num value={item.count} />
                </span>
              )}
            </>
          );
          const look = (current: boolean) =>
            `inline-flex min-h-11 items-center gap-2 border-b-3 px-3 font-semibold whitespace-nowrap ${
              current ? 'border-action-ink text-action-ink' : 'border-transparent text-muted hover:text-ink'
            }`;
          return (
            <li key={item.to}>
              <NavLink
                to={item.to}
                end={item.end ?? true}
                aria-current={item.current === undefined ? undefined : item.current ? 'page' : undefined}
                className={({ isActive }) => look(item.current ?? isActive)}
              >
                {face}
              </NavLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
