import type { ReactNode } from 'react';
import { describedBy, Field, inputLook } from './field.tsx';
import { useField } from './form.tsx';

/** A number, with its unit beside it. A text box that asks for digits: a turning wheel never changes a mark. */
export function NumberField({
  name,
  label,
  hint,
  unit,
  decimals = false,
  defaultValue,
  required,
  optional,
  disabled,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  unit?: ReactNode;
  decimals?: boolean;
  min?: number;
  max?: number;
  step?: number;
  defaultValue?: number | string | null;
  required?: boolean;
  optional?: boolean;
  disabled?: boolean;
}) {
  const field = useField(name);
  return (
    <Field {...field} label={label} hint={hint} optional={optional}>
      <div className="flex items-center gap-2">
        <input
          id={field.id}
          name={name}
          type="text"
          inputMode={decimals ? 'decimal' : 'numeric'}
          autoComplete="off"
          defaultValue={field.typed ?? defaultValue ?? ''}
          disabled={disabled}
          required={required}
          aria-invalid={field.wrong || undefined}
          aria-describedby={describedBy(field, hint)}
          className={`${inputLook} figures max-w-44`}
        />
        {unit && <span className="text-muted">{unit}</span>}
      </div>
    </Field>
  );
}
