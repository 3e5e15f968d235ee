import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describedBy, Field, inputLook } from './field.tsx';
import { useField } from './form.tsx';

/** A password, which one may look at while typing; it is never sent back to the page. */
export function PasswordField({
  name,
  label,
  hint,
  autoComplete,
  required,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  autoComplete: 'current-password' | 'new-password';
  required?: boolean;
}) {
  const { t } = useTranslation();
  const field = useField(name);
  const [seen, setSeen] = useState(false);
  return (
    <Field {...field} label={label} hint={hint}>
      <div className="relative">
        <input
          id={field.id}
          name={name}
          type={seen ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          required={required}
          aria-invalid={field.wrong || undefined}
          aria-describedby={describedBy(field, hint)}
          className={inputLook}
        />
        <button
          type="button"
          aria-pressed={seen}
          onClick={() => setSeen(!seen)}
          className="only-script absolute inset-y-1 right-1 rounded-field px-3 text-sm font-semibold text-action-ink hover:bg-action-soft"
        >
          {seen ? t('controls:hide') : t('controls:show')}
        </button>
      </div>
    </Field>
  );
}
