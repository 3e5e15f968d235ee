import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';

export const inputLook =
  'block w-full min-h-11 rounded-field border border-line-strong bg-surface px-3.5 py-2.5 text-ink transition-colors hover:border-action-ink aria-invalid:border-2 aria-invalid:border-danger [&[readonly]]:bg-sunken disabled:bg-sunken disabled:text-muted';

type Frame = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  hintId: string;
  errors: string[];
  errorId: string;
  required?: boolean;
  optional?: boolean;
  children: ReactNode;
  after?: ReactNode;
  className?: string;
};

/** Label, hint, the control, and what is wrong, always in this order and place. */
export function Field({ id, label, hint, hintId, errors, errorId, optional, children, after, className = '' }: Frame) {
  const { t } = useTranslation();
  return (
    <div className={`min-w-0 space-y-1.5 sm:[.field-row>&]:grid sm:[.field-row>&]:grid-rows-subgrid ${className}`}>
      <label htmlFor={id} className="row-start-1 block font-semibold">
        {label}
        {optional && <span className="font-normal text-muted"> ({t('controls:optional')})</span>}
      </label>
      {hint && (
        <p id={hintId} className="row-start-2 text-sm text-muted">
          {hint}
        </p>
      )}
      <div className="row-start-3 min-w-0 space-y-1.5">{children}</div>
      {(errors.length > 0 || after) && (
        <div className="row-start-4 space-y-1.5">
          <FieldErrors id={errorId} errors={errors} />
          {after}
        </div>
      )}
    </div>
  );
}

export function FieldErrors({ id, errors }: { id: string; errors: string[] }) {
  if (errors.length === 0) return null;
  return (
    <div id={id} className="space-y-1 text-sm font-semibold text-danger-ink">
      {errors.map((error) => (
        <p key={error} className="flex gap-1.5">
          <Icon name="warning" className="mt-0.5 size-4.5" />
          <span>{error}</span>
        </p>
      ))}
    </div>
  );
}

/** What a screen reader should read with a control. */
export function describedBy(field: { wrong: boolean; errorId: string; hintId: string }, hint: unknown, more?: string) {
  return [field.wrong && field.errorId, hint && field.hintId, more].filter(Boolean).join(' ') || undefined;
}
