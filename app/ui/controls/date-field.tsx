import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
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
  const { t } = useTranslation();
  return (
    <TextField
      type="date"
      name={name}
      label={label}
      hint={hint ?? t('controls:dayForm')}
      defaultValue={defaultValue}
      autoComplete={autoComplete}
      required={required}
      optional={optional}
    />
  );
}
