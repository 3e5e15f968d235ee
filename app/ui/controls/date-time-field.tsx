import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTimeInputValue } from '#app/words/format.ts';
import { TextField } from './text-field.tsx';

/** A time in Vietnam, sent as `2026-11-22T17:00`. */
export function DateTimeField({
  name,
  label,
  hint,
  defaultValue,
  required,
  optional,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  defaultValue?: Date | string | null;
  required?: boolean;
  optional?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <TextField
      type="datetime-local"
      name={name}
      label={label}
      hint={hint ?? t('controls:vietnamTime')}
      defaultValue={defaultValue ? dateTimeInputValue(defaultValue) : ''}
      required={required}
      optional={optional}
    />
  );
}
