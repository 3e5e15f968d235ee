import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export type BadgeTone = 'neutral' | 'info' | 'joy' | 'ok' | 'warn' | 'danger';

const looks: Record<BadgeTone, string> = {
  neutral: 'bg-sunken text-muted',
  info: 'bg-action-soft text-action-ink',
  joy: 'bg-joy text-on-joy',
  ok: 'bg-ok-soft text-ok-ink',
  warn: 'bg-warn-soft text-warn-ink',
  danger: 'bg-danger-soft text-danger-ink',
};

/** A state or a stage in a word or two; the word says it, the colour only helps. */
export function Badge({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: BadgeTone;
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <span
      className={`inline-flex max-w-full items-center gap-1 rounded-xl px-2.5 py-0.5 text-xs font-semibold ${looks[tone]}`}
    >
      {icon && <Icon name={icon} className="size-3.5" />}
      <span className="min-w-0 sm:whitespace-nowrap">{children}</span>
    </span>
  );
}
