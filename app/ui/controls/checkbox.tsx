import type { ReactNode } from 'react';
import { cardLook } from './choice.tsx';
import { describedBy, FieldErrors } from './field.tsx';
import { useField } from './form.tsx';

/** One yes. */
export function Checkbox({
  name,
  label,
  hint,
  value = 'yes',
  defaultChecked = false,
  disabled,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  value?: string;
  defaultChecked?: boolean;
  disabled?: boolean;
}) {
  const field = useField(name);
  const ticked = field.submitted ? field.typed === value : defaultChecked;
  return (
    <div className="space-y-1.5">
      <label className={cardLook}>
        <input
          id={field.id}
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={ticked}
          disabled={disabled}
          aria-invalid={field.wrong || undefined}
          aria-describedby={describedBy(field, hint)}
          className="mt-1 size-4.5 shrink-0 outline-none"
        />
        <span className="min-w-0">
          <span className="block">{label}</span>
          {hint && (
            <span id={field.hintId} className="block text-sm text-muted">
              {hint}
            </span>
          )}
        </span>
      </label>
      <FieldErrors id={field.errorId} errors={field.errors} />
    </div>
  );
}
