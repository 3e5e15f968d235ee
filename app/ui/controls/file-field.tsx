import { type ReactNode, useState } from 'react';
import { formatBytes } from '#app/words/format.ts';
import { describedBy, Field } from './field.tsx';
import { useField } from './form.tsx';

/** Files to hand in. The names and sizes picked are listed before anything is sent. */
export function FileField({
  name,
  label,
  hint,
  accept,
  multiple,
  required,
  optional,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  accept?: string;
  multiple?: boolean;
  required?: boolean;
  optional?: boolean;
}) {
  const field = useField(name);
  const [picked, setPicked] = useState<{ name: string; size: number }[]>([]);
  return (
    <Field {...field} label={label} hint={hint} optional={optional}>
      <input
        id={field.id}
        name={name}
        type="file"
        accept={accept}
        multiple={multiple}
        required={required}
        aria-invalid={field.wrong || undefined}
        aria-describedby={describedBy(field, hint)}
        onChange={(event) =>
          setPicked([...(event.currentTarget.files ?? [])].map((file) => ({ name: file.name, size: file.size })))
        }
        className="block w-full rounded-field border border-dashed border-line-strong bg-surface p-3 text-sm text-muted file:mr-3 file:min-h-9 file:cursor-pointer file:rounded-field file:border-0 file:bg-action-soft file:px-3 file:py-1.5 file:font-semibold file:text-action-ink aria-invalid:border-2 aria-invalid:border-danger"
      />
      {picked.length > 1 && (
        <ul className="text-sm text-muted">
          {picked.map((file) => (
            <li key={file.name}>
              {file.name} · {formatBytes(file.size)}
            </li>
          ))}
        </ul>
      )}
    </Field>
  );
}
