import { useFetcher } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { buttonLook, type Size, type Tone } from './button.tsx';
import { isRefused, useBecause } from './form.tsx';
import { HiddenField } from './hidden-field.tsx';
import { Icon, type IconName } from './icon.tsx';

/**
 * One act, one button: a form of its own that posts to the act's address. With `confirm` the button opens the question first,
 * with or without script. A refusal appears under it when script runs, on the act's own page when not.
 */
export function ActButton({
  action,
  label,
  tone = 'secondary',
  size = 'md',
  icon,
  fields = {},
  confirm,
  confirmLabel,
  wide,
  describe,
}: {
  action: string;
  label: ReactNode;
  tone?: Tone;
  size?: Size;
  icon?: IconName;
  fields?: Record<string, string | number>;
  confirm?: ReactNode;
  confirmLabel?: ReactNode;
  wide?: boolean;
  /** What a screen reader says instead of the label, where several such buttons stand in one list. */
  describe?: string;
}) {
  const { t } = useTranslation();
  const say = useBecause();
  const fetcher = useFetcher<unknown>();
  const refusal = isRefused(fetcher.data) ? fetcher.data.refusal : undefined;
  const reasons = [...(refusal?.because ? [refusal.because] : []), ...Object.values(refusal?.fields ?? {}).flat()];
  const busy = fetcher.state !== 'idle';
  const face = (
    <>
      {icon && <Icon name={icon} className={size === 'sm' ? 'size-4' : 'size-5'} />}
      {label}
    </>
  );
  return (
    <fetcher.Form method="post" action={action} className={wide ? 'block w-full' : 'inline-block max-w-full'}>
      {Object.entries(fields).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      {confirm === undefined ? (
        <button
          type="submit"
          aria-label={describe}
          aria-busy={busy || undefined}
          className={buttonLook(tone, size, wide)}
        >
          {face}
        </button>
      ) : (
        <details className="group">
          <summary aria-label={describe} className={buttonLook(tone === 'danger' ? 'secondary' : tone, size, wide)}>
            {face}
          </summary>
          <div className="mt-2 max-w-md space-y-3 rounded-field border border-line bg-surface p-4 shadow-card">
            <div>{confirm}</div>
            <button type="submit" aria-busy={busy || undefined} className={buttonLook(tone, size)}>
              {confirmLabel ?? t('controls:confirm')}
            </button>
          </div>
        </details>
      )}
      {refusal && (
        <p role="alert" className="mt-2 max-w-md text-sm font-semibold text-danger-ink">
          {reasons.length > 0 ? reasons.map(say).join(' ') : t('controls:refusal.title')}
        </p>
      )}
    </fetcher.Form>
  );
}
