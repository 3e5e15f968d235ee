import type { ReactNode } from 'react';
import { TextField } from './text-field.tsx';

/** A day without a time, sent as `2008-02-29`. */
export function DateField({
  name,
  label,
  hint,
  defaultValue,
  autoComplete,
  required,
  optional,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  defaultValue?: string | null;
  autoComplete?: 'bday' | 'off';
  required?: boolean;
  optional?: boolean;
}) {
  return (
    <TextField
      type="date"
      name={name}
      label={label}
      hint={hint}
      defaultValue={defaultValue}
      autoComplete={autoComplete}
      required={required}
      optional={optional}
    />
  );
}
