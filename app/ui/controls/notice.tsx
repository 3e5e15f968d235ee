import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export type NoticeTone = 'info' | 'success' | 'warning' | 'danger';

const looks: Record<NoticeTone, { box: string; icon: IconName }> = {
  info: { box: 'bg-action-soft text-action-ink border-action-ink', icon: 'info' },
  success: { box: 'bg-ok-soft text-ok-ink border-ok-ink', icon: 'check' },
  warning: { box: 'bg-warn-soft text-warn-ink border-joy-strong', icon: 'warning' },
  danger: { box: 'bg-danger-soft text-danger-ink border-danger', icon: 'warning' },
};

/** Something to know before going on. `alert` has it read out at once. */
export function Notice({
  tone = 'info',
  title,
  alert = false,
  children,
}: {
  tone?: NoticeTone;
  title?: ReactNode;
  alert?: boolean;
  children?: ReactNode;
}) {
  const { box, icon } = looks[tone];
  return (
    <div
      role={alert ? 'alert' : undefined}
      tabIndex={alert ? -1 : undefined}
      data-refusal={alert ? '' : undefined}
      className={`flex gap-3 rounded-field border-l-4 px-4 py-3 ${box}`}
    >
      <Icon name={icon} className="mt-0.5 size-5" />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-ink">{children}</div>}
      </div>
    </div>
  );
}
