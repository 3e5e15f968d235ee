import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormState } from './form.tsx';

/** The last row of a form. `sticky` keeps it in reach of the thumb on a phone. */
export function FormActions({ children, sticky = false }: { children: ReactNode; sticky?: boolean }) {
  const { t } = useTranslation();
  const { busy } = useFormState();
  return (
    <div
      className={`not-on-paper flex flex-wrap items-center gap-3 ${
        sticky
          ? 'max-sm:sticky max-sm:bottom-0 max-sm:z-10 max-sm:-mx-4 max-sm:border-t max-sm:border-line max-sm:bg-surface max-sm:px-4 max-sm:py-3'
          : 'pt-2'
      }`}
    >
      {children}
      <p role="status" className="text-sm text-muted">
        {busy ? t('controls:sending') : ''}
      </p>
    </div>
  );
}
