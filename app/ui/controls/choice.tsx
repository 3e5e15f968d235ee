import type { ReactNode } from 'react';
import { FieldSet } from './field-set.tsx';
import { useField } from './form.tsx';

export type ChoiceOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

export const cardLook =
  'flex min-h-11 cursor-pointer items-start gap-3 rounded-field border border-line-strong bg-surface px-3.5 py-2.5 transition-colors hover:border-action-ink has-checked:border-action-ink has-checked:bg-action-soft has-checked:ring-1 has-checked:ring-action-ink has-disabled:cursor-not-allowed has-disabled:opacity-60 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-action-ink';

/** One of a few, each with room to say what it means. */
export function Choice({
  name,
  label,
  hint,
  options,
  defaultValue,
  columns = 1,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  options: readonly ChoiceOption[];
  defaultValue?: string | null;
  columns?: 1 | 2 | 3;
}) {
  const field = useField(name);
  const picked = field.typed ?? defaultValue ?? undefined;
  const grid = { 1: '', 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-3' }[columns];
  return (
    <FieldSet {...field} label={label} hint={hint}>
      <div className={`grid gap-2 ${grid}`}>
        {options.map((option, index) => (
          <label key={option.value} className={cardLook}>
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={picked === option.value}
              disabled={option.disabled}
              aria-invalid={(index === 0 && field.wrong) || undefined}
              className="mt-1 size-4.5 shrink-0 outline-none"
            />
            <span className="min-w-0">
              <span className="block font-semibold">{option.label}</span>
              {option.hint && <span className="block text-sm text-muted">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldSet>
  );
}
