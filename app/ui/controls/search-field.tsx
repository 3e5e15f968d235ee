import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { buttonLook } from './button.tsx';
import { Icon } from './icon.tsx';

/** One box and one button: the way into every list. Goes inside a form of method get. */
export function SearchField({
  name = 'q',
  label,
  defaultValue = '',
  placeholder,
  focused = false,
  id = 'q',
  describedBy,
  onDeep = false,
}: {
  name?: string;
  label: string;
  defaultValue?: string | null;
  placeholder?: string;
  /** Takes the focus where there is a keyboard and a mouse; never on a phone, where it would cover the page with keys. */
  focused?: boolean;
  id?: string;
  describedBy?: string;
  /** Stands on the deep blue of the home page. */
  onDeep?: boolean;
}) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused && matchMedia('(hover: hover) and (pointer: fine)').matches)
      input.current?.focus({ preventScroll: true });
  }, [focused]);
  return (
    <div className="flex gap-2">
      <div className="relative min-w-0 flex-1">
        <label htmlFor={id} className="sr-only">
          {label}
        </label>
        <Icon name="search" className="pointer-events-none absolute left-3.5 top-3.5 size-5 text-muted" />
        <input
          id={id}
          name={name}
          type="search"
          defaultValue={defaultValue ?? ''}
          placeholder={placeholder}
          autoComplete="off"
          enterKeyHint="search"
          aria-describedby={describedBy}
          ref={input}
          className="block min-h-12 w-full rounded-field border border-line-strong bg-surface py-2.5 pr-3 pl-11 text-ink hover:border-action-ink"
        />
      </div>
      <button type="submit" className={`${buttonLook(onDeep ? 'secondary' : 'primary')} min-h-12`}>
        {t('controls:search')}
      </button>
    </div>
  );
}
