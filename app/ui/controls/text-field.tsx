import { type HTMLInputTypeAttribute, type InputHTMLAttributes, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describedBy, Field, inputLook } from './field.tsx';
import { useField } from './form.tsx';

export type TextFieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  type?: HTMLInputTypeAttribute;
  defaultValue?: string | number | null;
  required?: boolean;
  optional?: boolean;
  max?: number;
  className?: string;
} & Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | 'autoComplete'
  | 'inputMode'
  | 'placeholder'
  | 'readOnly'
  | 'disabled'
  | 'autoFocus'
  | 'spellCheck'
  | 'autoCapitalize'
  | 'list'
>;

/** One line of text. Nothing is cut off while typing: what is too long is said, not lost. */
export function TextField({
  name,
  label,
  hint,
  type = 'text',
  defaultValue,
  required,
  optional,
  max,
  className,
  ...rest
}: TextFieldProps) {
  const { t } = useTranslation();
  const field = useField(name);
  const kept = type === 'password' ? '' : (field.typed ?? defaultValue ?? '');
  const [over, setOver] = useState(0);
  return (
    <Field {...field} label={label} hint={hint} optional={optional} className={className}>
      <input
        {...rest}
        id={field.id}
        name={name}
        type={type}
        defaultValue={kept}
        required={required}
        aria-invalid={field.wrong || undefined}
        aria-describedby={describedBy(field, hint, over > 0 ? `${field.id}-over` : undefined)}
        onInput={
          max === undefined ? undefined : (event) => setOver(event.currentTarget.value.normalize('NFC').length - max)
        }
        className={inputLook}
      />
      {over > 0 && (
        <p id={`${field.id}-over`} className="text-sm font-semibold text-danger-ink">
          {t('controls:tooLong', { over })}
        </p>
      )}
    </Field>
  );
}
