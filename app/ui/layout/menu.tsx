import { useLocation } from '@remix-run/react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

/** A menu that opens without script; script closes it on Escape, on a click elsewhere and when the page changes. */
export function Menu({
  face,
  label,
  className,
  children,
}: {
  face: ReactNode;
  label: string;
  className: string;
  children: ReactNode;
}) {
  const root = useRef<HTMLDetailsElement>(null);
  const location = useLocation();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address closes the menu
  useEffect(() => {
    root.current?.removeAttribute('open');
  }, [location.key]);

  useEffect(() => {
    const close = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) root.current?.removeAttribute('open');
    };
    document.addEventListener('click', close);
    return () => document.removeEventListener('click', close);
  }, []);

  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !root.current?.open) return;
    root.current.removeAttribute('open');
    root.current.querySelector('summary')?.focus();
  };
  return (
    <details ref={root} onKeyDown={closeOnEscape} className={`relative ${className}`}>
      <summary
        aria-label={label}
        className="inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-field px-2 font-semibold hover:bg-action-soft"
      >
        {face}
      </summary>
      <div className="absolute top-full right-0 z-30 mt-2 max-h-[80vh] w-72 max-w-[calc(100vw-2rem)] overflow-y-auto rounded-card border border-line bg-surface p-2 shadow-lift">
        {children}
      </div>
    </details>
  );
}
