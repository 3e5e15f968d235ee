import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describedBy, Field, inputLook } from './field.tsx';
import { useField } from './form.tsx';
import { Icon } from './icon.tsx';

/** A box that grows with its text asks for its least height by itself: lines of 1.5 rem between two paddings. */
function leastHeight(rows: number): string {
  if (rows <= 2) return 'min-h-18';
  if (rows === 3) return 'min-h-24';
  if (rows === 4) return 'min-h-30';
  if (rows <= 6) return 'min-h-42';
  if (rows <= 8) return 'min-h-54';
  return 'min-h-72';
}

/** Several lines of text. It grows with what is typed, counts, and cuts nothing off. */
export function TextArea({
  name,
  label,
  hint,
  example,
  rows = 4,
  max,
  defaultValue,
  required,
  optional,
  placeholder,
  readOnly,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  example?: ReactNode;
  rows?: number;
  max?: number;
  defaultValue?: string | null;
  required?: boolean;
  optional?: boolean;
  placeholder?: string;
  readOnly?: boolean;
}) {
  const { t } = useTranslation();
  const field = useField(name);
  const kept = field.typed ?? defaultValue ?? '';
  const [length, setLength] = useState(kept.normalize('NFC').length);
  const countId = `${field.id}-count`;
  const over = max === undefined ? 0 : length - max;
  return (
    <Field
      {...field}
      label={label}
      hint={hint}
      optional={optional}
      after={
        (example !== undefined || max !== undefined) && (
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 text-sm">
            {example !== undefined ? (
              <details className="min-w-0 flex-1 basis-60">
                <summary className="inline-flex items-center gap-1 font-semibold text-action-ink">
                  <Icon name="chevronRight" className="size-4" />
                  {t('controls:example')}
                </summary>
                <div className="as-typed mt-1 rounded-field bg-sunken px-3 py-2 text-ink">{example}</div>
              </details>
            ) : (
              <span />
            )}
            {max !== undefined && (
              <p id={countId} className={over > 0 ? 'font-semibold text-danger-ink' : 'figures text-muted'}>
                {over > 0 ? t('controls:tooLong', { over }) : t('controls:count', { length, max })}
              </p>
            )}
          </div>
        )
      }
    >
      <textarea
        id={field.id}
        name={name}
        rows={rows}
        defaultValue={kept}
        placeholder={placeholder}
        readOnly={readOnly}
        required={required}
        aria-invalid={field.wrong || undefined}
        aria-describedby={describedBy(field, hint, max === undefined ? undefined : countId)}
        onInput={(event) => setLength(event.currentTarget.value.normalize('NFC').length)}
        className={`${inputLook} ${leastHeight(rows)}`}
      />
    </Field>
  );
}
