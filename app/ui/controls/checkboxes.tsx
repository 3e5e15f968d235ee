import type { ReactNode } from 'react';
import { type ChoiceOption, cardLook } from './choice.tsx';
import { FieldSet } from './field-set.tsx';
import { useField } from './form.tsx';

/** Any number of several, sent under one name. */
export function Checkboxes({
  name,
  label,
  hint,
  options,
  defaultValue = [],
  columns = 1,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  options: readonly ChoiceOption[];
  defaultValue?: readonly string[];
  columns?: 1 | 2 | 3;
}) {
  const field = useField(name);
  const picked = field.submitted ? (field.typedAll ?? []) : defaultValue;
  const grid = { 1: '', 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-2 lg:grid-cols-3' }[columns];
  return (
    <FieldSet {...field} label={label} hint={hint}>
      <div className={`grid gap-2 ${grid}`}>
        {options.map((option, index) => (
          <label key={option.value} className={cardLook}>
            <input
              type="checkbox"
              name={name}
              value={option.value}
              defaultChecked={picked.includes(option.value)}
              disabled={option.disabled}
              aria-invalid={(index === 0 && field.wrong) || undefined}
              className="mt-1 size-4.5 shrink-0 outline-none"
            />
            <span className="min-w-0">
              <span className="block">{option.label}</span>
              {option.hint && <span className="block text-sm text-muted">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldSet>
  );
}
