import { useTranslation } from 'react-i18next';
import { buttonLook } from './button.tsx';
import { Icon } from './icon.tsx';

/** One box and one button: the way into every list. Goes inside a form of method get. */
export function SearchField({
  name = 'q',
  label,
  defaultValue = '',
  placeholder,
  autoFocus,
  id = 'q',
  describedBy,
  onDeep = false,
}: {
  name?: string;
  label: string;
  defaultValue?: string | null;
  placeholder?: string;
  autoFocus?: boolean;
  id?: string;
  describedBy?: string;
  /** Stands on the deep blue of the home page. */
  onDeep?: boolean;
}) {
  const { t } = useTranslation();
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
          // biome-ignore lint/a11y/noAutofocus: the home page is a search box first, and asks for it only where a keyboard is at hand
          autoFocus={autoFocus}
          className="block min-h-12 w-full rounded-field border border-line-strong bg-surface py-2.5 pr-3 pl-11 text-ink hover:border-action-ink"
        />
      </div>
      <button type="submit" className={`${buttonLook(onDeep ? 'secondary' : 'primary')} min-h-12`}>
        {t('controls:search')}
      </button>
    </div>
  );
}
