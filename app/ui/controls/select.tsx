import type { ReactNode } from 'react';
import { describedBy, Field, inputLook } from './field.tsx';
import { useField } from './form.tsx';
import { Icon } from './icon.tsx';

export type Option = { value: string; label: string; group?: string };

/** One of many. Options that name a `group` are shown under it. */
export function Select({
  name,
  label,
  hint,
  options,
  placeholder,
  defaultValue,
  required,
  optional,
  disabled,
  className,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  options: readonly Option[];
  placeholder?: string;
  defaultValue?: string | number | null;
  required?: boolean;
  optional?: boolean;
  disabled?: boolean;
  className?: string;
}) {
  const field = useField(name);
  const groups = [...new Set(options.map((option) => option.group))];
  const item = (option: Option) => (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  );
  return (
    <Field {...field} label={label} hint={hint} optional={optional} className={className}>
      <div className="relative">
        <select
          id={field.id}
          name={name}
          defaultValue={field.typed ?? defaultValue ?? ''}
          disabled={disabled}
          required={required}
          aria-invalid={field.wrong || undefined}
          aria-describedby={describedBy(field, hint)}
          className={`${inputLook} appearance-none pr-11`}
        >
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {groups.map((group) =>
            group === undefined ? (
              options.filter((option) => option.group === undefined).map(item)
            ) : (
              <optgroup key={group} label={group}>
                {options.filter((option) => option.group === group).map(item)}
              </optgroup>
            ),
          )}
        </select>
        <Icon name="chevronDown" className="pointer-events-none absolute right-3.5 top-3.5 size-4.5 text-muted" />
      </div>
    </Field>
  );
}
